package org.tafelronde.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.chat.Person;
import org.tafelronde.testing.RunningCafe;
import org.tafelronde.time.Stopwatch;
import org.tafelronde.time.Timings;
import org.tafelronde.webchat.WebChat;

/**
 * How soon a question stands on every open desk, from the moment that it is said, its commit included: {@code mvn -Dtest=DeskSpeed test}, with
 * {@code -Dtafelronde.desks=50 -Dtafelronde.questions=1000} for as many. Each desk asks for what the questions come to as its page does, and one has
 * a theme open. Measuring begins when every desk shows the café; nothing else is warmed up.
 */
class DeskSpeed {
    private static final int DESKS = Integer.getInteger("tafelronde.desks", 10);
    private static final int QUESTIONS = Integer.getInteger("tafelronde.questions", 400);
    private static final int PEOPLE = 40;
    private static final Duration BETWEEN = Duration.ofMillis(75);
    /** As in {@code desk-findings.js}. */
    private static final Duration SOON = Duration.ofMillis(1200);

    @TempDir
    Path folder;

    private final Map<Integer, Stopwatch> asked = new ConcurrentHashMap<>();
    private final Timings seen = new Timings();
    private final Timings found = new Timings();
    private final CountDownLatch open = new CountDownLatch(DESKS);
    private final CountDownLatch all = new CountDownLatch(DESKS);

    @Test
    void every_question_stands_on_every_desk_soon() throws InterruptedException, IOException {
        List<String> texts = Files.readAllLines(Path.of("src/test/resources/harvest/topics.en.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t")[4])
                .toList();
        try (Server server = Server.start(
                Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"), "micronaut.server.port", "-1"))) {
            Person ada = server.bean(WebChat.class).register("Ada", "en", true);
            RunningCafe cafe = RunningCafe.opened(server::bean, "smart-from-the-start.en", ada, "Ada");
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(server.bean(WebChat.class).register("P" + i, "en", false));
                cafe.says(people.getLast(), "P" + i, "join");
            }
            cafe.says(ada, "Ada", "start");
            for (int i = 0; i < 3; i++) {
                cafe.says(ada, "Ada", "skip anyway");
            }
            String link = cafe.desk(ada);
            Stopwatch opening = Stopwatch.start();
            for (int i = 0; i < DESKS; i++) {
                String what = i == 0 ? "questions/privacy" : "";
                Thread.ofVirtual().start(() -> watches(link, what));
            }
            assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "%d desks open at once, the first of this process: %d ms%n",
                    DESKS, opening.elapsed().toMillis());
            for (int n = 1; n <= QUESTIONS; n++) {
                asked.put(n, Stopwatch.start());
                cafe.says(people.get(n % PEOPLE), "P" + n % PEOPLE, "ask " + texts.get(n % texts.size()) + " " + n);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "%d desks, %d questions: each on a desk after %d ms (p50), %d ms (p99), %d ms at worst%n",
                    DESKS,
                    QUESTIONS,
                    seen.percentile(50).toMillis(),
                    seen.percentile(99).toMillis(),
                    seen.max().toMillis());
            System.out.println("what they come to, asked for by a page: " + found);
        }
    }

    /**
     * A browser that shows the desk.
     *
     * @param opened what somebody opened on it
     */
    private void watches(String link, String opened) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(link + "/events")).build();
        JsonMapper json = new JsonMapper();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            int known = 0;
            Stopwatch last = Stopwatch.start();
            CompletableFuture<?> asking = CompletableFuture.completedFuture("nothing");
            open(lines);
            while (known < QUESTIONS) {
                String line = lines.readLine();
                if (line.startsWith("data:") && line.contains("\"grid\"")) {
                    int now = questions(json.readTree(line.substring(5)));
                    for (int n = known + 1; n <= now; n++) {
                        seen.add(asked.get(n).elapsed());
                    }
                    known = now;
                    if (asking.isDone() && last.elapsed().compareTo(SOON) > 0) {
                        last = Stopwatch.start();
                        asking = CompletableFuture.allOf(
                                asks(client, link + "/findings"),
                                opened.isEmpty() ? asking : asks(client, link + "/" + opened));
                    }
                }
            }
            all.countDown();
            client.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads on to the first view. */
    private void open(BufferedReader lines) throws IOException {
        while (!lines.readLine().contains("\"grid\"")) {
            // A hello comes before it.
        }
        open.countDown();
    }

    private CompletableFuture<?> asks(HttpClient client, String what) {
        Stopwatch watch = Stopwatch.start();
        return client.sendAsync(HttpRequest.newBuilder(URI.create(what)).build(), HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    found.add(watch.elapsed());
                });
    }

    private static int questions(JsonNode view) {
        return StreamSupport.stream(view.path("tables").spliterator(), false)
                .mapToInt(t -> t.path("questions").asInt())
                .sum();
    }
}
