package org.tafelronde.domain.seating;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a problem must be like to have a plan at all. */
final class Demands {
    private Demands() {}

    /** For a repair, when people are already at their tables: only what has no meaning. */
    static void checkNames(SeatingProblem problem) {
        require(!problem.tables().isEmpty(), "there are no tables");
        require(problem.rounds() >= 1, "a rotation has at least a round, not " + problem.rounds());
        require(problem.hostRounds() >= 1, "a host sits at least a round at a table, not " + problem.hostRounds());
        Set<String> people = new HashSet<>();
        for (Seater p : problem.people()) {
            require(people.add(p.id()), p.id() + " is there twice");
        }
        Set<String> tables = new HashSet<>();
        for (TableSpec t : problem.tables()) {
            require(tables.add(t.id()), "table " + t.id() + " is there twice");
        }
        problem.fixed().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            require(people.contains(e.getKey()), "who is fixed at " + e.getValue() + " is unknown: " + e.getKey());
            require(tables.contains(e.getValue()), e.getKey() + " is fixed at an unknown table, " + e.getValue());
        });
    }

    static void check(SeatingProblem problem) {
        require(!problem.people().isEmpty(), "there is nobody to seat");
        checkNames(problem);
        for (int r = 1; r <= problem.rounds(); r++) {
            int round = r;
            List<Seater> present =
                    problem.people().stream().filter(p -> p.present(round)).toList();
            require(
                    present.size() >= problem.tables().size(),
                    "round " + r + " has " + present.size() + " people for "
                            + problem.tables().size() + " tables");
            checkFixed(problem, r, present.size());
        }
        checkApart(problem);
    }

    private static void checkFixed(SeatingProblem problem, int round, int present) {
        for (Seater p : problem.people()) {
            if (problem.fixed().containsKey(p.id())) {
                require(
                        p.present(round),
                        p.id() + " is fixed at " + problem.fixed().get(p.id()) + " but not there in round " + round);
            }
        }
        for (TableSpec t : problem.tables()) {
            long fixed =
                    problem.fixed().values().stream().filter(t.id()::equals).count();
            // A table needs its host, and from round 2 on the one before, who hands over.
            int hosts = round > 1 && problem.hostRounds() > 1 && problem.term() < problem.rounds() ? 2 : 1;
            int largest =
                    (present + problem.tables().size() - 1) / problem.tables().size();
            require(
                    fixed == 0 || fixed + hosts <= largest,
                    fixed + " people are fixed at " + t.id() + ", which leaves no place for its hosts");
        }
    }

    private static void checkApart(SeatingProblem problem) {
        for (Set<String> apart : problem.apart()) {
            List<String> names = apart.stream().sorted().toList();
            require(
                    names.size() <= problem.tables().size(),
                    "there are " + problem.tables().size() + " tables to keep " + names.size() + " people apart: "
                            + String.join(", ", names));
            Set<String> taken = new HashSet<>();
            for (String name : names) {
                String table = problem.fixed().get(name);
                require(table == null || taken.add(table), "people who are to be kept apart are fixed at " + table);
            }
        }
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
