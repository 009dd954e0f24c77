package org.tafelronde.domain.seating;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rotation is wanted for.
 *
 * @param rounds how many
 * @param hostRounds how many rounds a host sits at the table that they host: 2 as a rule
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
}
