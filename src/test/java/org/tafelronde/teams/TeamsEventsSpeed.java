package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.flow.Stores;
import org.tafelronde.time.Patience;
import org.tafelronde.time.Stopwatch;
import org.tafelronde.time.Timings;

/**
 * How soon Teams is told that a question was heard, its token looked at and its commit included, at fifty a second; 5 % come twice and 5 %
 * out of order: {@code mvn -Dtest=TeamsEventsSpeed test}, with {@code -Dtafelronde.events=100000 -Dtafelronde.events.a-second=200} for as
 * many, as fast as that.
 */
class TeamsEventsSpeed {
    private static final int PER_SECOND = Integer.getInteger("tafelronde.events.a-second", 50);
    private static final int EVENTS = Integer.getInteger("tafelronde.events", 1_000);
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void every_question_is_heard_once_and_soon() {
        try (FakeTeams teams = new FakeTeams();
                Server server = opens(teams)) {
            URI endpoint = URI.create(server.address() + "/api/messages");
            Activities activities = new Activities(teams);
            List<String> people = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                people.add(teams.person("P" + i));
            }
            String thread = firstRound(teams, activities, endpoint, people);
            List<ObjectNode> events = events(activities, people, thread);
            String token = activities.token();
            Timings acknowledged = new Timings();
            try (ScheduledExecutorService pool = Executors.newScheduledThreadPool(16)) {
                for (int i = 0; i < events.size(); i++) {
                    ObjectNode event = events.get(i);
                    pool.schedule(
                            () -> {
                                Stopwatch watch = Stopwatch.start();
                                if (brings(endpoint, token, event) == 200) {
                                    acknowledged.add(watch.elapsed());
                                }
                            },
                            i * 1_000L / PER_SECOND,
                            TimeUnit.MILLISECONDS);
                }
            }
            Stores stores = server.bean(Stores.class);
            int kept = stores.harvests()
                    .of(stores.sessions().all().getFirst())
                    .questions()
                    .size();
            System.out.printf(
                    "%d activities at %d a second, %d of them new: %d questions; acknowledged after: %s%n",
                    events.size(), PER_SECOND, EVENTS, kept, acknowledged);
            assertThat(acknowledged.count()).isEqualTo(events.size());
            assertThat(kept).isEqualTo(EVENTS);
        }
    }

    private Server opens(FakeTeams teams) {
        Map<String, Object> settings = new HashMap<>(TeamsSettingsTest.on(teams));
        settings.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        settings.put("micronaut.server.port", "-1");
        return Server.start(settings, "playground");
    }

    /**
     * @return the thread under the first prompt
     */
    private String firstRound(FakeTeams teams, Activities activities, URI endpoint, List<String> people) {
        String ada = teams.person("Ada");
        brings(endpoint, activities.token(), activities.mention(ada, FakeTeams.TEAM, "new smart-from-the-start.en"));
        String plenary = comes(() -> conversation(teams, "Welcome"));
        people.forEach(p -> brings(endpoint, activities.token(), activities.mention(p, plenary, "join")));
        for (String line : List.of("start", "skip", "skip", "skip")) {
            brings(endpoint, activities.token(), activities.mention(ada, plenary, line));
        }
        return comes(() -> teams.channels().values().stream()
                .flatMap(c -> teams.messages(c.id).stream()
                        .filter(m -> SeenCard.of(m.activity).text().startsWith("Round 1 ·"))
                        .map(m -> c.id + ";messageid=" + m.id))
                .findFirst());
    }

    private static Optional<String> conversation(FakeTeams teams, String beginning) {
        return teams.channels().values().stream()
                .filter(c -> teams.messages(c.id).stream()
                        .anyMatch(m -> SeenCard.of(m.activity).text().startsWith(beginning)))
                .map(c -> c.id)
                .findFirst();
    }

    private static List<ObjectNode> events(Activities activities, List<String> people, String thread) {
        Random random = new Random(1);
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            ObjectNode event = activities.of("message", people.get(i % people.size()), thread);
            event.put("text", "Who decides, number " + i + "?");
            events.add(event);
            if (random.nextInt(20) == 0) {
                events.add(event);
            }
        }
        for (int i = 1; i < events.size(); i++) {
            if (random.nextInt(20) == 0) {
                Collections.swap(events, i, i - 1 - random.nextInt(Math.min(i, 50)));
            }
        }
        return events;
    }

    private int brings(URI endpoint, String token, ObjectNode activity) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(activity)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T comes(java.util.function.Supplier<Optional<T>> what) {
        return PATIENCE.until(what).orElseThrow(() -> new AssertionError("it does not come"));
    }
}
