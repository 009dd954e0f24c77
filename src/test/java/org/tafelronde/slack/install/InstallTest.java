package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.slack.api.app_backend.SlackSignature;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tafelronde.testing.SettableClock;

/** A browser that installs the bot in a workspace, through the real server and its database. */
class InstallTest {
    private static final String SIGNING = "the-signing-secret-of-the-test";
    private static final String ON = "tafelronde.tests.install";

    @TempDir
    private Path folder;

    private final SmallSlack slack = new SmallSlack();
    private final HttpClient client = HttpClient.newHttpClient();
    private ApplicationContext context;
    private int port;

    @Factory
    @Requires(property = ON)
    static class Beans {
        @Singleton
        @Primary
        @Requires(property = ON)
        @Replaces(InstantSource.class)
        SettableClock clock() {
            return new SettableClock(Instant.parse("2026-11-24T13:00:00Z"));
        }
    }

    @BeforeEach
    void open() {
        slack.answers(
                "oauth.v2.access",
                "{'ok':true,'access_token':'xoxb-of-t1','bot_user_id':'U1','scope':'commands','team':{'id':'T1','name':'<b>Cafe</b>'}}");
        start(Map.of(
                "slack.client-id", "1.2",
                "slack.client-secret", "app-secret",
                "slack.signing-secret", SIGNING));
    }

