package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a problem must be like to have a plan at all. */
final class Demands {
    /** Twice the largest café that is promised; pairs of people are kept in a square. */
    private static final int MOST_PEOPLE = 2_000;

    private static final int MOST_ROUNDS = 20;

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
        require(
                problem.people().size() <= MOST_PEOPLE,
                "a rotation is for at most " + MOST_PEOPLE + " people, not "
                        + problem.people().size());
        require(
                problem.rounds() <= MOST_ROUNDS,
                "a rotation has at most " + MOST_ROUNDS + " rounds, not " + problem.rounds());
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
        checkCircles(problem);
    }

    private static void checkFixed(SeatingProblem problem, int round, int present) {
        for (Seater p : problem.people()) {
            if (problem.fixed().containsKey(p.id())) {
                require(
                        p.present(round),
                        p.id() + " is fixed at " + problem.fixed().get(p.id()) + " but not there in round " + round);
            }
        }
        // A table needs its host, and from round 2 on the one before, who hands over.
        int hosts = round > 1 && problem.handsOver() && problem.term() < problem.rounds() ? 2 : 1;
        int tables = problem.tables().size();
        int crowded = 0;
        for (TableSpec t : problem.tables()) {
            int fixed = (int)
                    problem.fixed().values().stream().filter(t.id()::equals).count();
            int largest = (present + tables - 1) / tables;
            require(
                    fixed == 0 || fixed + hosts <= largest,
                    fixed + " people are fixed at " + t.id() + ", which leaves no place for its hosts");
            crowded += fixed > 0 && fixed + hosts > present / tables ? 1 : 0;
        }
        require(
                crowded <= present % tables,
                "with the people who are fixed, and hosts, " + crowded + " tables need more than "
                        + present / tables + " seats in round " + round + "; there are only " + present % tables
                        + " of them");
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

    /** A circle in which everybody is to be kept apart from everybody, put together from smaller sets. */
    private static void checkCircles(SeatingProblem problem) {
        Map<String, Set<String>> apartFrom = new TreeMap<>();
        for (Set<String> apart : problem.apart()) {
            apart.forEach(name ->
                    apartFrom.computeIfAbsent(name, any -> new TreeSet<>()).addAll(apart));
        }
        apartFrom.forEach((first, others) -> {
            List<String> circle = new ArrayList<>(List.of(first));
            for (String next : others) {
                if (!next.equals(first)
                        && apartFrom.getOrDefault(next, Set.of()).containsAll(circle)) {
                    circle.add(next);
                }
            }
            require(
                    circle.size() <= problem.tables().size(),
                    "there are " + problem.tables().size() + " tables to keep " + circle.size() + " people apart: "
                            + String.join(", ", circle.stream().sorted().toList()));
        });
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
