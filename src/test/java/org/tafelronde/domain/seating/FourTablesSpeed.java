package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The proof of {@link FourTables}; it takes minutes, and runs only when it is asked for: {@code mvn -Dtest=FourTablesSpeed test} */
class FourTablesSpeed {

    @Test
    void no_plan_has_fewer_repeats() {
        FourTables.FEWEST_REPEATS.forEach((people, repeats) -> {
            SeatingProblem cafe = Crowd.problem(
                    Crowd.people(people), TableCount.of(4, Crowd.themes(4)).tables(), 3);
            assertThat(SmallCafe.isThereOneBelow(repeats, cafe)).isFalse();
            System.out.println(people + " people: fewer than " + repeats + " is impossible");
        });
    }
}
