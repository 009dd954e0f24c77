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
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Scripts;
import org.tafelronde.flow.Stores;
import org.tafelronde.time.Stopwatch;
import org.tafelronde.time.Timings;
import org.tafelronde.webchat.WebChat;

/**
 * How soon a question stands on every open desk, from the moment that it is said, its commit included: {@code mvn -Dtest=DeskSpeed test}, with
 * {@code -Dtafelronde.desks=50 -Dtafelronde.questions=1000} for as many.
 */
class DeskSpeed {
    private static final int DESKS = Integer.getInteger("tafelronde.desks", 10);
    private static final int QUESTIONS = Integer.getInteger("tafelronde.questions", 400);
    private static final int PEOPLE = 40;
    private static final Duration BETWEEN = Duration.ofMillis(75);

    @TempDir
    Path folder;

    private final Map<Integer, Stopwatch> asked = new ConcurrentHashMap<>();
    private final Timings seen = new Timings();
    private final CountDownLatch all = new CountDownLatch(DESKS);

    @Test
    void every_question_stands_on_every_desk_soon() throws InterruptedException {
        try (Server server = Server.start(
                Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"), "micronaut.server.port", "-1"))) {
            Person ada = server.bean(WebChat.class).register("Ada", "en", true);
            Session session = opened(server, ada);
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(server.bean(WebChat.class).register("P" + i, "en", false));
                says(server, session, people.getLast(), "join", "join" + i);
            }
            says(server, session, ada, "start", "start");
            for (int i = 0; i < 3; i++) {
                says(server, session, ada, "skip anyway", "skip" + i);
            }
            String link = server.bean(Links.class)
                    .address(session.setting().id(), ada.key())
                    .orElseThrow();
            for (int i = 0; i < DESKS; i++) {
                Thread.ofVirtual().start(() -> watches(link));
            }
            for (int n = 1; n <= QUESTIONS; n++) {
                asked.put(n, Stopwatch.start());
                says(server, session, people.get(n % PEOPLE), "ask What about number " + n + "?", "ask" + n);
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
        }
    }

    private static Session opened(Server server, Person ada) {
        Stores stores = server.bean(Stores.class);
        Scripts.Found.Good script = (Scripts.Found.Good) stores.scripts().find("smart-from-the-start.en");
        return server.bean(Opening.class)
                .open(
                        ada.key(),
                        "Ada",
                        new Opening.Wish(
                                script.script(),
                                ZoneId.of("Europe/Amsterdam"),
                                Tempo.REAL,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()),
                        stores.clock().instant());
    }

    private static void says(Server server, Session session, Person who, String command, String key) {
        server.bean(Door.class)
                .hear(new Incoming.Pressed(
                        key,
                        Speaker.of(who, who.id()),
                        new Place(Platform.WEBCHAT, "somewhere"),
                        "@" + session.setting().id() + " " + command,
                        Map.of()));
    }

    /** A browser that shows the desk. */
    private void watches(String link) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(link + "/events")).build();
        JsonMapper json = new JsonMapper();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            int known = 0;
            while (known < QUESTIONS) {
                String line = lines.readLine();
                if (line.startsWith("data:") && line.contains("\"grid\"")) {
                    int now = questions(json.readTree(line.substring(5)));
                    for (int n = known + 1; n <= now; n++) {
                        seen.add(asked.get(n).elapsed());
                    }
                    known = now;
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

    private static int questions(JsonNode view) {
        return StreamSupport.stream(view.path("tables").spliterator(), false)
                .mapToInt(t -> t.path("questions").asInt())
                .sum();
    }
}
