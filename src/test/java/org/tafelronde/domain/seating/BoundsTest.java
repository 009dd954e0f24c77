package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    @Test
    void people_who_spread_evenly_meet_least() {
        assertThat(Bounds.forced(3, 4)).isZero();
        assertThat(Bounds.forced(4, 3)).isEqualTo(1);
        assertThat(Bounds.forced(6, 3)).isEqualTo(3);
        assertThat(Bounds.forced(7, 3)).isEqualTo(5);
        assertThat(Bounds.forced(-1, 3)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "13, 1", "16, 4", "20, 12", "23, 20"})
    void what_four_tables_and_three_rounds_force(int people, int repeats) {
        assertThat(Bounds.of(four(people, 3)).repeats()).isEqualTo(repeats);
    }

    @Test
    void one_table_meets_again_in_every_round() {
        assertThat(Bounds.of(Crowd.cafe(5, 4, 3)).repeats()).isEqualTo(20);
    }

    @Test
    void three_rounds_at_two_themes_bring_somebody_back() {
        assertThat(Bounds.of(Crowd.cafe(7, 2, 3)).revisits()).isEqualTo(3);
    }

    @Test
    void twelve_terms_and_ten_people_who_may_host() {
        SeatingProblem cafe = four(12, 3);
        SeatingProblem fixed = new SeatingProblem(
                cafe.people(), cafe.tables(), 3, 2, Map.of("p001", "joy-1", "p002", "privacy-1"), List.of(), 1);
        assertThat(Bounds.of(fixed).hostingTwice()).isEqualTo(2);
    }

    @Test
    void colleagues_meet_when_they_are_more_than_the_tables() {
        SeatingProblem cafe = four(20, 3);
        assertThat(Bounds.of(Crowd.with(cafe, Crowd.inOrganisations(20, 4))).sameOrganisation())
                .isEqualTo(3 * 4);
    }

    @Test
    void no_plan_that_keeps_the_rules_is_below_them() {
        Random chance = new Random(17);
        for (int i = 0; i < 100; i++) {
            int themes = 1 + chance.nextInt(6);
            SeatingProblem cafe = Crowd.cafe(3 + chance.nextInt(60), themes, 1 + chance.nextInt(5));
            SeatingProblem problem = chance.nextBoolean()
                    ? cafe
                    : Crowd.with(cafe, Crowd.inOrganisations(cafe.people().size(), 5));
            Plan plan = Planner.plan(problem, 10_000);
            Bounds bounds = Bounds.of(problem);
            if (!Rules.broken(problem, plan.rotation()).isEmpty()) {
                continue;
            }
            String what = problem.people().size() + " people, " + themes + " themes, " + problem.rounds() + " rounds";
            assertThat(plan.costs().repeats()).as(what).isGreaterThanOrEqualTo(bounds.repeats());
            assertThat(plan.costs().revisits()).as(what).isGreaterThanOrEqualTo(bounds.revisits());
            assertThat(plan.costs().hostingTwice()).as(what).isGreaterThanOrEqualTo(bounds.hostingTwice());
            assertThat(plan.costs().sameOrganisation()).as(what).isGreaterThanOrEqualTo(bounds.sameOrganisation());
        }
    }

    private static SeatingProblem four(int people, int rounds) {
        return Crowd.problem(
                Crowd.people(people), TableCount.of(4, Crowd.themes(4)).tables(), rounds);
    }
}
