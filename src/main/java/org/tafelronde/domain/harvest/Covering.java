package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tafelronde.domain.script.ReferenceCard;

/** Holds all questions of a café against the reference card. A question is about one topic at most, and a topic may be asked about anywhere. */
final class Covering {
    private final ReferenceCard card;
    private final Map<String, Placing> placed;
    private final ChathamHouse chathamHouse;
    private final Map<ReferenceCard.Topic, List<Coverage.Because>> about = new HashMap<>();

    /**
     * @param placed by the ids of the questions
     */
    Covering(ReferenceCard card, Map<String, Placing> placed, ChathamHouse chathamHouse) {
        this.card = card;
        this.placed = placed;
        this.chathamHouse = chathamHouse;
    }

    List<Coverage> of(List<Digest.Cell> cells, List<Digest.Asked> appendix) {
        if (card.topics().isEmpty()) {
            return List.of();
        }
        List<List<String>> others =
                cells.stream().map(cell -> unknown(cell.questions())).toList();
        unknown(appendix);
        List<Coverage> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Digest.Cell cell = cells.get(i);
            List<Coverage.Covered> topics = card.of(cell.theme().id(), cell.round()).stream()
                    .map(topic -> new Coverage.Covered(named(topic), about.getOrDefault(topic, List.of())))
                    .toList();
            all.add(new Coverage(cell.theme(), cell.round(), topics, others.get(i)));
        }
        return all;
    }

    private ReferenceCard.Topic named(ReferenceCard.Topic topic) {
        return new ReferenceCard.Topic(
                topic.id(),
                topic.theme(),
                topic.round(),
                chathamHouse.ofScript(topic.topic()),
                chathamHouse.ofScript(topic.question()),
                topic.terms());
    }

    /** Keeps what the questions are about; those that are about nothing on the card are left over. */
    private List<String> unknown(List<Digest.Asked> questions) {
        List<String> unknown = new ArrayList<>();
        for (Digest.Asked q : questions) {
            Placing placing = Objects.requireNonNull(placed.get(q.id()));
            placing.is()
                    .ifPresentOrElse(
                            topic -> about.computeIfAbsent(topic, t -> new ArrayList<>())
                                    .add(because(q, placing)),
                            () -> unknown.add(q.text()));
        }
        return unknown;
    }

    private static Coverage.Because because(Digest.Asked q, Placing placing) {
        List<String> on = placing.isOverruled()
                ? List.of()
                : placing.suggested().map(CardMatch::on).orElse(List.of());
        return new Coverage.Because(q.id(), q.text(), on, placing.isOverruled());
    }
}
