package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.Server;

/** Who is refused is told nothing, and is counted by the reason. */
@TestInstance(Lifecycle.PER_CLASS)
class TeamsRefusalsTest {
    private final FakeTeams teams = new FakeTeams();
    private final Activities activities = new Activities(teams);
    private final String ada = teams.person("Ada");
    private Server server;

    /** What somebody brings, and with what. */
    private record Brought(Optional<String> authorization, JsonNode activity) {}

    @BeforeAll
    void opens(@TempDir Path folder) {
        Map<String, Object> all = new HashMap<>(TeamsSettingsTest.on(teams));
        all.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        all.put("micronaut.server.port", "-1");
        all.put("tafelronde.metrics", "true");
        server = Server.start(all, "playground");
    }

    @AfterAll
    void closes() {
        server.close();
        teams.close();
    }

    private HttpResponse<byte[]> bring(Brought brought) {
        return Activities.bring(
                URI.create(server.address() + "/api/messages"),
                brought.authorization(),
                Json.bytes(brought.activity()));
    }

    private double counted(Refusal why) {
        return server.bean(MeterRegistry.class)
                .get(Refusals.NAME)
                .tag(Refusals.REASON, why.word())
                .counter()
                .count();
    }

    private double countedInAll() {
        return Arrays.stream(Refusal.values()).mapToDouble(this::counted).sum();
    }

    private Brought refusedFor(Refusal why) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder good = SigningKey.claims(teams.service(), now);
        ObjectNode hello = activities.mention(ada, FakeTeams.TEAM, "help");
        return switch (why) {
            case NO_TOKEN -> new Brought(Optional.empty(), hello);
            case SIGNATURE -> new Brought(Optional.of(teams.key().forged().bearer(good.build())), hello);
            case ENDORSEMENT -> signed(good, hello);
            case ISSUER -> signed(good.issuer("https://sts.windows.net/"), hello);
            case AUDIENCE -> signed(good.audience("another-app"), hello);
            case EXPIRED -> signed(good.expirationTime(Date.from(now.minusSeconds(3_600))), hello);
            case SERVICE_ADDRESS -> signed(SigningKey.claims("https://smba.trafficmanager.net/emea/", now), hello);
            case CHANNEL -> signed(good, hello.put("channelId", "webchat"));
            case TENANT -> {
                ((ObjectNode) hello.path("channelData").path("tenant"))
                        .put("id", "00000000-0000-4000-8000-000000000009");
                yield signed(good, hello);
            }
        };
    }

    private Brought signed(JWTClaimsSet.Builder claims, JsonNode activity) {
        return new Brought(Optional.of(teams.key().bearer(claims.build())), activity);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDORSEMENT")
    void each_reason_is_counted_and_nothing_is_told(Refusal why) {
        Brought brought = refusedFor(why);
        double before = counted(why);
        double beforeInAll = countedInAll();
        HttpResponse<byte[]> answer = bring(brought);

        boolean isTeams = List.of(Refusal.CHANNEL, Refusal.TENANT, Refusal.SERVICE_ADDRESS)
                .contains(why);
        assertThat(answer.statusCode()).isEqualTo(isTeams ? 403 : 401);
        assertThat(answer.body()).isEmpty();
        assertThat(counted(why)).isEqualTo(before + 1);
        assertThat(countedInAll()).isEqualTo(beforeInAll + 1);
    }

    @Test
    void a_key_that_may_not_sign_for_teams_is_counted_too(@TempDir Path folder) {
        try (FakeTeams other = new FakeTeams()) {
            other.endorsed(List.of("webchat"));
            Map<String, Object> all = new HashMap<>(TeamsSettingsTest.on(other));
            all.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
            all.put("micronaut.server.port", "-1");
            try (Server beside = Server.start(all, "playground")) {
                HttpResponse<byte[]> answer = new Activities(other)
                        .bring(
                                URI.create(beside.address() + "/api/messages"),
                                new Activities(other).mention(other.person("Ada"), FakeTeams.TEAM, "help"));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.body()).isEmpty();
                assertThat(beside.bean(MeterRegistry.class)
                                .get(Refusals.NAME)
                                .tag(Refusals.REASON, Refusal.ENDORSEMENT.word())
                                .counter()
                                .count())
                        .isEqualTo(1);
                assertThat(asks(beside).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void prometheus_reads_the_reasons_and_nothing_of_a_token() {
        Brought brought = refusedFor(Refusal.AUDIENCE);
        bring(brought);
        HttpResponse<byte[]> page = asks(server);

        assertThat(page.statusCode()).isEqualTo(200);
        String text = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("tafelronde_teams_refused_total{reason=\"tenant\"")
                .containsPattern("tafelronde_teams_refused_total\\{reason=\"audience\"[^}]*} [1-9]")
                .doesNotContain("another-app", FakeTeams.APP, FakeTeams.TENANT, FakeTeams.SECRET);
    }

    private static HttpResponse<byte[]> asks(Server server) {
        return Activities.send(HttpRequest.newBuilder(URI.create(server.address() + "/prometheus"))
                .GET()
                .build());
    }
}
