package org.tafelronde.store.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.ScriptProblem;

/** What is said about a script's file, word for word: whoever wrote it must be able to mend it. */
class ScriptFileTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 0};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0};

    private static final String CASE = """
            case:
              title: A story
              texts: [Once upon a time.]
              picture: {file: story.png, alternative: A drawing.}
            """;

    @TempDir
    Path folder;

    @Test
    void a_good_script_is_read() throws IOException {
        Script script = good(SmallScript.GOOD);

        assertThat(script.name()).isEqualTo("cafe");
        assertThat(script.hostRounds()).isEqualTo(2);
        assertThat(script.round(1).slot()).isEqualTo(Duration.ofMinutes(25));
        assertThat(script.intervention("news").orElseThrow().at()).contains(Duration.ofMinutes(10));
        assertThat(script.intervention("storm").orElseThrow().at()).isEmpty();
        assertThat(script.plan())
                .extracting(s -> s.minimum().toMinutes())
                .as("half of a talk, and what is protected of the others")
                .containsExactly(5L, 8L, 5L, 2L, 2L);
    }

    // ---- Keys ----

    @Test
    void a_wrong_key_is_told_with_the_one_that_was_meant() throws IOException {
        assertThat(problems(SmallScript.with("title: A small", "ttile: A small")))
                .containsExactly(
                        "cafe.yaml:1: the key \"title\" is missing; add title: The name of the café.",
                        "cafe.yaml:3: ttile: this key is not known here; did you mean \"title\"?");
    }

    @Test
    void a_key_like_no_other_is_told_with_all_that_are_known() throws IOException {
        assertThat(problems(SmallScript.with("label: Red,", "label: Red, temperature: 3,")))
                .containsExactly(
                        "cafe.yaml:10: themes[0].temperature: this key is not known here; use one of id, label, guiding");
    }

    @Test
    void a_missing_key_is_told_with_what_belongs_there() throws IOException {
        assertThat(problems(SmallScript.with("    id: hello\n", "")))
                .containsExactly("cafe.yaml:13: plan[0]: the key \"id\" is missing; add id: Unique among the steps.");
    }

    @Test
    void a_key_is_there_once() throws IOException {
        assertThat(problems(SmallScript.with("language: en\n", "language: en\nversion: 2\n")))
                .containsExactly("cafe.yaml:3: version: this key is there already, in line 1; take one of the two out");
    }

    @Test
    void a_step_has_a_kind_that_is_known() throws IOException {
        assertThat(problems(SmallScript.with("kind: feedback", "kind: fedback")))
                .containsExactly(
                        "cafe.yaml:32: plan[3].kind: \"fedback\" is not known here; did you mean \"feedback\"?");
        assertThat(problems(SmallScript.with("kind: pick\n    id: pick\n", "id: pick\n")))
                .contains("cafe.yaml:28: plan[2]: the key \"kind\" is missing; add kind: with one of"
                        + " talk, case, round, pick, feedback, card, debrief, break");
    }

    // ---- Themes by rounds ----

    @Test
    void every_theme_has_a_prompt_in_every_round() throws IOException {
        assertThat(problems(SmallScript.with("      blue: Ask about blue.\n", "")))
                .containsExactly("cafe.yaml:24: plan[1].prompts: there is no prompt for theme blue;"
                        + " add blue: and what this round asks at that table");
    }

    @Test
    void a_prompt_is_for_a_theme_that_there_is() throws IOException {
        assertThat(problems(SmallScript.with("      blue: Ask", "      bleu: Ask")))
                .containsExactly(
                        "cafe.yaml:24: plan[1].prompts: there is no prompt for theme blue;"
                                + " add blue: and what this round asks at that table",
                        "cafe.yaml:25: plan[1].prompts.bleu: there is no theme \"bleu\"; did you mean \"blue\"?");
    }

    @Test
    void card_and_samples_speak_of_themes_and_rounds_that_there_are() throws IOException {
        String more = """
                samples:
                  red: {frist: ["Why?"]}
                card:
                  green: {first: [{id: a, topic: A, question: "Why?"}]}
                """;
        assertThat(problems(SmallScript.and(more)))
                .containsExactly(
                        "cafe.yaml:44: samples.red.frist: there is no round \"frist\"; did you mean \"first\"?",
                        "cafe.yaml:46: card.green: there is no theme \"green\"; use one of red, blue");
    }

    @Test
    void ids_are_unique() throws IOException {
        String broken = SmallScript.GOOD
                .replace("id: storm", "id: news")
                .replace("id: blue", "id: red")
                .replace("      blue:", "      green:")
                .replace("id: debrief", "id: pick");
        assertThat(problems(broken))
                .contains(
                        "cafe.yaml:11: themes[1].id: the theme in line 10 is called \"red\" too; give each theme an id of its own",
                        "cafe.yaml:37: plan[4].id: the step in line 29 is called \"pick\" too; give each step an id of its own",
                        "cafe.yaml:42: spare[0].id: the intervention in line 27 is called \"news\" too;"
                                + " give each intervention an id of its own");
    }

    @Test
    void an_id_is_no_word_that_commands_give_a_meaning_of_their_own() throws IOException {
        String card = SmallScript.and("""
                card:
                  red:
                    first:
                      - {id: geen, topic: Nothing, question: "What is nothing?"}
                """);
        assertThat(problems(card.replace("id: blue", "id: elsewhere").replace("      blue:", "      elsewhere:")))
                .containsExactly(
                        "cafe.yaml:11: themes[1].id: \"elsewhere\" means something else where people type it; choose another id",
                        "cafe.yaml:46: card.red.first[0].id: \"geen\" means something else where people type it; choose another id");
    }

    @Test
    void an_id_can_be_typed() throws IOException {
        assertThat(problems(SmallScript.with("id: storm", "id: Big Storm")))
                .containsExactly("cafe.yaml:42: spare[0].id: \"Big Storm\" is not a name;"
                        + " use lower case letters, digits and dashes between them, at most 40");
    }

    // ---- Times ----

    @Test
    void a_round_lasts_eight_minutes_at_least() throws IOException {
        assertThat(problems(SmallScript.with("minutes: 20", "minutes: 7")))
                .containsExactly("cafe.yaml:21: plan[1].minutes: 7 is too few minutes for a round;"
                        + " write a whole number from 8 to 720");
    }

    @Test
    void no_intervention_comes_in_the_last_four_minutes() throws IOException {
        assertThat(problems(SmallScript.with("at: 10", "at: 17")))
                .containsExactly("cafe.yaml:27: plan[1].interventions[0].at:"
                        + " minute 17 is in the last 4 minutes of a round of 20; write at most 16");
        assertThat(problems(SmallScript.with("at: 10", "at: 25")))
                .containsExactly("cafe.yaml:27: plan[1].interventions[0].at:"
                        + " minute 25 is after the end of a round of 20; write at most 16");
        good(SmallScript.with("at: 10", "at: 16"));
    }

    @Test
    void interventions_of_a_round_come_one_by_one() throws IOException {
        assertThat(problems(SmallScript.with(
                        "\"What now?\"}\n",
                        "\"What now?\"}\n      - {id: more, title: More, at: 10, text: It hails., asks: \"And?\"}\n")))
                .containsExactly("cafe.yaml:28: plan[1].interventions[1].at:"
                        + " another intervention of this round comes at minute 10 too; choose another minute");
    }

    @Test
    void the_steps_fit_the_day() throws IOException {
        assertThat(problems(SmallScript.with("ends: \"15:00\"", "ends: \"15:10\"")))
                .containsExactly(
                        "cafe.yaml:8: ends: the plan ends at 15:00, not at 15:10:"
                                + " its steps take 60 minutes from 14:00; write \"15:00\", or make the steps 10 minutes longer");
        assertThat(problems(SmallScript.with("minutes: 20", "minutes: 700")))
                .contains("cafe.yaml:13: plan: the plan lasts 740 minutes; make it at most 720");
    }

    @Test
    void protected_times_are_kept() throws IOException {
        assertThat(problems(SmallScript.with("minutes: 5", "minutes: 3")))
                .contains("cafe.yaml:31: plan[2].minutes: 3 is too few minutes for a step of kind pick;"
                        + " write a whole number from 5 to 720");
        assertThat(problems(SmallScript.with("title: Feedback\n    minutes: 10", "title: Feedback\n    minutes: 1")))
                .contains("cafe.yaml:35: plan[3].minutes: 1 is too few minutes for 2 themes that speak in turn;"
                        + " write at least 2");
        assertThat(problems(SmallScript.with("[\"How was it?\"]", "[One, Two, Three, Four, Five, Six]")))
                .containsExactly("cafe.yaml:39: plan[4].minutes: 10 is too few minutes for 6 prompts of a debrief;"
                        + " write at least 12");
        assertThat(problems(SmallScript.with("title: Debrief\n    minutes: 10", "title: Debrief\n    minutes: 1")))
                .contains("cafe.yaml:39: plan[4].minutes: 1 is too few minutes for a prompt of a debrief;"
                        + " write at least 2");
        assertThat(problems(SmallScript.with("minutes: 5\n", "minutes: 5\n    atLeast: 6\n")))
                .containsExactly("cafe.yaml:32: plan[2].atLeast: the step lasts at least 6 minutes,"
                        + " and is planned to last 5; write at most 5, or make the step longer");
    }

    @Test
    void a_time_is_hours_and_minutes() throws IOException {
        assertThat(problems(SmallScript.with("starts: \"14:00\"", "starts: 2 pm")))
                .containsExactly(
                        "cafe.yaml:7: starts: \"2 pm\" is not a time; write hours and minutes, as in \"09:30\"");
        good(SmallScript.with("starts: \"14:00\"", "starts: 14:00"));
    }

    // ---- The order of things ----

    @Test
    void steps_come_in_an_order_that_makes_sense() throws IOException {
        assertThat(problems(SmallScript.with("kind: feedback", "kind: pick")))
                .containsExactly("cafe.yaml:32: plan[3]: there is a step of kind pick already, in line 28;"
                        + " keep one of them");
        String pickFirst = SmallScript.with("  - kind: pick\n    id: pick\n    title: Pick\n    minutes: 5\n", "")
                .replace("plan:\n", "plan:\n  - {kind: pick, id: pick, title: Pick, minutes: 5}\n");
        assertThat(problems(pickFirst))
                .containsExactly("cafe.yaml:19: plan[2]: this round comes after the picking;"
                        + " move the step of kind pick after the last round");
        assertThat(problems(SmallScript.with("kind: pick", "kind: break")))
                .containsExactly(
                        "cafe.yaml:32: plan[3]: nothing has been picked yet;" + " put a step of kind pick before it");
    }

    @Test
    void what_is_shown_is_written_and_what_is_written_is_shown() throws IOException {
        String shows = SmallScript.with("kind: pick", "kind: case").replace("kind: feedback", "kind: card");
        assertThat(problems(shows))
                .containsExactly(
                        "cafe.yaml:28: plan[2]: nothing is written for the case;"
                                + " add case: with a title and texts, or take this step out",
                        "cafe.yaml:32: plan[3]: there is no reference card to show;"
                                + " add card: with topics by theme and round, or take this step out");
        assertThat(problems(SmallScript.and("case: {title: A story, texts: [Once.]}\n")))
                .containsExactly("cafe.yaml:43: case: the case is never told; add a step of kind: case to the plan");
        assertThat(problems(SmallScript.with("texts: [Hello!]", "etiquette: true")))
                .containsExactly("cafe.yaml:17: plan[0].etiquette: there is no etiquette to show;"
                        + " add etiquette: with a line for each point");
        assertThat(problems(SmallScript.with("    texts: [Hello!]\n", "")))
                .containsExactly("cafe.yaml:13: plan[0]: this step says nothing; add texts:, or etiquette: true");
    }

    @Test
    void a_host_sits_no_more_rounds_than_there_are() throws IOException {
        assertThat(problems(SmallScript.and("hostRounds: 3\n")))
                .containsExactly("cafe.yaml:43: hostRounds: a host sits 3 rounds, and there are 1; write at most 2");
    }

    @Test
    void a_cafe_has_rounds_and_themes() throws IOException {
        String roundless = SmallScript.GOOD.substring(0, SmallScript.GOOD.indexOf("  - kind: round"));
        assertThat(problems(roundless.replace("ends: \"15:00\"\n", "")))
                .containsExactly("cafe.yaml:12: plan: there is no round in the plan; add a step of kind: round");
        assertThat(problems(SmallScript.GOOD.replaceAll("(?m)^themes:\n.*\n.*\n", "themes: []\n")))
                .containsExactly("cafe.yaml:9: themes: is an empty list; write at least 1 in it");
    }

    // ---- Values ----

    @Test
    void a_value_has_the_type_that_belongs_there() throws IOException {
        String broken = SmallScript.GOOD
                        .replace("version: 1", "version: one")
                        .replace("title: A small café", "title: 2026")
                        .replace("purpose: To try things out.", "purpose: [To, try]")
                        .replace("asks: Nothing at all.", "asks:")
                        .replace("question: What would you ask?", "question: {a: b}")
                        .replace("texts: [Hello!]", "texts: Hello!")
                        .replace("minutes: 20", "minutes: 2.5")
                        .replace("prompts: [\"How was it?\"]", "prompts: \"\"")
                + "hardEnd: yes\n";
        assertThat(problems(broken))
                .containsExactly(
                        "cafe.yaml:1: version: \"one\" is not a whole number; write a whole number from 1 to 1000000",
                        "cafe.yaml:3: title: 2026 is not a text; put it between quotes: \"2026\"",
                        "cafe.yaml:4: purpose: is a list, where a text is expected; write a text",
                        "cafe.yaml:5: asks: is empty; write a text",
                        "cafe.yaml:6: question: is a group of keys, where a text is expected; write a text",
                        "cafe.yaml:17: plan[0].texts: is a single value, where a list is expected;"
                                + " begin each part of it with a dash",
                        "cafe.yaml:21: plan[1].minutes: \"2.5\" is not a whole number;"
                                + " write a whole number from 8 to 720",
                        "cafe.yaml:40: plan[4].prompts: is a single value, where a list is expected;"
                                + " begin each part of it with a dash",
                        "cafe.yaml:43: hardEnd: \"yes\" is neither true nor false; write true or false");
    }

    @Test
    void a_text_fits_in_a_message() throws IOException {
        assertThat(problems(SmallScript.with("Hello!", "o".repeat(2_501))))
                .containsExactly(
                        "cafe.yaml:17: plan[0].texts[0]: has 2501 characters; at most 2500 fit here; make it shorter");
    }

    @Test
    void a_text_holds_nothing_that_cannot_be_read() throws IOException {
        assertThat(problems(SmallScript.with("[Hello!]", "[\"Hello\\a\"]")))
                .containsExactly("cafe.yaml:17: plan[0].texts[0]: holds a control character; take it out");
        assertThat(problems(SmallScript.with("Hello!", "Hel\u0007lo!")))
                .containsExactly("cafe.yaml:17: there is a character that cannot be read: U+0007; take it out");
    }

    @Test
    void the_file_itself_has_a_name_that_can_be_typed() throws IOException {
        assertThat(problems("My Café.yaml", SmallScript.GOOD.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("My Café.yaml:1: people cannot type the name of this file;"
                        + " call it something like my-cafe.yaml, in lower case letters, digits, dots and dashes");
    }

    @Test
    void a_question_between_brackets_needs_quotes() throws IOException {
        assertThat(problems(SmallScript.with("[\"How was it?\"]", "[How was it?]")))
                .containsExactly("cafe.yaml:40: this is not YAML: expected ',' or ']', but got ?;"
                        + " put texts between brackets, and with a question mark at their end, between quotes");
    }

    // ---- The picture ----

    @Test
    void a_picture_beside_the_script_is_found() throws IOException {
        Files.write(folder.resolve("story.png"), PNG);
        ScriptFile read = read("cafe.yaml", withCase().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isInstanceOf(ScriptFile.Good.class);
        assertThat(((ScriptFile.Good) read).pictures())
                .hasEntrySatisfying("story.png", p -> assertThat(p.type()).isEqualTo("image/png"));
    }

    @Test
    void a_missing_picture_is_told() throws IOException {
        assertThat(problems(withCase()))
                .containsExactly("cafe.yaml:46: case.picture.file: there is no picture story.png;"
                        + " put it there, or mend the name");
    }

    @Test
    void a_picture_is_what_its_name_says() throws IOException {
        Files.writeString(folder.resolve("story.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(problems(withCase()))
                .containsExactly("cafe.yaml:46: case.picture.file: story.png holds neither PNG nor JPEG;"
                        + " save it as PNG or JPEG, with the ending that belongs to it");
        Files.write(folder.resolve("story.png"), JPEG);
        assertThat(problems(withCase()))
                .containsExactly("cafe.yaml:46: case.picture.file: story.png holds a picture of type image/jpeg;"
                        + " save it as PNG or JPEG, with the ending that belongs to it");
        assertThat(problems(withCase().replace("story.png", "story.svg")))
                .containsExactly("cafe.yaml:46: case.picture.file: \"story.svg\" cannot be the file of the picture;"
                        + " name a file in the script's folder that ends in .png, .jpg or .jpeg,"
                        + " in letters, digits, dashes and dots");
    }

    @Test
    void a_picture_is_not_too_big() throws IOException {
        big(folder.resolve("story.png"), 5L * 1024 * 1024);
        assertThat(problems(withCase()))
                .containsExactly("cafe.yaml:46: case.picture.file: story.png has 5,242,880 bytes;"
                        + " make it at most 4,194,304");
    }

    @Test
    void a_picture_is_in_the_scripts_folder() throws IOException {
        assertThat(problems(withCase().replace("story.png", "../story.png")))
                .containsExactly("cafe.yaml:46: case.picture.file: \"../story.png\" cannot be the file of the picture;"
                        + " name a file in the script's folder that ends in .png, .jpg or .jpeg,"
                        + " in letters, digits, dashes and dots");
        Path elsewhere = Files.createTempFile("elsewhere", ".png");
        Files.write(elsewhere, PNG);
        Files.createSymbolicLink(folder.resolve("story.png"), elsewhere);
        assertThat(problems(withCase()))
                .containsExactly("cafe.yaml:46: case.picture.file: story.png leads out of the script's folder;"
                        + " put the picture itself there");
        Files.delete(elsewhere);
    }

    // ---- Files that are no script at all ----

    @Test
    void a_file_of_50_megabytes_is_not_read() throws IOException {
        big(folder.resolve("cafe.yaml"), 50L * 1024 * 1024);
        assertThat(lines(ScriptFile.read(folder.resolve("cafe.yaml"))))
                .containsExactly("cafe.yaml:1: the file has 52,428,800 bytes; at most 1,048,576 are read; "
                        + "check that this is the right file, and keep pictures in files of their own");
    }

    @Test
    void a_yaml_bomb_does_not_go_off() throws IOException {
        String bomb = """
                a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                """;
        assertThat(problems(bomb))
                .hasSize(11)
                .startsWith(
                        "cafe.yaml:1: &a is an anchor; take it out, or put the text between quotes when it begins with &",
                        "cafe.yaml:2: &b is an anchor; take it out, or put the text between quotes when it begins with &",
                        "cafe.yaml:2: *a is an alias; write the text out again");
    }

    @Test
    void a_tag_makes_nothing() throws IOException {
        assertThat(problems(SmallScript.with("title: A small café", "title: !!java.net.URL [\"http://example.org\"]")))
                .containsExactly("cafe.yaml:3: \"tag:yaml.org,2002:java.net.URL\" is a tag;"
                        + " take it out, or put the text between quotes when it begins with !");
    }

    @Test
    void lists_in_lists_in_lists_end_somewhere() throws IOException {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly(
                        "cafe.yaml:1: lists and keys are more than 20 deep; check the brackets and the indentation");
        assertThat(problems("- ".repeat(100_000)))
                .containsExactly(
                        "cafe.yaml:1: lists and keys are more than 20 deep; check the brackets and the indentation");
    }

    @Test
    void not_utf_8_is_told_with_its_line() throws IOException {
        assertThat(problems("cafe.yaml", SmallScript.GOOD.getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(
                        "cafe.yaml:3: the file is not UTF-8: byte 0xE9; save it again with the encoding UTF-8");
        assertThat(problems("cafe.yaml", SmallScript.GOOD.getBytes(StandardCharsets.UTF_16)))
                .containsExactly(
                        "cafe.yaml:1: the file is not UTF-8: byte 0xFE; save it again with the encoding UTF-8");
        good("\uFEFF" + SmallScript.GOOD);
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        assertThat(problems(""))
                .containsExactly("cafe.yaml:1: the file is empty;" + " write a script in it; docs/script.md shows one");
        assertThat(problems("# to be done\n"))
                .containsExactly("cafe.yaml:1: the file holds only comments;"
                        + " write a script in it; docs/script.md shows one");
        assertThat(problems("hello"))
                .containsExactly("cafe.yaml:1: is a single value, where keys are expected;"
                        + " write \"key: value\" lines, indented");
    }

    @Test
    void a_file_holds_one_script() throws IOException {
        assertThat(problems(SmallScript.and("---\n" + SmallScript.GOOD)))
                .containsExactly("cafe.yaml:43: a second document begins here;"
                        + " keep one script in a file, and take out the line ---");
    }

    @Test
    void tabs_are_told_all_of_them() throws IOException {
        assertThat(problems(SmallScript.GOOD.replace("    id: ", "\tid: ")))
                .containsExactly(
                        "cafe.yaml:14: there is a tab before the text; indent with spaces",
                        "cafe.yaml:19: there is a tab before the text; indent with spaces",
                        "cafe.yaml:29: there is a tab before the text; indent with spaces",
                        "cafe.yaml:33: there is a tab before the text; indent with spaces",
                        "cafe.yaml:37: there is a tab before the text; indent with spaces");
    }

    @Test
    void broken_yaml_is_told_with_the_line_where_it_broke() throws IOException {
        assertThat(problems(SmallScript.with("purpose: To try", "purpose: To: try")))
                .containsExactly("cafe.yaml:4: this is not YAML: mapping values are not allowed here;"
                        + " put a text that holds a colon between quotes, and check the indentation");
        assertThat(problems(SmallScript.with("\"14:00\"", "\"14:00")))
                .singleElement()
                .asString()
                .startsWith("cafe.yaml:8: this is not YAML:");
    }

    @Test
    void what_is_no_file_is_told() throws IOException {
        assertThat(lines(ScriptFile.read(folder.resolve("nowhere.yaml"))))
                .containsExactly("nowhere.yaml:1: there is no such file; check the path, and the name of the file");
        Path sub = Files.createDirectory(folder.resolve("folder.yaml"));
        assertThat(lines(ScriptFile.read(sub)))
                .containsExactly("folder.yaml:1: this is a folder or a device; name a script's file, ending in .yaml");
    }

    @Test
    void rubbish_does_not_fill_the_screen() throws IOException {
        StringBuilder rubbish = new StringBuilder(SmallScript.GOOD);
        for (int i = 0; i < 5_000; i++) {
            rubbish.append("rubbish-").append(i).append(": 1\n");
        }
        assertThat(problems(rubbish.toString()))
                .hasSize(101)
                .last()
                .asString()
                .endsWith("4900 more problems are not shown; mend these first");
    }

    /** A thousand files that somebody might have spoilt: each has an answer, and every answer names a line of the file. */
    @Test
    void whatever_is_in_the_file_there_is_an_answer() throws IOException {
        Random random = new Random(1);
        byte[] good = SmallScript.GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000; i++) {
            byte[] spoilt = good.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                byte[] signs = ":-{}[]\"'#&*!|>%@`,?\n\t 0a".getBytes(StandardCharsets.UTF_8);
                spoilt[random.nextInt(spoilt.length)] = signs[random.nextInt(signs.length)];
            }
            if (read("cafe.yaml", spoilt) instanceof ScriptFile.Bad bad) {
                assertThat(bad.problems()).isNotEmpty().allSatisfy(p -> {
                    assertThat(p.line()).isBetween(1, SmallScript.NEXT + 4);
                    assertThat(p.what()).isNotBlank();
                    assertThat(p.mend()).isNotBlank();
                });
            }
        }
    }

    private static String withCase() {
        return SmallScript.with("kind: talk", "kind: case").replace("    texts: [Hello!]\n", "\n") + CASE;
    }

    private Script good(String text) throws IOException {
        ScriptFile read = read("cafe.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).as(read.toString()).isInstanceOf(ScriptFile.Good.class);
        return ((ScriptFile.Good) read).script();
    }

    private List<String> problems(String text) throws IOException {
        return problems("cafe.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(String name, byte[] bytes) throws IOException {
        return lines(read(name, bytes));
    }

    private ScriptFile read(String name, byte[] bytes) throws IOException {
        return ScriptFile.read(Files.write(folder.resolve(name), bytes));
    }

    /** As they are printed, without the folder. */
    private List<String> lines(ScriptFile read) {
        return Optional.of(read)
                .filter(ScriptFile.Bad.class::isInstance)
                .map(bad -> ((ScriptFile.Bad) bad).problems())
                .orElse(List.of())
                .stream()
                .map(ScriptProblem::toString)
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private static void big(Path file, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }
}
