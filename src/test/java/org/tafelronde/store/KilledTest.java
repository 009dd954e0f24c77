package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.BEN;
import static org.tafelronde.store.Samples.TWO;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.chat.Answer;
import org.tafelronde.domain.harvest.Question;

/** A process that is killed in the middle of its work has kept what it answered, and nothing by halves. */
class KilledTest {
    private static final String SESSION = "cafe";
    private static final int ENOUGH = 60;

    @TempDir
    private Path directory;

    @Test
    void what_was_answered_is_there_and_no_turn_is_kept_by_halves() throws Exception {
        String url = "jdbc:sqlite:" + directory.resolve("cafes.db");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        url)
                .redirectError(new File(directory.toFile(), "errors"))
                .start();
        int answered = 0;
        try (BufferedReader answers = server.inputReader()) {
            String line;
            while ((line = answers.readLine()) != null && (answered = Integer.parseInt(line)) < ENOUGH) {
                // It goes on writing while it is killed.
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(answered).isGreaterThanOrEqualTo(ENOUGH);
        try (TestStore store = TestStore.at(url)) {
            List<Integer> numbers = store.harvests().questions(SESSION).stream()
                    .map(Question::number)
                    .toList();
            assertThat(numbers)
                    .hasSizeGreaterThanOrEqualTo(answered)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat(store.deliveries().ofSession(SESSION)).hasSameSizeAs(numbers);
            assertThat(numbers)
                    .allSatisfy(n ->
                            assertThat(store.memory().answered("turn-" + n)).isPresent());
        }
    }

    /** The process that is killed: four people ask without a pause, and each number is printed when it is kept. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            TestStore store = TestStore.at(args[0]);
            store.sessions().add(Samples.session(SESSION));
            for (int i = 0; i < 4; i++) {
                Thread.ofPlatform().start(() -> {
                    while (true) {
                        System.out.println(turn(store));
                    }
                });
            }
        }

        private static int turn(TestStore store) {
            return store.transactions().inOne(() -> {
                int number = store.harvests()
                        .add(Samples.question(SESSION, BEN, "Why?", Optional.empty()))
                        .number();
                store.deliveries().add(List.of(Samples.post(SESSION, "plenary", "Heard.")));
                store.memory().remember("turn-" + number, Answer.SILENT, TWO);
                return number;
            });
        }
    }
}
