package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SampleInstancesTest {
    private static final Object NAMES = Samples.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void a_sample_gets_a_plan_as_good_as_the_best_that_is_known(String name) {
        Instance instance = Samples.instance(name);
        Plan plan = Planner.plan(instance.problem(), Planner.THOROUGH);
        assertThat(Rules.broken(instance.problem(), plan.rotation())).isEmpty();
        assertThat(Samples.weighted(plan.costs())).isLessThanOrEqualTo(Samples.weighted(Samples.bestKnown(name)));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void our_bounds_are_never_above_what_somebody_reached(String name) {
        Bounds bounds = Bounds.of(Samples.instance(name).problem());
        Costs best = Samples.bestKnown(name);
        assertThat(bounds.repeats()).isLessThanOrEqualTo(best.repeats());
        assertThat(bounds.revisits()).isLessThanOrEqualTo(best.revisits());
        assertThat(bounds.sameOrganisation()).isLessThanOrEqualTo(best.sameOrganisation());
        assertThat(bounds.hostingTwice()).isLessThanOrEqualTo(best.hostingTwice());
    }
}
