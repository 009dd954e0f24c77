package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;

/** Holds all questions of a café against the reference card. A question is about one topic at most, and a topic may be asked about anywhere. */
final class Covering {
    private final Harvest harvest;
    private final Script script;
    private final Map<String, Placing> placed;
    private final ChathamHouse chathamHouse;
    /** By the ids of the topics. */
    private final Map<String, List<Coverage.Because>> about = new HashMap<>();

    /**
     * @param placed by the ids of the questions
     */
    Covering(Harvest harvest, Map<String, Placing> placed, ChathamHouse chathamHouse) {
        this.harvest = harvest;
        this.script = harvest.session().script();
        this.placed = placed;
        this.chathamHouse = chathamHouse;
    }

    private record Cell(Theme theme, int round, List<String> notOnCard) {}

    /** For each theme and round, in the order of the script. */
    List<Coverage> all() {
        if (script.card().topics().isEmpty()) {
            return List.of();
        }
        List<Cell> cells = new ArrayList<>();
        Set<String> inCells = new HashSet<>();
        for (Theme theme : script.themes()) {
            for (Step.Round round : script.rounds()) {
                List<Question> here = harvest.of(theme.id(), round.number());
                here.forEach(q -> inCells.add(q.id()));
                cells.add(new Cell(chathamHouse.ofScript(theme), round.number(), unknown(here)));
            }
        }
        // What was asked nowhere may be about a topic all the same.
        unknown(harvest.standing().stream()
                .filter(q -> !inCells.contains(q.id()))
                .toList());
        return cells.stream()
                .map(cell -> new Coverage(cell.theme(), cell.round(), covered(cell), cell.notOnCard()))
                .toList();
    }

    private List<Coverage.Covered> covered(Cell cell) {
        return script.card().of(cell.theme().id(), cell.round()).stream()
                .map(topic -> new Coverage.Covered(named(topic), about.getOrDefault(topic.id(), List.of())))
                .toList();
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
    private List<String> unknown(List<Question> questions) {
        List<String> unknown = new ArrayList<>();
        for (Question q : questions) {
            Placing placing = Objects.requireNonNull(placed.get(q.id()));
            placing.is()
                    .ifPresentOrElse(
                            topic -> about.computeIfAbsent(topic.id(), t -> new ArrayList<>())
                                    .add(because(placing)),
                            () -> unknown.add(placing.text()));
        }
        return unknown;
    }

    private static Coverage.Because because(Placing placing) {
        List<String> on = placing.isOverruled()
                ? List.of()
                : placing.suggested().map(CardMatch::on).orElse(List.of());
        return new Coverage.Because(placing.question().id(), placing.text(), on, placing.isOverruled());
    }
}
