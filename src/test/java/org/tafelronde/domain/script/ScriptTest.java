package org.tafelronde.domain.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.TestScripts;

/** A script checks itself, and says which value is wrong. */
class ScriptTest {

    @Test
    void the_whole_plan_lasts_two_hours_and_four_minutes() {
        assertThat(TestScripts.whole().length()).isEqualTo(Duration.ofMinutes(124));
    }

    @Test
    void it_finds_rounds_themes_and_interventions() {
        Script script = TestScripts.whole();
        assertThat(script.rounds()).extracting(Step.Round::number).containsExactly(1, 2, 3);
        assertThat(script.round(2).title()).isEqualTo("Decision");
        assertThat(script.theme("trust").label()).isEqualTo("Trust");
        assertThatThrownBy(() -> script.theme("tea")).hasMessageContaining("tea");
        assertThat(script.intervention("storm")).isPresent();
        assertThat(script.intervention("leak")).isPresent();
        assertThat(script.intervention("ghost")).isEmpty();
    }

    @Test
    void a_cafe_has_a_round_and_a_theme() {
        assertThatThrownBy(() -> TestScripts.of("talk", TestScripts.talk("hello", "Hello", 5, false)))
                .hasMessageContaining("at least one round");
    }

    @Test
    void no_two_steps_have_one_name() {
        assertThatThrownBy(() ->
                        TestScripts.of("twice", TestScripts.round(1, "A", 20, 5), TestScripts.round(1, "B", 20, 5)))
                .hasMessageContaining("round-1");
    }

    @Test
    void a_step_lasts_at_least_a_minute_and_its_minimum_fits() {
        assertThatThrownBy(() -> new Step.Pick("pick", "Choosing", Duration.ofSeconds(3), Duration.ZERO))
                .hasMessageContaining("3 seconds");
        assertThatThrownBy(() -> new Step.Pick("pick", "Choosing", Duration.ofMinutes(5), Duration.ofMinutes(6)))
                .hasMessageContaining("not 6 minutes");
        assertThatThrownBy(() -> new Step.Pick("pick", "Choosing", Duration.ofHours(13), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_intervention_in_a_round_has_a_minute_within_it() {
        Intervention spare = new Intervention("leak", "A leak", Optional.empty(), "It leaks.", "And now?");
        assertThatThrownBy(() -> roundWith(spare)).hasMessageContaining("has no minute");
        Intervention late = new Intervention("late", "Late", Optional.of(Duration.ofMinutes(21)), "x", "y");
        assertThatThrownBy(() -> roundWith(late)).hasMessageContaining("late");
    }

    private static Step.Round roundWith(Intervention intervention) {
        return new Step.Round(
                "r",
                1,
                "R",
                Duration.ofMinutes(20),
                Duration.ofMinutes(8),
                Duration.ofMinutes(5),
                Map.of(),
                List.of(intervention));
    }

    @Test
    void texts_are_neither_empty_nor_longer_than_a_message() {
        assertThatThrownBy(() -> new Theme("privacy", " ", "Who?")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> new Theme("privacy", "Privacy", "x".repeat(2_501)))
                .hasMessageContaining("2501");
        assertThatThrownBy(
                        () -> new Step.Talk("t", "T", Duration.ofMinutes(5), Duration.ofMinutes(1), List.of(), false))
                .hasMessageContaining("says nothing");
        assertThatThrownBy(() -> new Step.Debrief("d", "D", Duration.ofMinutes(5), Duration.ofMinutes(1), List.of()))
                .hasMessageContaining("asks nothing");
        assertThatThrownBy(() -> new Case("A case", List.of(), Optional.empty()))
                .hasMessageContaining("no text");
        assertThatThrownBy(() -> new Case.Picture("p.png", "")).hasMessageContaining("alternative text");
    }

    @Test
    void ids_become_channel_names() {
        for (String bad : List.of("", "Privacy", "a b", "-a", "a-", "a--b", "é", "x".repeat(41))) {
            assertThatThrownBy(() -> new Theme(bad, "Label", "Who?"))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Theme("due-care-2", "Label", "Who?").id()).isEqualTo("due-care-2");
    }

    @Test
    void a_language_is_known_with_its_country_and_in_any_case() {
        assertThat(Language.of("nl-BE")).contains(Language.NL);
        assertThat(Language.of(" EN_gb ")).contains(Language.EN);
        assertThat(Language.of("fr")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }

    @Test
    void a_problem_says_file_line_place_what_and_how_to_mend_it() {
        assertThat(new ScriptProblem("a.yaml", 3, "plan[1]", "no length", "give it one"))
                .hasToString("a.yaml:3: plan[1]: no length; give it one");
        assertThat(new ScriptProblem("a.yaml", 0, "", "it is empty", "write it"))
                .hasToString("a.yaml:0: it is empty; write it");
    }

    @Test
    void the_reference_card_is_by_theme_and_round() {
        assertThat(TestScripts.whole().card().of("privacy", 1)).hasSize(1);
        assertThat(TestScripts.whole().card().of("privacy", 2)).isEmpty();
    }
}
