package org.tafelronde.domain.seating;

import java.util.Map;

/**
 * What the usual café cannot be better than: four themes with a table each, three rounds, hosts of two. To try all its ways takes minutes,
 * so it was done once ({@code mvn -Dtest=FourTablesSpeed test} does it again), for the numbers of people where counting alone says less.
 */
final class FourTables {
    /** The fewest repeats, by the number of people. */
    static final Map<Integer, Integer> FEWEST_REPEATS = Map.of(21, 15, 22, 17, 23, 20, 24, 22);

    private FourTables() {}

    /** Nothing, for a café of another kind. */
    static int fewestRepeats(SeatingProblem problem) {
        boolean usual = problem.tables().size() == 4
                && problem.themes() == 4
                && problem.rounds() == 3
                && problem.hostRounds() == 2
                && problem.fixed().isEmpty()
                && problem.people().stream().allMatch(p -> p.presentInAll(3));
        return usual ? FEWEST_REPEATS.getOrDefault(problem.people().size(), 0) : 0;
    }
}
