package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.bolt.App;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;

/** Slack is on when its settings are there, and not there at all otherwise. */
class SlackSettingsTest {
    @TempDir
    Path folder;

    private Server server(Map<String, Object> slack) {
        Map<String, Object> all = new HashMap<>(slack);
        all.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        all.put("micronaut.server.port", "-1");
        return Server.start(all);
    }

    private static int status(Server server, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(
                                method.equals("POST") ? "command=%2Fcafe&team_id=T0CAFE" : ""))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void without_settings_nothing_of_it_is_there() {
        try (Server server = server(Map.of("slack.bot-token", ""))) {
            assertThat(status(server, "POST", "/slack/events")).isEqualTo(404);
            assertThat(status(server, "GET", "/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    void with_them_only_slack_is_heard_and_we_are_ready_while_its_token_is_good() {
        try (FakeSlack slack = FakeSlack.at(Clock.systemUTC());
                Server server = server(Map.of(
                        "slack.bot-token", FakeSlack.TOKEN,
                        "slack.signing-secret", FakeSlack.SECRET,
                        "slack.api-url", slack.url()))) {
            assertThat(status(server, "POST", "/slack/events")).isEqualTo(401);
            assertThat(status(server, "GET", "/health/readiness")).isEqualTo(200);
            assertThat(slack.calls("auth.test")).isNotEmpty();
        }
    }

    @Test
    void with_a_token_that_slack_does_not_know_we_are_not_ready() {
        try (FakeSlack slack = FakeSlack.at(Clock.systemUTC());
                Server server = server(Map.of(
                        "slack.bot-token",
                        "xoxb-of-yesterday",
                        "slack.signing-secret",
                        FakeSlack.SECRET,
                        "slack.api-url",
                        slack.url()))) {
            assertThat(status(server, "GET", "/health/readiness")).isEqualTo(503);
            assertThat(status(server, "GET", "/health/liveness")).isEqualTo(200);
        }
    }

    @Test
    void without_a_secret_to_sign_with_there_is_no_address_to_bring_things_to() {
        try (FakeSlack slack = FakeSlack.at(Clock.systemUTC());
                Server server = server(Map.of(
                        "slack.bot-token",
                        FakeSlack.TOKEN,
                        "slack.app-token",
                        "xapp-of-the-test",
                        "slack.api-url",
                        slack.url()))) {
            assertThat(status(server, "POST", "/slack/events")).isEqualTo(404);
            assertThat(server.bean(App.class)).as("hears over a socket").isNotNull();
        }
    }

    @Test
    void a_token_alone_is_not_enough_to_be_spoken_to() {
        assertThatThrownBy(() -> server(Map.of("slack.bot-token", "xoxb")).close())
                .rootCause()
                .hasMessageContaining("SLACK_SIGNING_SECRET");
    }

    @Test
    void a_token_does_not_show() {
        assertThat(new Workspace("T1", "xoxb-secret", "U1").toString()).doesNotContain("secret");
    }
}
