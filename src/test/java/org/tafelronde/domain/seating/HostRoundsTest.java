package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts sit at their table for two rounds as a rule; a script may say one, three, or all (F10). */
class HostRoundsTest {

    @Test
    void a_host_for_three_rounds_hosts_two_of_them_and_hands_over_in_the_third() {
        SeatingProblem problem = hostsFor(3, 24, 5);
        Rotation rotation = Planner.plan(problem).rotation();
        for (TableSpec table : problem.tables()) {
            List<String> hosts = hosts(rotation, table.id());
            assertThat(hosts.get(0)).isEqualTo(hosts.get(1)).isNotEqualTo(hosts.get(2));
            assertThat(hosts.get(2)).isEqualTo(hosts.get(3)).isNotEqualTo(hosts.get(4));
            assertThat(rotation.round(3).tableOf(hosts.getFirst()).orElseThrow().table())
                    .isEqualTo(table.id());
        }
        assertThat(Rules.broken(problem, rotation)).isEmpty();
    }

    @Test
    void a_host_for_all_rounds_stays_till_the_end() {
        SeatingProblem problem = hostsFor(3, 16, 3);
        Rotation rotation = Planner.plan(problem).rotation();
        for (TableSpec table : problem.tables()) {
            assertThat(Set.copyOf(hosts(rotation, table.id()))).hasSize(1);
        }
        assertThat(Rules.broken(problem, rotation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void hosts_for_any_number_of_rounds(int hostRounds) {
        List<String> wrong = new ArrayList<>();
        for (int themes = 2; themes <= 6; themes++) {
            for (int rounds = 2; rounds <= 5; rounds++) {
                for (int people = 6; people <= 120; people += people < 40 ? 7 : 37) {
                    SeatingProblem cafe = Crowd.cafe(people, themes, rounds);
                    SeatingProblem problem = new SeatingProblem(
                            cafe.people(), cafe.tables(), rounds, hostRounds, Map.of(), List.of(), 7);
                    Plan plan = Planner.plan(problem, 5_000);
                    String what = people + " people, " + themes + " themes, " + rounds + " rounds: ";
                    Rules.broken(problem, plan.rotation()).forEach(rule -> wrong.add(what + rule));
                    plan.faults().forEach(fault -> wrong.add(what + fault));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static SeatingProblem hostsFor(int hostRounds, int people, int rounds) {
        SeatingProblem cafe = Crowd.cafe(people, 4, rounds);
        return new SeatingProblem(cafe.people(), cafe.tables(), rounds, hostRounds, Map.of(), List.of(), 7);
    }

    private static List<String> hosts(Rotation rotation, String table) {
        return IntStream.rangeClosed(1, rotation.rounds().size())
                .mapToObj(r -> rotation.round(r).tables().stream()
                        .filter(t -> t.table().equals(table))
                        .findFirst()
                        .orElseThrow()
                        .host())
                .toList();
    }
}
