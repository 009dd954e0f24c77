package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.Server;

/** Teams is on when its settings are there, and not there at all otherwise. */
class TeamsSettingsTest {
    @TempDir
    Path folder;

    private Server server(Map<String, Object> settings, String... environments) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        all.put("micronaut.server.port", "-1");
        return Server.start(all, environments);
    }

    static Map<String, Object> on(FakeTeams teams) {
        return Map.of(
                "teams.app-id",
                FakeTeams.APP,
                "teams.app-secret",
                FakeTeams.SECRET,
                "teams.tenant-id",
                FakeTeams.TENANT,
                "teams.openid-url",
                teams.url("/openid"),
                "teams.token-url",
                teams.url("/token"),
                "teams.graph-url",
                teams.url("/graph"));
    }

    private static URI endpoint(Server server) {
        return URI.create(server.address() + "/api/messages");
    }

    private static HttpResponse<byte[]> asks(Server server, String method, String path) {
        return Activities.send(HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Test
    void without_settings_nothing_of_it_is_there() {
        try (Server server = server(Map.of("teams.app-id", ""))) {
            assertThat(asks(server, "POST", "/api/messages").statusCode()).isEqualTo(404);
            assertThat(asks(server, "GET", "/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void with_them_only_teams_is_heard_and_who_is_refused_is_told_nothing() {
        try (FakeTeams teams = new FakeTeams();
                Server server = server(on(teams), "playground")) {
            Activities activities = new Activities(teams);
            String ada = teams.person("Ada");
            ObjectNode hello = activities.mention(ada, FakeTeams.TEAM, "help");
            JWTClaimsSet foreign = SigningKey.claims(
                            "https://smba.trafficmanager.net/emea/",
                            Clock.systemUTC().instant())
                    .build();

            assertThat(asks(server, "HEAD", "/api/messages").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> stranger = Activities.bring(endpoint(server), Optional.empty(), Json.bytes(hello));
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body()).isEmpty();
            HttpResponse<byte[]> elsewhere =
                    Activities.bring(endpoint(server), Optional.of(teams.key().bearer(foreign)), Json.bytes(hello));
            assertThat(elsewhere.statusCode()).isEqualTo(403);
            assertThat(elsewhere.body()).isEmpty();
            assertThat(activities.bring(endpoint(server), hello).statusCode()).isEqualTo(200);
            assertThat(Activities.bring(
                                    endpoint(server),
                                    Optional.of(activities.token()),
                                    "no JSON".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(asks(server, "GET", "/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void when_nobody_can_say_who_speaks_teams_brings_it_again() {
        try (FakeTeams teams = new FakeTeams();
                Server server = server(on(teams), "playground")) {
            Activities activities = new Activities(teams);
            ObjectNode hello = activities.mention(teams.person("Ada"), FakeTeams.TEAM, "help");
            teams.next("GET /keys", 500, "Trouble");
            assertThat(activities.bring(endpoint(server), hello).statusCode()).isEqualTo(503);
            assertThat(activities.bring(endpoint(server), hello).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void with_a_secret_that_microsoft_does_not_know_we_are_not_ready() {
        try (FakeTeams teams = new FakeTeams()) {
            Map<String, Object> wrong = new HashMap<>(on(teams));
            wrong.put("teams.app-secret", "of-yesterday");
            try (Server server = server(wrong, "playground")) {
                assertThat(asks(server, "GET", "/health/readiness").statusCode())
                        .isEqualTo(503);
                assertThat(asks(server, "GET", "/health/liveness").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void outside_a_playground_nothing_goes_without_encryption() {
        try (FakeTeams teams = new FakeTeams()) {
            assertThatThrownBy(() -> server(on(teams)).close())
                    .rootCause()
                    .hasMessageContaining("https://")
                    .hasMessageContaining("playground");
        }
    }

    private static TeamsSettings settings(String openId, String token, String graph, boolean playground) {
        return TeamsSettings.of(
                new TeamsSettings.Said("app", "the-secret", FakeTeams.TENANT, openId, token, graph, "", ""),
                playground);
    }

    @Test
    void by_themselves_the_addresses_are_microsofts() {
        TeamsSettings s = settings("", "", "", false);
        assertThat(s.openId()).contains(URI.create(TeamsSettings.OPEN_ID));
        assertThat(s.token())
                .isEqualTo(URI.create("https://login.microsoftonline.com/" + FakeTeams.TENANT + "/oauth2/v2.0/token"));
        assertThat(s.isService("https://smba.trafficmanager.net/emea/")).isTrue();
        assertThat(s.isService("http://127.0.0.1:8080/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/openid", "http://login.botframework.com/", "ftp://localhost/", "x"})
    void who_signs_as_teams_is_nobodys_choice(String openId) {
        assertThatThrownBy(() -> settings(openId, "", "", false)).hasMessageContaining("TEAMS_OPENID_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/graph", "http://graph.microsoft.com", "http://localhost.example.org/"})
    void even_in_a_playground_nothing_leaves_this_machine_without_encryption(String graph) {
        assertThatThrownBy(() -> settings("", "", graph, true)).hasMessageContaining("TEAMS_GRAPH_URL");
    }

    @Test
    void an_app_alone_is_not_enough() {
        assertThatThrownBy(() -> server(Map.of("teams.app-id", "app", "teams.tenant-id", "t"))
                        .close())
                .rootCause()
                .hasMessageContaining("TEAMS_APP_SECRET");
        assertThatThrownBy(() -> server(Map.of("teams.app-id", "app", "teams.app-secret", "s"))
                        .close())
                .rootCause()
                .hasMessageContaining("TEAMS_TENANT_ID");
    }

    private static TeamsSettings with(String tenant, String targeted, boolean playground) {
        return TeamsSettings.of(
                new TeamsSettings.Said("app", "the-secret", tenant, "", "", "", "", targeted), playground);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso.onmicrosoft.com", "common", "7e4a4700-0000-4000-8000-0000000000021"})
    void a_directory_that_is_called_by_a_name_would_hear_nobody_and_is_refused(String tenant) {
        assertThatThrownBy(() -> with(tenant, "", false))
                .hasMessageContaining("TEAMS_TENANT_ID")
                .hasMessageContaining("0aa4ecf2-1e3c-4d65-a0a5-5c1f5d1b1b1b")
                .hasMessageContaining(tenant)
                .hasMessageContaining("portal.azure.com");
        Map<String, Object> wrong =
                Map.of("teams.app-id", FakeTeams.APP, "teams.app-secret", "s", "teams.tenant-id", tenant);
        assertThatThrownBy(() -> server(wrong).close()).rootCause().hasMessageContaining("TEAMS_TENANT_ID");
    }

    @Test
    void the_playgrounds_own_directory_is_good_there_and_only_there() {
        assertThat(with(Playground.TENANT, "", true).tenant()).isEqualTo(Playground.TENANT);
        assertThatThrownBy(() -> with("contoso.onmicrosoft.com", "", true)).hasMessageContaining("TEAMS_TENANT_ID");
        assertThatThrownBy(() -> with(Playground.TENANT, "", false)).hasMessageContaining("TEAMS_TENANT_ID");
        assertThat(with(FakeTeams.TENANT.toUpperCase(java.util.Locale.ROOT), "", false)
                        .tenant())
                .isEqualTo(FakeTeams.TENANT);
    }

    @Test
    void targeted_messages_are_switched_on_by_a_word_and_by_nothing_else() {
        assertThat(with(FakeTeams.TENANT, "", false).targeted()).isFalse();
        assertThat(with(FakeTeams.TENANT, "True", false).targeted()).isTrue();
        assertThatThrownBy(() -> with(FakeTeams.TENANT, "yes please", false)).hasMessageContaining("TEAMS_TARGETED");
        try (FakeTeams teams = new FakeTeams()) {
            Map<String, Object> settings = new HashMap<>(on(teams));
            settings.put("teams.targeted", "true");
            try (Server server = server(settings, "playground")) {
                assertThat(server.bean(TeamsSettings.class).targeted()).isTrue();
            }
        }
    }

    @Test
    void secrets_do_not_show() {
        assertThat(settings("", "", "", false).toString()).doesNotContain("secret");
    }
}
