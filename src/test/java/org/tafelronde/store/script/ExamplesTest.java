package org.tafelronde.store.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.domain.script.ReferenceCard.Example;

/** The file of example questions beside a script. */
class ExamplesTest {
    private static final String SCRIPT = SmallScript.and("""
            examples: words.tsv
            card:
              red:
                first:
                  - {id: paint, topic: Paint, question: "Who paints it?"}
            """);
    private static final String GOOD = """
            # How people ask.

            paint\tWho holds the brush?
            paint\tWhich colour is it?
            paint\tIs it dry?
            paint\tHow many coats?
            paint\tWho brings the ladder?
            -\tWhen is lunch?
            -\tWho has the key?
            -\tIs there wifi?
            -\tWhere do I park?
            -\tWho pays?
            """;

    @TempDir
    Path folder;

    @Test
    void each_line_is_a_topic_and_a_question_and_a_dash_is_for_none() throws IOException {
        List<Example> examples = good(GOOD);

        assertThat(examples).hasSize(10).contains(new Example(Optional.of("paint"), "Is it dry?"));
        assertThat(examples).contains(new Example(Optional.empty(), "Who pays?"));
    }

    @Test
    void as_windows_writes_it_too() throws IOException {
        assertThat(good("\uFEFF" + GOOD.replace("\n", "\r\n"))).hasSize(10);
    }

    @Test
    void what_is_wrong_is_told_with_that_files_line() throws IOException {
        assertThat(problems(GOOD + "paint Who mixes it?\npain\tWho mixes it?\npaint\t" + "long ".repeat(70)
                        + "\na\tb\tc\n"))
                .containsExactly(
                        "words.tsv:13: is not a topic's id, a tab and a question; write the three, and no other tab",
                        "words.tsv:14: the card has no topic \"pain\"; did you mean \"paint\"?",
                        "words.tsv:15: the question has 349 characters; at most 300 fit here; make it shorter",
                        "words.tsv:16: is not a topic's id, a tab and a question; write the three, and no other tab");
    }

    @Test
    void every_topic_has_some_and_so_have_questions_on_none() throws IOException {
        assertThat(problems("paint\tIs it dry?\n"))
                .containsExactly(
                        "words.tsv:1: topic paint: 1 example; write at least 5, or take the examples out of the script",
                        "words.tsv:1: questions on no topic (-): 0 examples;"
                                + " write at least 5, or take the examples out of the script");
    }

    @Test
    void the_file_is_there_and_below_the_scripts_folder() throws IOException {
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        assertThat(problems())
                .containsExactly("cafe.yaml:43: examples: there is no file of examples words.tsv;"
                        + " put it there, or mend the name");
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT.replace("words.tsv", "../words.tsv"));
        assertThat(problems())
                .containsExactly(
                        "cafe.yaml:43: examples: \"../words.tsv\" cannot be the file of the examples;"
                                + " name a file in the script's folder that ends in .tsv or .txt, in letters, digits, dashes and dots");
    }

    @Test
    void a_link_does_not_lead_out_of_the_folder() throws IOException {
        Path elsewhere = Files.writeString(Files.createTempFile("elsewhere", ".tsv"), GOOD);
        Files.createSymbolicLink(folder.resolve("words.tsv"), elsewhere);
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        assertThat(problems())
                .containsExactly("cafe.yaml:43: examples: words.tsv leads out of the script's folder;"
                        + " put the file of examples itself there");
        Files.delete(elsewhere);
    }

    @Test
    void it_is_text_and_not_too_long() throws IOException {
        Files.write(folder.resolve("words.tsv"), GOOD.replace("dry", "dr\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        assertThat(problems())
                .containsExactly(
                        "words.tsv:5: the file is not UTF-8: byte 0xE9; save it again with the encoding UTF-8");
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("words.tsv").toFile(), "rw")) {
            sparse.setLength(50L * 1024 * 1024);
        }
        assertThat(problems())
                .containsExactly("words.tsv:1: the file has 52,428,800 bytes; at most 1,048,576 are read;"
                        + " check that this is the right file, and keep pictures in files of their own");
    }

    @Test
    void when_it_changes_the_script_is_read_again() throws IOException {
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        Files.writeString(folder.resolve("words.tsv"), GOOD);
        Reader reader = new Reader();
        assertThat(examples(reader.read(folder.resolve("cafe.yaml")))).hasSize(10);

        Files.writeString(folder.resolve("words.tsv"), GOOD + "paint\tWho cleans the brush?\n");
        assertThat(examples(reader.read(folder.resolve("cafe.yaml")))).hasSize(11);
    }

    private List<Example> good(String examples) throws IOException {
        Files.writeString(folder.resolve("words.tsv"), examples);
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        return examples(ScriptFile.read(folder.resolve("cafe.yaml")));
    }

    private static List<Example> examples(ScriptFile read) {
        assertThat(read).as(read.toString()).isInstanceOf(ScriptFile.Good.class);
        return ((ScriptFile.Good) read).script().card().examples();
    }

    private List<String> problems(String examples) throws IOException {
        Files.writeString(folder.resolve("words.tsv"), examples);
        Files.writeString(folder.resolve("cafe.yaml"), SCRIPT);
        return problems();
    }

    /** As they are printed, without the folder. */
    private List<String> problems() {
        ScriptFile read = ScriptFile.read(folder.resolve("cafe.yaml"));
        assertThat(read).isInstanceOf(ScriptFile.Bad.class);
        return ((ScriptFile.Bad) read)
                .problems().stream()
                        .map(p -> p.toString().replace(folder + "/", ""))
                        .toList();
    }
}
