package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What is wrong with a file is said in one line, at once, whatever stands in it. */
@Isolated("what it sets and prints is the whole process's")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SeatRefusalsTest {
    @TempDir
    Path folder;

    @Test
    void too_few_people_and_too_many() throws IOException {
        refuses(instance(2, 1, "3", ""), "a rotation needs at least 3 people, not 2");
        refuses(instance(3, 4, "3", ""), "round 1 has 3 people for 4 tables");
        refuses(instance(9_000, 4, "3", ""), "a rotation is for at most 2000 people, not 9000");
        refuses(instance(16, 0, "3", ""), "there are no tables");
    }

    @Test
    void rounds_that_cannot_be() throws IOException {
        refuses(instance(16, 4, "0", ""), "a rotation has at least a round, not 0");
        refuses(instance(16, 4, "-3", ""), "a rotation has at least a round, not -3");
        refuses(instance(16, 4, "1000000000", ""), "a rotation has at most 20 rounds, not 1000000000");
        refuses(instance(16, 4, "9000000000", ""), "rounds cannot be 9000000000");
        refuses(instance(16, 4, "2.5", ""), "rounds is a whole number, not 2.5");
        refuses(instance(16, 4, "\"3\"", ""), "rounds is a whole number, not \"3\"");
        refuses(instance(16, 4, "null", ""), "the instance has no rounds");
        refuses(instance(16, 4, "3", ", \"chair_rounds\": 0"), "a host sits at least a round at a table, not 0");
        refuses(instance(16, 4, "3", ", \"values_by_round\": [\"dawn\"]"), "values_by_round has 1 values for 3 rounds");
    }

    @Test
    void somebody_fixed_who_leaves_or_at_a_table_that_nobody_knows() throws IOException {
        refuses(instance(16, 4, "3", ", \"fixed\": {\"p1\": \"sun\"}"), "p1 is fixed at an unknown table, sun");
        refuses(instance(16, 4, "3", ", \"fixed\": {\"ada\": \"t1\"}"), "who is fixed at t1 is unknown: ada");
        refuses(instance(16, 4, "3", ", \"fixed\": [\"p1\"]"), "fixed is an object, not [p1]");
        refuses(
                instance(16, 4, "3", ", \"fixed\": {\"p1\": \"t1\"}")
                        .replace("{\"id\": \"p1\"}", "{\"id\": \"p1\", \"until_round\": 2}"),
                "p1 is fixed at t1 but not there in round 3");
        refuses(
                instance(
                        17,
                        4,
                        "3",
                        ", \"fixed\": {\"p1\": \"t1\", \"p2\": \"t1\", \"p3\": \"t1\", \"p4\": \"t2\", \"p5\": \"t2\", \"p6\": \"t2\"}"),
                "with the people who are fixed, and hosts, 2 tables need more than 4 seats in round 2; there are only 1 of them");
    }

    @Test
    void people_who_cannot_be_kept_apart() throws IOException {
        String five = ", \"keep_apart\": [[\"p1\", \"p2\", \"p3\", \"p4\", \"p5\"]]";
        refuses(instance(16, 4, "3", five), "there are 4 tables to keep 5 people apart: p1, p2, p3, p4, p5");
        String pairs = ", \"keep_apart\": [[\"p1\", \"p2\"], [\"p2\", \"p3\"], [\"p3\", \"p1\"]]";
        refuses(instance(16, 2, "3", pairs), "there are 2 tables to keep 3 people apart: p1, p2, p3");
        refuses(
                instance(16, 4, "3", ", \"keep_apart\": [[\"p1\", \"ada\"]]"),
                "keep_apart names somebody unknown: \"ada\"");
        refuses(
                instance(16, 4, "3", ", \"keep_apart\": [[\"p1\", \"p1\"]]"),
                "keep_apart needs at least two people, not [p1, p1]");
    }

    @Test
    void the_same_name_twice() throws IOException {
        refuses(instance(16, 4, "3", "").replace("\"p7\"", "\"p6\""), "p6 is there twice");
        refuses(instance(16, 4, "3", "").replace("\"t3\"", "\"t2\""), "table t2 is there twice");
    }

    @Test
    void people_who_are_no_people() throws IOException {
        refuses(instance(16, 4, "3", "").replace("{\"id\": \"p2\"}", "7"), "participants lists objects, not 7");
        refuses(instance(16, 4, "3", "").replace("{\"id\": \"p2\"}", "{}"), "participant 2 has no id");
        refuses(instance(16, 4, "3", "").replace("\"p2\"", "2"), "participant 2: id is a text, not 2");
        refuses(
                instance(16, 4, "3", "").replace("\"p2\"", "\"p2\", \"role\": [\"nurse\"]"),
                "role is a text, not [nurse]");
    }

    @Test
    void what_is_no_instance() throws IOException {
        refuses("", "is empty");
        refuses(" \n", "is empty");
        refuses("3", "is no instance: {\"participants\": ..., \"tables\": ..., \"rounds\": ...}");
        refuses("{}", "the instance has no participants");
        refuses("[".repeat(200_000), "is no JSON: it is nested too deeply, or a number or name in it is too long");
        refuses("{} {}", "is no JSON: something follows after its end");
        refuses("[1" + ",1".repeat(25_000_000) + "]", "is larger than 1 MB, which is no instance of people and tables");
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\"rounds\": 3,\n \"tables\"");
        assertOneLine(file, file + ":2:10: is no JSON: Unexpected end-of-input within/between Object entries");
        Files.writeString(file, "{\"rounds\": 1, \"rounds\": 2}");
        assertOneLine(file, file + ":1:23: is no JSON: Duplicate field 'rounds'");
    }

    @Test
    void what_is_not_written_in_utf_8() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.write(file, "{\"café\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertOneLine(file, file + ": is not UTF-8; save it as UTF-8");
        Files.write(file, "{\"rounds\": 1}".getBytes(StandardCharsets.UTF_16));
        assertOneLine(file, file + ": is not UTF-8; save it as UTF-8");
    }

    @Test
    void the_mark_that_windows_puts_before_a_text_does_no_harm() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(file, "\uFEFF" + instance(16, 4, "3", ", \"note\": [{}]"));
        assertThat(Typed.line("seat", file.toString()).code()).isZero();
    }

    @Test
    void files_that_are_not_there() {
        assertOneLine(folder, folder + ": is a folder, not an instance file");
        Path missing = folder.resolve("missing.json");
        assertOneLine(missing, missing + ": there is no such file or folder");
    }

    @Test
    void a_place_where_nothing_can_be_written() {
        Path nowhere = folder.resolve("no/plan.json");
        Typed typed = Typed.line("seat", "src/test/resources/seating/p012.json", "--out", nowhere.toString());
        assertThat(typed)
                .isEqualTo(new Typed(
                        1,
                        "",
                        "tafelronde: " + nowhere
                                + ": the plan cannot be written there (there is no such file or folder)\n"));
    }

    @Test
    void two_tables_of_five_hundred_are_no_endless_search() throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(file, instance(1_000, 2, "20", ""));
        assertThat(Typed.line("seat", file.toString()).code()).isZero();
    }

    private void refuses(String instance, String line) throws IOException {
        Path file = folder.resolve("instance.json");
        Files.writeString(file, instance);
        assertOneLine(file, file + ": " + line);
    }

    private static void assertOneLine(Path file, String line) {
        assertThat(Typed.line("seat", file.toString())).isEqualTo(new Typed(1, "", "tafelronde: " + line + "\n"));
    }

    private static String instance(int people, int tables, String rounds, String more) {
        return "{\"rounds\": " + rounds + ", \"participants\": ["
                + IntStream.rangeClosed(1, people)
                        .mapToObj(i -> "{\"id\": \"p" + i + "\"}")
                        .collect(Collectors.joining(", "))
                + "], \"tables\": ["
                + IntStream.rangeClosed(1, tables)
                        .mapToObj(i -> "{\"id\": \"t" + i + "\", \"value\": \"v" + i + "\"}")
                        .collect(Collectors.joining(", "))
                + "]" + more + "}";
    }
}