    private void start(Map<String, Object> some) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ON,
                "true",
                "tafelronde.db",
                "jdbc:sqlite:" + folder.resolve("cafes.db"),
                "tafelronde.secret",
                "a secret for tests only",
                "tafelronde.base-url",
                "https://cafe.example.org/",
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.server.port",
                "-1",
                "slack.api-url",
                slack.url()));
        settings.putAll(some);
        context = ApplicationContext.run(settings, "test");
        port = context.getBean(EmbeddedServer.class).start().getPort();
    }

    @AfterEach
    void close() {
        context.close();
        slack.close();
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A browser on its way to Slack. */
    private record Begun(String cookie, Map<String, String> with, HttpResponse<String> answer) {}

    private Begun begin() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/slack/install", "");
        URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        Map<String, String> with = new HashMap<>();
        for (String pair : to.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            with.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Begun(cookie, with, answer);
    }

    private Keyring keyring() {
        return context.getBean(Keyring.class);
    }

    @Test
    void a_workspace_agrees_and_has_the_bot() throws Exception {
        Begun begun = begin();
        assertThat(begun.answer().statusCode()).isEqualTo(302);
        assertThat(begun.answer().headers().firstValue("Location").orElseThrow())
                .startsWith(slack.url().replace("/api/", "/oauth/v2/authorize?"));
        assertThat(begun.with())
                .containsEntry("client_id", "1.2")
                .containsEntry("scope", String.join(",", Scope.ids()))
                .containsEntry("redirect_uri", "https://cafe.example.org/slack/oauth_redirect");
        assertThat(begun.answer().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HTTPOnly", "Secure", "SameSite=Lax", "Path=/slack");

        HttpResponse<String> end =
                get("/slack/oauth_redirect?code=c1&state=" + begun.with().get("state"), begun.cookie());

        assertThat(end.statusCode()).isEqualTo(200);
        assertThat(end.body()).contains("Tafelronde is in &lt;b&gt;Cafe&lt;/b&gt;", "/cafe");
        assertThat(keyring().of("T1")).contains(new Keyring.Key("T1", "xoxb-of-t1", "U1"));
        assertThat(slack.calls("oauth.v2.access")).singleElement().satisfies(call -> {
            assertThat(call.of("code")).isEqualTo("c1");
            assertThat(call.of("redirect_uri")).isEqualTo("https://cafe.example.org/slack/oauth_redirect");
        });
    }

    @Test
    void only_the_browser_that_began_can_end_it() throws Exception {
        Begun begun = begin();
        Begun other = begin();
        String state = begun.with().get("state");

        assertThat(get("/slack/oauth_redirect?code=c&state=" + state, "").statusCode())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect?code=c&state=" + state, other.cookie())
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect?code=c&state=9" + state, begun.cookie())
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect?code=c", begun.cookie()).statusCode())
                .isEqualTo(400);
        assertThat(get("/slack/oauth_redirect?code=c&state=" + state, begun.cookie() + "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    void whoever_takes_too_long_begins_again() throws Exception {
        Begun begun = begin();
        SettableClock clock = context.getBean(SettableClock.class);
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));

        HttpResponse<String> end =
                get("/slack/oauth_redirect?code=c&state=" + begun.with().get("state"), begun.cookie());

        assertThat(end.statusCode()).isEqualTo(400);
        assertThat(end.body()).contains("/slack/install");
        assertThat(keyring().teams()).isEmpty();
    }

    @Test
    void whoever_says_no_is_told_that_nothing_was_installed() throws Exception {
        Begun begun = begin();

        HttpResponse<String> end = get(
                "/slack/oauth_redirect?error=access_denied&state="
                        + begun.with().get("state"),
                begun.cookie());

        assertThat(end.body()).contains("Nothing was installed", "access_denied");
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    void what_slack_refuses_is_told_with_its_remedy() throws Exception {
        slack.answers("oauth.v2.access", "{'ok':false,'error':'bad_client_secret'}");
        Begun begun = begin();

        HttpResponse<String> end =
                get("/slack/oauth_redirect?code=c&state=" + begun.with().get("state"), begun.cookie());

        assertThat(end.statusCode()).isEqualTo(502);
        assertThat(end.body())
                .contains("bad_client_secret", "SLACK_CLIENT_SECRET")
                .doesNotContain("app-secret");
        assertThat(keyring().teams()).isEmpty();
    }

    @Test
    void a_whole_organisation_is_refused() throws Exception {
        slack.answers(
                "oauth.v2.access",
                "{'ok':true,'access_token':'xoxb-1','bot_user_id':'U1','is_enterprise_install':true,'enterprise':{'id':'E1'}}");
        Begun begun = begin();

        HttpResponse<String> end =
                get("/slack/oauth_redirect?code=c&state=" + begun.with().get("state"), begun.cookie());

        assertThat(end.body()).contains("one workspace at a time");
        assertThat(keyring().teams()).isEmpty();
    }

    @Test
    void without_an_app_there_is_nothing_to_install() throws Exception {
        context.close();
        start(Map.of("slack.signing-secret", ""));

        assertThat(get("/slack/install", "").statusCode()).isEqualTo(501);
        assertThat(get("/slack/install", "").body()).contains("SLACK_CLIENT_ID");
        assertThat(get("/slack/oauth_redirect?code=c&state=s", "").statusCode()).isEqualTo(501);
    }

    /** Something that Slack brings, signed. */
    private HttpResponse<String> brings(String type, String body) throws IOException, InterruptedException {
        String now = String.valueOf(System.currentTimeMillis() / 1000);
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
                        .header("Content-Type", type)
                        .header("X-Slack-Request-Timestamp", now)
                        .header("X-Slack-Signature", new SlackSignature.Generator(SIGNING).generate(now, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> typesHelp(String team) throws IOException, InterruptedException {
        return brings(
                "application/x-www-form-urlencoded",
                "command=%2Fcafe&text=help&team_id=" + team + "&channel_id=C1&user_id=U2&user_name=ada&trigger_id="
                        + team + ".1&response_url=http%3A%2F%2F127.0.0.1%2Fr");
    }

    private void installed() throws IOException, InterruptedException {
        Begun begun = begin();
        get("/slack/oauth_redirect?code=c1&state=" + begun.with().get("state"), begun.cookie());
    }

    @Test
    void a_workspace_is_heard_from_its_installation_until_it_takes_the_bot_away() throws Exception {
        slack.answers("users.info", "{'ok':true,'user':{'id':'U2','name':'ada','locale':'en-GB'}}");
        assertThat(typesHelp("T1").body()).doesNotContain("/cafe");
        installed();

        assertThat(typesHelp("T1").body()).contains("/cafe");
        assertThat(slack.calls("users.info"))
                .isNotEmpty()
                .allMatch(c -> c.token().equals("xoxb-of-t1"));
        assertThat(typesHelp("T2").body()).doesNotContain("/cafe");

        slack.answers("auth.test", "{'ok':false,'error':'account_inactive'}");
        String gone = "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"event_id\":\"Ev1\","
                + "\"event_time\":1,\"event\":{\"type\":\"app_uninstalled\"}}";
        assertThat(brings("application/json", gone).statusCode()).isEqualTo(200);
        assertThat(keyring().teams()).isEmpty();
        assertThat(typesHelp("T1").body()).doesNotContain("/cafe");
    }

    @Test
    void a_changed_secret_is_told_in_one_line_when_the_server_starts() throws Exception {
        installed();
        context.close();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Keyring.class);
        logger.addAppender(log);
        try {
            start(Map.of(
                    "tafelronde.secret", "another secret for tests",
                    "slack.client-id", "1.2",
                    "slack.client-secret", "app-secret",
                    "slack.signing-secret", SIGNING));
            assertThat(log.list).hasSize(1);
            assertThat(keyring().of("T1")).isEmpty();
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("T1", "TAFELRONDE_SECRET", "/slack/install");
    }
}
