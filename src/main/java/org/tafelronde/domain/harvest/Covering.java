package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** Holds all questions of a café against the reference card. A question is about one topic at most, and a topic may be asked about anywhere. */
final class Covering {
    private final ReferenceCard card;
    private final CardMatching matching;
    private final Map<ReferenceCard.Topic, List<Coverage.Because>> about = new HashMap<>();

    Covering(ReferenceCard card, Linguist linguist, Language language) {
        this.card = card;
        this.matching = new CardMatching(card, linguist, language);
    }

    List<Coverage> of(List<Digest.Cell> cells, List<Digest.Asked> appendix) {
        if (card.topics().isEmpty()) {
            return List.of();
        }
        List<List<String>> others = cells.stream()
                .map(cell -> unknown(cell.questions(), Optional.of(cell.theme().id()), OptionalInt.of(cell.round())))
                .toList();
        unknown(appendix, Optional.empty(), OptionalInt.empty());
        List<Coverage> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Digest.Cell cell = cells.get(i);
            List<Coverage.Covered> topics = card.of(cell.theme().id(), cell.round()).stream()
                    .map(topic -> new Coverage.Covered(topic, about.getOrDefault(topic, List.of())))
                    .toList();
            all.add(new Coverage(cell.theme(), cell.round(), topics, others.get(i)));
        }
        return all;
    }

    /** Keeps what the questions are about; those that are about nothing on the card are left over. */
    private List<String> unknown(List<Digest.Asked> questions, Optional<String> theme, OptionalInt round) {
        List<String> unknown = new ArrayList<>();
        for (Digest.Asked q : questions) {
            Optional<CardMatch> match = matching.of(q.text(), theme, round);
            match.ifPresentOrElse(
                    m -> about.computeIfAbsent(m.topic(), t -> new ArrayList<>())
                            .add(new Coverage.Because(q.text(), m.on())),
                    () -> unknown.add(q.text()));
        }
        return unknown;
    }
}
