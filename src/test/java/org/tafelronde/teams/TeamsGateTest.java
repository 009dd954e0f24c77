package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.SettableClock;

/** Nobody but Teams is heard, and of Teams nobody but our own directory. */
class TeamsGateTest {
    private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");
    private static final String ADA = "aaaaaaaa-0000-4000-8000-000000000001";

    private final SettableClock clock = new SettableClock(NOW);
    private final FakeTeams teams = new FakeTeams();
    private final Line line = new Line(teams.settings(), Duration.ofSeconds(2), clock);
    private final Gate gate = gate(teams.settings());
    private final ObjectNode activity = new Activities(teams).message(ADA, FakeTeams.TEAM, "hello");

    @AfterEach
    void hangsUp() {
        line.close();
        teams.close();
    }

    private Gate gate(TeamsSettings settings) {
        return new Gate(new Keys(line, settings, clock), settings, clock);
    }

    private JWTClaimsSet.Builder claims() {
        return SigningKey.claims(teams.service(), NOW);
    }

    private Optional<Gate.Caller> caller(JWTClaimsSet.Builder claims) {
        return gate.caller(teams.key().bearer(claims.build()), false) instanceof Gate.Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Why they are a stranger; empty: they are none. */
    private Optional<Refusal> why(@Nullable String authorization) {
        return gate.caller(authorization, true) instanceof Gate.Stranger stranger
                ? Optional.of(stranger.why())
                : Optional.empty();
    }

    private Optional<Refusal> why(JWTClaimsSet.Builder claims) {
        return why(teams.key().bearer(claims.build()));
    }

    @Test
    void teams_itself_is_heard() {
        Gate.Caller caller = caller(claims()).orElseThrow();
        assertThat(gate.objection(caller, activity)).isEmpty();
    }

    @Test
    void nobody_is_heard_without_a_token_however_near() {
        assertThat(why((String) null)).contains(Refusal.NO_TOKEN);
        assertThat(why("")).contains(Refusal.NO_TOKEN);
        assertThat(why("Bearer ")).contains(Refusal.SIGNATURE);
        assertThat(why("Bearer a.b.c")).contains(Refusal.SIGNATURE);
        assertThat(why("Basic " + teams.key().bearer(claims().build()))).contains(Refusal.NO_TOKEN);
    }

    @Test
    void another_issuer_is_not_teams() {
        assertThat(why(claims().issuer("https://sts.windows.net/"))).contains(Refusal.ISSUER);
        assertThat(why(claims().issuer(null))).contains(Refusal.ISSUER);
    }

    @Test
    void a_token_for_another_app_is_not_for_us() {
        assertThat(why(claims().audience("another-app"))).contains(Refusal.AUDIENCE);
        assertThat(why(claims().audience(List.of(FakeTeams.APP, "another-app"))))
                .contains(Refusal.AUDIENCE);
        assertThat(why(claims().audience((String) null))).contains(Refusal.AUDIENCE);
    }

    @Test
    void a_token_ends_and_clocks_may_differ_by_five_minutes() {
        assertThat(caller(claims().expirationTime(Date.from(NOW.minusSeconds(299)))))
                .isPresent();
        assertThat(why(claims().expirationTime(Date.from(NOW.minusSeconds(301)))))
                .contains(Refusal.EXPIRED);
        assertThat(why(claims().expirationTime(null))).contains(Refusal.EXPIRED);
        assertThat(caller(claims().notBeforeTime(Date.from(NOW.plusSeconds(299)))))
                .isPresent();
        assertThat(why(claims().notBeforeTime(Date.from(NOW.plusSeconds(301))))).contains(Refusal.EXPIRED);
    }

    @Test
    void a_forged_key_opens_nothing() {
        assertThat(why(teams.key().forged().bearer(claims().build()))).contains(Refusal.SIGNATURE);
        assertThat(why(SigningKey.fresh().bearer(claims().build()))).contains(Refusal.SIGNATURE);
    }

    @Test
    void a_token_that_names_no_signature_or_another_kind_opens_nothing() throws JOSEException {
        assertThat(why("Bearer " + new PlainJWT(claims().build()).serialize())).contains(Refusal.SIGNATURE);
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(teams.key().rsa().getKeyID())
                        .build(),
                claims().build());
        shared.sign(new MACSigner(teams.key().rsa().toRSAPublicKey().getEncoded()));
        assertThat(why("Bearer " + shared.serialize())).contains(Refusal.SIGNATURE);
    }

