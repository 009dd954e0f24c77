package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds against every plan there is: none is below them, and the planner finds the best. */
class EveryPlanTest {

    @ParameterizedTest
    @CsvSource({
        "4, 2, 2",
        "5, 2, 3",
        "6, 2, 3",
        "7, 2, 3",
        "8, 2, 3",
        "6, 2, 4",
        "6, 3, 2",
        "7, 3, 2",
        "8, 3, 2",
        "9, 3, 2",
        "6, 3, 3",
        "7, 3, 3",
        "8, 4, 2",
        "8, 3, 3",
        "9, 3, 3",
        "9, 4, 2",
        "10, 2, 4",
        "8, 2, 5"
    })
    void a_table_for_each_theme(int people, int tables, int rounds) {
        proves(Crowd.problem(
                Crowd.people(people),
                TableCount.of(tables, Crowd.themes(tables)).tables(),
                rounds));
    }

    @Test
    void two_tables_for_each_theme() {
        proves(Crowd.problem(Crowd.people(8), TableCount.of(4, Crowd.themes(2)).tables(), 2));
    }

    @Test
    void one_theme_with_two_tables() {
        proves(Crowd.problem(Crowd.people(8), TableCount.of(4, Crowd.themes(3)).tables(), 2));
    }

    @Test
    void four_tables_have_a_plan_as_good_as_what_is_proven_by_trying_and_none_below_it() {
        SeatingProblem cafe = Crowd.problem(
                Crowd.people(13), TableCount.of(4, Crowd.themes(4)).tables(), 3);
        assertThat(SmallCafe.isThereOneBelow(1, cafe)).isFalse();
        assertThat(SmallCafe.isThereOneBelow(2, cafe)).isTrue();
        FourTables.FEWEST_REPEATS.forEach((people, repeats) -> {
            SeatingProblem usual = Crowd.problem(
                    Crowd.people(people), TableCount.of(4, Crowd.themes(4)).tables(), 3);
            Plan plan = Planner.plan(usual, 1_000_000);
            assertThat(plan.costs().repeats()).isEqualTo(repeats);
            assertThat(plan.provenBest()).isTrue();
        });
    }

    @Test
    void somebody_is_fixed() {
        SeatingProblem cafe =
                Crowd.problem(Crowd.people(9), TableCount.of(3, Crowd.themes(3)).tables(), 2);
        proves(new SeatingProblem(cafe.people(), cafe.tables(), 2, 2, Map.of("p001", "privacy-1"), List.of(), 1));
    }

    private static void proves(SeatingProblem problem) {
        Costs least = EveryPlan.least(problem);
        Bounds bounds = Bounds.of(problem);
        assertThat(bounds.hostingTwice()).isLessThanOrEqualTo(least.hostingTwice());
        assertThat(bounds.revisits()).isLessThanOrEqualTo(least.revisits());
        assertThat(bounds.repeats()).isLessThanOrEqualTo(least.repeats());
        Bounds.smallCafe(problem)
                .ifPresent(cafe -> assertThat(cafe.fewestRepeats()).isEqualTo(least.repeats()));
        assertThat(Planner.plan(problem).costs()).isEqualTo(least);
    }
}
