package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Stores;
import org.tafelronde.time.Patience;
import org.tafelronde.time.Timings;

/**
 * How soon Slack is told that a question was heard, its commit included, at fifty a second; 5 % come twice and 5 % out of order: {@code mvn
 * -Dtest=SlackEventsSpeed test}, with {@code
 * -Dtafelronde.events=100000 -Dtafelronde.events.a-second=200} for as many, as fast as that.
 */
class SlackEventsSpeed {
    private static final int PER_SECOND = Integer.getInteger("tafelronde.events.a-second", 50);
    private static final int EVENTS = Integer.getInteger("tafelronde.events", 1_000);

    @TempDir
    Path folder;

    @Test
    void every_question_is_heard_once_and_soon() throws InterruptedException {
        try (FakeWorld world = new FakeWorld();
                Server server = Server.start(Map.of(
                        "tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"),
                        "micronaut.server.port", "-1",
                        "slack.bot-token", world.token(),
                        "slack.signing-secret", world.secret(),
                        "slack.api-url", world.url()))) {
            Signed slack = new Signed(URI.create(server.address() + "/slack/events"), world.secret());
            String ada = world.person("Ada");
            List<String> people = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                people.add(world.person("P" + i));
            }
            says(slack, world, ada, world.alone(ada), "new smart-from-the-start.en");
            Patience patience = new Patience(Duration.ofSeconds(60));
            String plenary = patience.until(
                            () -> world.channels().values().stream().findFirst())
                    .orElseThrow();
            people.forEach(p -> says(slack, world, p, plenary, "join"));
            for (String line : List.of("start", "skip", "skip", "skip")) {
                says(slack, world, ada, plenary, line);
            }
            record Prompt(String channel, String ts) {}
            Prompt prompt = patience.until(() -> world.channels().values().stream()
                            .flatMap(c -> world.messages(c).stream()
                                    .filter(m -> m.get("text").getAsString().startsWith("Round 1 ·"))
                                    .map(m -> new Prompt(c, m.get("ts").getAsString())))
                            .findFirst())
                    .orElseThrow();

            Random random = new Random(1);
            List<JsonObject> events = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                JsonObject event = reply(i, people.get(i % people.size()), prompt.channel(), prompt.ts());
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
            Timings acknowledged = new Timings();
            try (ScheduledExecutorService pool = Executors.newScheduledThreadPool(16)) {
                for (int i = 0; i < events.size(); i++) {
                    JsonObject event = events.get(i);
                    pool.schedule(
                            () -> {
                                long begin = System.nanoTime();
                                assertThat(slack.event(event).statusCode()).isEqualTo(200);
                                acknowledged.add(Duration.ofNanos(System.nanoTime() - begin));
                            },
                            i * 1_000L / PER_SECOND,
                            TimeUnit.MILLISECONDS);
                }
            }
            Stores stores = server.bean(Stores.class);
            Session session = stores.sessions().all().getFirst();
            int kept = stores.harvests().of(session).questions().size();
            System.out.printf(
                    "%d events at %d a second, %d of them new: %d questions; acknowledged after: %s%n",
                    events.size(), PER_SECOND, EVENTS, kept, acknowledged);
            assertThat(acknowledged.count()).isEqualTo(events.size());
            assertThat(kept).isEqualTo(EVENTS);
        }
    }

    private static void says(Signed slack, FakeWorld world, String who, String channel, String text) {
        assertThat(slack.cafe(world, who, channel, text).statusCode()).isEqualTo(200);
    }

    private static JsonObject reply(int n, String user, String channel, String root) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("user", user);
        event.addProperty("text", "Who decides, number " + n + "?");
        event.addProperty("ts", "1778590000.%06d".formatted(n));
        event.addProperty("thread_ts", root);
        event.addProperty("channel", channel);
        event.addProperty("channel_type", "channel");
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("team_id", FakeSlack.TEAM);
        envelope.addProperty("event_id", "EvN" + n);
        envelope.add("event", event);
        return envelope;
    }
}
