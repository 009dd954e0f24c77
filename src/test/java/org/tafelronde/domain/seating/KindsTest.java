package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cafés of every kind keep the rules, keep people apart, and are not below what is said to be impossible. */
class KindsTest {
    private static final List<Integer> SIZES =
            List.of(3, 5, 6, 7, 9, 11, 12, 14, 17, 20, 23, 26, 29, 33, 40, 48, 61, 75, 100, 120, 200);

    @ParameterizedTest
    @EnumSource
    void a_kind_of_cafe_of_every_size(Kinds kind) {
        List<String> wrong = new ArrayList<>();
        for (int people : SIZES) {
            SeatingProblem problem = kind.cafe(people, people);
            Plan plan = Planner.plan(problem, 20_000);
            String what = people + " people, " + problem.tables().size() + " tables, " + problem.rounds() + " rounds: ";
            Rules.broken(problem, plan.rotation()).forEach(rule -> wrong.add(what + rule));
            plan.faults().forEach(fault -> wrong.add(what + fault));
            Costs costs = plan.costs();
            Bounds bounds = plan.bounds();
            if (costs.apart() > 0 && problem.tables().size() > 3) {
                wrong.add(what + costs.apart() + " who should be kept apart meet");
            }
            if (costs.repeats() < bounds.repeats()
                    || costs.revisits() < bounds.revisits()
                    || costs.hostingTwice() < bounds.hostingTwice()
                    || costs.sameOrganisation() < bounds.sameOrganisation()) {
                wrong.add(what + costs + " is below " + bounds);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
