package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Seating people from a file, as it is typed. */
@Isolated("what it sets and prints is the whole process's")
class SeatCommandTest {
    private static final String SAMPLES = "src/test/resources/seating/";

    @TempDir
    Path folder;

    @Test
    void twenty_people_get_a_plan_and_the_sentence_that_no_other_is_better() throws IOException {
        Typed typed = Typed.line("seat", SAMPLES + "p020.json");
        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEqualTo("12 repeated meetings; with 4 tables fewer is impossible\n");
        JsonNode plan = new ObjectMapper().readTree(typed.out());
        assertThat(plan.path("rounds")).hasSize(3);
        JsonNode table = plan.path("rounds").path(0).path("tables").path(0);
        assertThat(table.path("table").asText()).isEqualTo("privacy-1");
        assertThat(table.path("value").asText()).isEqualTo("privacy");
        assertThat(table.path("members")).hasSize(5).contains(table.path("chair"));
    }

    @Test
    void colleagues_at_a_table_are_told_too() {
        assertThat(Typed.line("seat", SAMPLES + "p023_org5.json").err())
                .isEqualTo("20 repeated meetings; with 4 tables fewer is impossible;"
                        + " 12 pairs of colleagues at a table (fewer is impossible)\n");
    }

    @Test
    void what_is_not_proven_is_said_beside_the_bound() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(
                file, Files.readString(Path.of(SAMPLES + "p023_org5.json")).replace("\"rounds\":3", "\"rounds\":4"));
        assertThat(Typed.line("seat", file.toString()).err())
                .matches("(?s)\\d+ repeated meetings; the proven bound is \\d+;.*");
    }

    @Test
    void the_plan_goes_to_a_file() throws IOException {
        Path plan = folder.resolve("plan.json");
        Typed typed = Typed.line("seat", SAMPLES + "p012.json", "--out", plan.toString());
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("0 repeated meetings\n");
        assertThat(Files.readString(plan))
                .isEqualTo(Typed.line("seat", SAMPLES + "p012.json").out());
    }

    @Test
    void the_same_seed_gives_the_same_plan_and_another_seed_another() {
        String first = Typed.line("seat", SAMPLES + "p016.json", "--seed", "5").out();
        assertThat(Typed.line("seat", SAMPLES + "p016.json", "--seed", "5").out())
                .isEqualTo(first);
        assertThat(Typed.line("seat", SAMPLES + "p016.json", "--seed", "-9000000000")
                        .out())
                .isNotEqualTo(first);
    }

    @Test
    void the_theme_of_the_only_table_changes_with_the_rounds() {
        assertThat(Typed.line("seat", SAMPLES + "p005.json").out())
                .contains("\"value\":\"privacy\"", "\"value\":\"fairness\"", "\"value\":\"safety\"");
    }

    @Test
    void the_themes_of_many_tables_may_change_with_the_rounds_too() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(file, """
                {"rounds": 2, "values_by_round": ["dawn", "dusk"],
                 "tables": [{"id": "a", "value": "dawn"}, {"id": "b", "value": "dawn"}],
                 "participants": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}, {"id": "5"}, {"id": "6"}]}
                """);
        Typed typed = Typed.line("seat", file.toString());
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("\"table\":\"b\",\"value\":\"dusk\"");
    }

    @Test
    void too_few_people_to_hand_over_get_a_plan_and_hear_what_is_wrong_with_it() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(file, """
                {"rounds": 2, "tables": [{"id": "a", "value": "dawn"}, {"id": "b", "value": "dusk"}],
                 "participants": [{"id": "1"}, {"id": "2"}, {"id": "3"}]}
                """);
        Typed typed = Typed.line("seat", file.toString());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).contains("\"rounds\"");
        assertThat(typed.err())
                .startsWith("tafelronde: the plan does not keep all rules, as round 2: ")
                .contains("more people or fewer tables may help\n");
    }

    @Test
    void wrong_usage_is_told_from_wrong_input() {
        assertThat(Typed.line("seat").code()).isEqualTo(2);
        assertThat(Typed.line("seat", SAMPLES + "p012.json", "--seed", "one").code())
                .isEqualTo(2);
        assertThat(Typed.line("seat", SAMPLES + "p012.json", "--quick").code()).isEqualTo(2);
        assertThat(Typed.line("seat", "nowhere.json").code()).isEqualTo(1);
    }

    @Test
    void help_lists_it() {
        assertThat(Typed.line("--help").out()).contains("seat ");
        assertThat(Typed.line("help", "seat").out()).contains("--seed", "--out=PLAN.json");
    }
}
