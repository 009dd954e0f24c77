package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceTest {

    @Test
    void an_instance_is_read_with_all_that_it_may_say() {
        Map<String, Object> parsed = new HashMap<>(Samples.parsed("p012").entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue)));
        parsed.put("fixed", Map.of("p01", "privacy-1"));
        parsed.put("keep_apart", List.of(List.of("p02", "p03")));
        parsed.put(
                "participants",
                List.of(
                        Map.of("id", "p01", "organisation", "north", "role", "nurse", "heads", 6),
                        Map.of("id", "p02", "from_round", 2, "until_round", 3),
                        Map.of("id", "p03", "absent_rounds", List.of(2))));
        SeatingProblem problem = Instance.of(parsed).problem();
        assertThat(problem.people())
                .containsExactly(
                        new Seater(
                                "p01", Optional.of("north"), Optional.of("nurse"), 1, Integer.MAX_VALUE, Set.of(), 6),
                        new Seater("p02", Optional.empty(), Optional.empty(), 2, 3, Set.of()),
                        new Seater("p03", Optional.empty(), Optional.empty(), 1, Integer.MAX_VALUE, Set.of(2)));
        assertThat(problem.fixed()).isEqualTo(Map.of("p01", "privacy-1"));
        assertThat(problem.apart()).containsExactly(Set.of("p02", "p03"));
        assertThat(problem.hostRounds()).isEqualTo(2);
    }

    @Test
    void a_single_table_changes_its_theme_with_the_rounds() {
        Instance instance = Samples.instance("p005");
        Rotation rotation = Planner.plan(instance.problem()).rotation();
        assertThat(instance.planFile(rotation).toString())
                .contains("value=privacy", "value=fairness", "value=safety")
                .contains("table=privacy-1");
    }

    @Test
    void what_is_no_instance_is_refused_in_a_line() {
        refuses(Map.of(), "the instance has no participants");
        refuses(Map.of("participants", List.of()), "the instance has no tables");
        refuses(Map.of("participants", "many"), "participants is a list, not \"many\"");
        refuses(Map.of("participants", List.of(Map.of("name", "ada"))), "participant 1 has no id");
        refuses(
                Map.of("participants", List.of(Map.of("id", "ada", "from_round", "soon"))),
                "from_round is a whole number, not \"soon\"");
        refuses(
                Map.of("participants", List.of(Map.of("id", "ada")), "tables", List.of(), "rounds", 3),
                "a rotation needs at least 3 people, not 1");
    }

    private static void refuses(Map<?, ?> parsed, String line) {
        assertThatThrownBy(() -> Instance.of(parsed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }
}
