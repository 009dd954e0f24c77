package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandsTest {
    private final List<TableSpec> four = TableCount.of(4, Crowd.themes(4)).tables();

    @Test
    void nobody_no_tables_no_rounds() {
        refuses(Crowd.problem(List.of(), four, 3), "there is nobody to seat");
        refuses(Crowd.problem(Crowd.people(5), List.of(), 3), "there are no tables");
        refuses(Crowd.problem(Crowd.people(5), four, 0), "a rotation has at least a round, not 0");
    }

    @Test
    void fewer_people_than_tables() {
        refuses(Crowd.problem(Crowd.people(3), four, 3), "round 1 has 3 people for 4 tables");
        List<Seater> people = new ArrayList<>(Crowd.people(3));
        people.add(Crowd.until(Seater.of("early"), 1));
        refuses(Crowd.problem(people, four, 3), "round 2 has 3 people for 4 tables");
    }

    @Test
    void the_same_name_twice() {
        List<Seater> people = new ArrayList<>(Crowd.people(8));
        people.add(Seater.of("p001"));
        refuses(Crowd.problem(people, four, 3), "p001 is there twice");
    }

    @Test
    void somebody_fixed_who_leaves_or_whom_nobody_knows() {
        refuses(fixed(Map.of("p099", "joy-1")), "who is fixed at joy-1 is unknown: p099");
        refuses(fixed(Map.of("p001", "sun-1")), "p001 is fixed at an unknown table, sun-1");
        SeatingProblem leaves = Crowd.changing(fixed(Map.of("p001", "joy-1")), "p001", p -> Crowd.until(p, 2));
        refuses(leaves, "p001 is fixed at joy-1 but not there in round 3");
    }

    @Test
    void so_many_fixed_at_a_table_that_nobody_can_host_it() {
        refuses(
                fixed(Map.of("p001", "joy-1", "p002", "joy-1", "p003", "joy-1")),
                "3 people are fixed at joy-1, which leaves no place for its hosts");
    }

    @Test
    void people_who_cannot_be_kept_apart() {
        refuses(
                apart(Map.of(), Set.of("p001", "p002", "p003", "p004", "p005")),
                "there are 4 tables to keep 5 people apart: p001, p002, p003, p004, p005");
        refuses(
                apart(Map.of("p001", "joy-1", "p002", "joy-1"), Set.of("p001", "p002")),
                "people who are to be kept apart are fixed at joy-1");
    }

    private SeatingProblem fixed(Map<String, String> fixed) {
        return new SeatingProblem(Crowd.people(16), four, 3, 2, fixed, List.of(), 1);
    }

    private SeatingProblem apart(Map<String, String> fixed, Set<String> apart) {
        return new SeatingProblem(Crowd.people(16), four, 3, 2, fixed, List.of(apart), 1);
    }

    private static void refuses(SeatingProblem problem, String line) {
        assertThatThrownBy(() -> Planner.plan(problem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }
}