    @Test
    void a_key_that_may_not_sign_for_teams_opens_nothing() {
        teams.endorsed(List.of("webchat"));
        assertThat(why(claims())).contains(Refusal.ENDORSEMENT);
    }

    @Test
    void what_comes_from_another_service_address_than_its_token_says_is_refused() {
        Gate.Caller caller = caller(SigningKey.claims("https://smba.trafficmanager.net/emea/", NOW))
                .orElseThrow();
        assertThat(gate.objection(caller, activity)).contains(Refusal.SERVICE_ADDRESS);
        assertThat(why(claims().claim("serviceurl", null))).contains(Refusal.SERVICE_ADDRESS);
    }

    @Test
    void an_address_that_is_not_of_teams_is_refused_whoever_signed_it() {
        for (String foreign : List.of(
                "https://smba.trafficmanager.net.example.org/",
                "https://user@smba.trafficmanager.net/",
                "http://smba.trafficmanager.net/",
                "https://example.org/smba.trafficmanager.net",
                "not an address")) {
            Gate.Caller caller = caller(SigningKey.claims(foreign, NOW)).orElseThrow();
            assertThat(gate.objection(caller, activity.deepCopy().put("serviceUrl", foreign)))
                    .as(foreign)
                    .contains(Refusal.SERVICE_ADDRESS);
        }
    }

    @Test
    void another_directory_is_refused() {
        Gate.Caller caller = caller(claims()).orElseThrow();
        ObjectNode other = activity.deepCopy();
        ((ObjectNode) other.path("channelData").path("tenant")).put("id", "00000000-0000-4000-8000-000000000009");
        assertThat(gate.objection(caller, other)).contains(Refusal.TENANT);
        ObjectNode none = activity.deepCopy();
        none.remove("channelData");
        ((ObjectNode) none.path("conversation")).remove("tenantId");
        assertThat(gate.objection(caller, none)).contains(Refusal.TENANT);
    }

    @Test
    void another_channel_than_teams_is_refused() {
        Gate.Caller caller = caller(claims()).orElseThrow();
        assertThat(gate.objection(caller, activity.deepCopy().put("channelId", "webchat")))
                .contains(Refusal.CHANNEL);
    }

    @Test
    void keys_are_asked_for_once_a_day_and_for_a_new_one_once_an_hour_at_most() {
        caller(claims());
        caller(claims());
        assertThat(teams.calls("GET /keys")).hasSize(1);
        String stranger = SigningKey.fresh().bearer(claims().build());
        gate.caller(stranger, true);
        assertThat(teams.calls("GET /keys")).hasSize(1);
        clock.forward(Duration.ofHours(1));
        gate.caller(stranger, true);
        gate.caller(stranger, true);
        assertThat(teams.calls("GET /keys")).hasSize(2);
        clock.forward(Duration.ofHours(24));
        caller(claims());
        assertThat(teams.calls("GET /keys")).hasSize(3);
    }

    @Test
    void in_a_playground_without_keys_only_this_machine_is_heard() {
        TeamsSettings.Said said =
                new TeamsSettings.Said(FakeTeams.APP, "secret", FakeTeams.TENANT, "", teams.url("/token"), "", "", "");
        Gate open = gate(TeamsSettings.of(said, true));
        assertThat(open.caller(null, false)).isEqualTo(new Gate.Stranger(Refusal.NO_TOKEN));
        assertThat(open.objection((Gate.Caller) open.caller(null, true), activity))
                .isEmpty();
    }
}
