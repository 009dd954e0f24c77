package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.time.Patience;

/** The app's Home in the real house: from the database, over the wire, and fresh without anybody doing anything. */
class HomeInTheHouseTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private FakeWorld world;
    private Server server;
    private Signed slack;
    private int triggers;

    @BeforeEach
    void opens() {
        world = new FakeWorld();
        server = Server.start(Map.of(
                "tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"),
                "micronaut.server.port", "-1",
                "slack.bot-token", world.token(),
                "slack.signing-secret", world.secret(),
                "slack.api-url", world.url()));
        URI endpoint = URI.create(server.address() + "/slack/events");
        slack = new Signed(endpoint, world.secret());
        world.tells(endpoint);
    }

    @AfterEach
    void closes() {
        if (server != null) {
            server.close();
        }
        world.close();
    }

    @Test
    void the_facilitator_s_page_follows_what_happens() {
        String ada = world.person("Ada");
        String bram = world.person("Bram");
        looks(ada);
        shows(ada, "Welcome to Tafelronde", "Begin a café");

        says(ada, "new smart-from-the-start.en");
        JsonObject home = shows(ada, "Nobody has checked in yet.");
        String session = home.toString().replaceAll(".*\"@([a-z0-9]+) check\".*", "$1");
        presses(bram, "@" + session + " join");
        shows(ada, "1 person has checked in.", "Start");
        looks(bram);
        shows(bram, "You are checked in.");
    }

    private JsonObject shows(String user, String... words) {
        return PATIENCE.until(() -> pages(user).stream()
                        .map(view -> JsonParser.parseString(view).getAsJsonObject())
                        .filter(view -> List.of(words).stream().allMatch(FakeBlocks.read(view)::contains))
                        .findFirst())
                .orElseThrow(() -> new AssertionError(List.of(words) + " is not among " + pages(user)));
    }

    private List<String> pages(String user) {
        return world.slack().calls("views.publish").stream()
                .filter(c -> c.of("user_id").equals(user))
                .map(c -> c.of("view"))
                .toList();
    }

    private void looks(String user) {
        slack.event(JsonParser.parseString("""
                {"type":"event_callback","team_id":"%s","api_app_id":"A0TAFEL","event_id":"EvHome%d","event_time":1778580000,
                 "event":{"type":"app_home_opened","user":"%s","channel":"D1","tab":"home","event_ts":"1778580010.0001"}}""".formatted(world.team(), ++triggers, user))
                .getAsJsonObject());
    }

    private void says(String who, String text) {
        assertThat(slack.cafe(world, who, world.alone(who), text).statusCode()).isEqualTo(200);
    }

    private void presses(String who, String action) {
        JsonObject payload = JsonParser.parseString("""
                {"type":"block_actions","user":{"id":"%s","name":"x","team_id":"%s"},"team":{"id":"%s"},"api_app_id":"A0TAFEL",
                 "trigger_id":"trigger.%d","container":{"type":"message","channel_id":"%s"},"channel":{"id":"%s"},
                 "response_url":"%s","actions":[{"action_id":"press:0","type":"button","value":"%s"}]}""".formatted(
                                who,
                                world.team(),
                                world.team(),
                                ++triggers,
                                world.alone(who),
                                world.alone(who),
                                world.responseUrl(),
                                action))
                .getAsJsonObject();
        assertThat(slack.payload(payload).statusCode()).isEqualTo(200);
    }
}
