package org.tafelronde.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tafelronde.Server;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebMessage;
import org.tafelronde.webchat.WebPlace;

/** A real second process runs a rehearsal, is killed again and again, and goes on each time (F23, F72). */
@Execution(ExecutionMode.CONCURRENT)
class KilledRehearsalTest {
    private static final int KILLS = 20;
    /** The day plan of the Dutch script lasts 135 minutes, some 54 seconds at this speed: longer than twenty runs are together. */
    private static final int SPEED = 150;

    private static final int RUNS_FOR_MILLIS = 1_900;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void a_rehearsal_that_is_killed_at_twenty_instants_says_everything_once_and_loses_no_question() throws Exception {
        long seed = Long.getLong("tafelronde.kill.seed", System.currentTimeMillis());
        System.out.println("killing with -Dtafelronde.kill.seed=" + seed);
        Random random = new Random(seed);
        int kills = 0;
        boolean ended = false;
        while (kills < KILLS && !ended) {
            Process process = start(kills);
            // Some are killed while they start, most while the café is under way.
            if (random.nextInt(5) > 0) {
                untilItSpeaks(process, kills);
            }
            ended = process.waitFor(random.nextInt(RUNS_FOR_MILLIS), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                kills++;
            }
        }
        Process last = start(kills);
        if (!ended) {
            assertThat(last.waitFor(3, TimeUnit.MINUTES))
                    .as("it comes to its end")
                    .isTrue();
            assertThat(last.exitValue())
                    .as(rehearsal().output(String.valueOf(kills)))
                    .isZero();
        }
        last.destroyForcibly();
        assertThat(kills).as("kills before it had ended").isEqualTo(KILLS);
        look();
    }

    private Process start(int run) throws IOException {
        return rehearsal()
                .start(
                        String.valueOf(run),
                        "seeds/scripts/smart-from-the-start.nl.yaml",
                        "--people",
                        "16",
                        "--speed",
                        String.valueOf(SPEED),
                        "--seed",
                        "7",
                        "--journal",
                        folder.resolve("journal").toString());
    }

    private RehearsalProcess rehearsal() {
        return new RehearsalProcess(folder);
    }

    /** The first line that it prints is the step under way. */
    private void untilItSpeaks(Process process, int run) throws Exception {
        while (process.isAlive() && !rehearsal().speaks(String.valueOf(run))) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private void look() throws IOException {
        try (Server server =
                Server.withoutTime(Map.of("tafelronde.db", rehearsal().url()))) {
            Stores stores = server.bean(Stores.class);
            List<Session> all = stores.sessions().all();
            assertThat(all).as("one rehearsal, however often it was started").hasSize(1);
            Session session = all.getFirst();
            assertThat(session.stage()).isInstanceOf(Stage.Closed.class);
            everyPromptOnce(server.bean(WebChat.class), session);
            nothingLost(stores.harvests().questions(session.setting().id()));
            assertThat(stores.deliveries().ofSession(session.setting().id()))
                    .extracting(Delivery::state)
                    .containsOnly(Delivery.State.SENT);
        }
    }

    /** At each table three rounds, three interventions and a ballot: seven threads, each there exactly once. */
    private static void everyPromptOnce(WebChat chat, Session session) {
        Person facilitator = Person.ofKey(session.facilitator());
        List<WebPlace> tables = chat.places(facilitator).stream()
                .filter(p -> p.kind() == WebPlace.Kind.TABLE)
                .toList();
        assertThat(tables).hasSize(4);
        for (WebPlace table : tables) {
            List<String> headings = new ArrayList<>();
            long after = 0;
            List<WebMessage> page = chat.messages(facilitator, table.place().id(), after);
            while (!page.isEmpty()) {
                page.stream().filter(m -> m.author().bot()).forEach(m -> heading(m.content(), headings));
                after = page.getLast().seq();
                page = chat.messages(facilitator, table.place().id(), after);
            }
            Map<String, Long> counted = headings.stream().collect(Collectors.groupingBy(h -> h, Collectors.counting()));
            assertThat(counted.values()).as("%s: %s", table.title(), counted).containsOnly(1L);
            assertThat(headings.stream().filter(h -> h.matches("Ronde \\d · .*")))
                    .hasSize(3);
            assertThat(headings.stream().filter(h -> h.startsWith("Er gebeurt iets")))
                    .hasSize(3);
            assertThat(headings.stream().filter(h -> h.contains("kies de belangrijkste")))
                    .hasSize(1);
        }
    }

    private static void heading(Content content, List<String> to) {
        content.parts().stream()
                .filter(Content.Part.Heading.class::isInstance)
                .map(p -> ((Content.Part.Heading) p).text())
                .findFirst()
                .ifPresent(to::add);
    }

    /** What was acknowledged is there: as it was asked, or as its asker edited it since. */
    private void nothingLost(List<Question> questions) throws IOException {
        List<String> texts = questions.stream().map(Question::text).toList();
        List<String> acknowledged = Files.readAllLines(folder.resolve("journal"), StandardCharsets.UTF_8);
        assertThat(acknowledged).hasSizeGreaterThan(100);
        assertThat(acknowledged)
                .allSatisfy(line -> assertThat(texts).anyMatch(t -> t.equals(line) || t.startsWith(line + " ")));
        Map<String, Long> twice = questions.stream()
                .collect(Collectors.groupingBy(q -> q.by() + q.prompt() + q.text(), Collectors.counting()));
        assertThat(twice.values()).as("no question twice").containsOnly(1L);
    }
}
