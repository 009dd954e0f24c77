package org.tafelronde.domain.seating;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rotation is wanted for.
 *
 * @param rounds how many
 * @param hostRounds how many rounds a host sits at the table that they host: 2 as a rule (one to host, one to hand over to the next); with
 *     3 or more, a round less than that to host; as many as there are rounds, and more than 2: all of them, with nobody to hand over to
 * @param fixed people who stay at one table in every round, by the table's id; they never host
 * @param apart sets of people who should not meet
 * @param seed the same seed gives the same plan
 */
public record SeatingProblem(
        List<Seater> people,
        List<TableSpec> tables,
        int rounds,
        int hostRounds,
        Map<String, String> fixed,
        List<Set<String>> apart,
        long seed) {
    public SeatingProblem {
        people = List.copyOf(people);
        tables = List.copyOf(tables);
        fixed = Map.copyOf(fixed);
        apart = List.copyOf(apart);
    }

    /** The same people at other tables. */
    SeatingProblem at(List<TableSpec> others) {
        return new SeatingProblem(people, others, rounds, hostRounds, fixed, apart, seed);
    }

    /** How many rounds somebody hosts before the next host takes over. */
    int term() {
        return hostRounds >= 3 && hostRounds >= rounds ? rounds : Math.max(1, hostRounds - 1);
    }

    /** How many times a table changes hands, and once more for its first host. */
    int terms() {
        return (rounds + term() - 1) / term();
    }

    /** Whether a host is there a round longer, for the next one. */
    boolean handsOver() {
        return hostRounds > 1;
    }

    int themes() {
        return (int) tables.stream().map(TableSpec::theme).distinct().count();
    }
}
