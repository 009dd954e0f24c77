package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.secret.Seal;
import org.tafelronde.secret.Vault;
import org.tafelronde.testing.SettableClock;

/** Tokens that are kept, made anew and thrown away. */
class KeyringTest {
    private static final Duration TWELVE_HOURS = Duration.ofHours(12);

    private final SmallSlack slack = new SmallSlack();
    private final SmallSlack.Kept kept = new SmallSlack.Kept();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T13:00:00Z"));
    private final Keyring keyring = keyring("a secret that is long enough");

    private Keyring keyring(String secret) {
        Setup settings = SmallSlack.settings(
                Map.of("client-id", "1.2", "client-secret", "s", "signing-secret", "s", "api-url", slack.url()));
        return new Keyring(
                kept,
                new Vault(new Seal(secret.getBytes(StandardCharsets.UTF_8))),
                new SlackWeb(settings),
                settings,
                clock);
    }

    @BeforeEach
    void renews() {
        slack.answers("oauth.v2.access", call -> tokens(call.of("refresh_token").replace("r", "")));
    }

    @AfterEach
    void close() {
        slack.close();
    }

    /** The tokens after those of a number: xoxb-2 and r2 after r1. */
    private static String tokens(String number) {
        int next = Integer.parseInt(number) + 1;
        return "{'ok':true,'access_token':'xoxb-" + next + "','refresh_token':'r" + next
                + "','expires_in':43200,'bot_user_id':'U1','scope':'commands,chat:write','team':{'id':'T1','name':'Cafe'}}";
    }

    private void installs(String json) {
        keyring.keep(GsonFactory.createSnakeCase().fromJson(json, OAuthV2AccessResponse.class));
    }

    @Test
    void what_a_workspace_gave_is_kept_locked() {
        installs(tokens("0"));

        assertThat(keyring.of("T1")).contains(new Keyring.Key("T1", "xoxb-1", "U1"));
        assertThat(keyring.of("T2")).isEmpty();
        assertThat(keyring.teams()).containsExactly("T1");
        Installation row = kept.of("T1").orElseThrow();
        assertThat(row.locked()).doesNotContain("xoxb", "r1");
        assertThat(row.scopes()).containsExactlyInAnyOrder("commands", "chat:write");
        assertThat(row.endsAt()).contains(clock.instant().plus(TWELVE_HOURS));
        assertThat(keyring.of("T1").orElseThrow().toString()).doesNotContain("xoxb");
    }

    @Test
    void a_token_is_made_anew_once_before_it_ends() {
        installs(tokens("0"));
        clock.set(clock.instant().plus(Duration.ofHours(10)));
        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-1");
        clock.set(clock.instant().plus(Duration.ofMinutes(61)));
        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-2");
        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-2");

        assertThat(slack.calls("oauth.v2.access")).singleElement().satisfies(call -> {
            assertThat(call.of("grant_type")).isEqualTo("refresh_token");
            assertThat(call.of("refresh_token")).isEqualTo("r1");
            assertThat(call.token())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString("1.2:s".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void a_token_that_never_ends_is_left_as_it_is() {
        installs(
                "{'ok':true,'access_token':'xoxb-1','bot_user_id':'U1','scope':'commands','team':{'id':'T1','name':'Cafe'}}");
        clock.set(clock.instant().plus(Duration.ofDays(1_000)));

        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-1");
        assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }

    @Test
    void while_slack_is_silent_the_old_token_does() {
        installs(tokens("0"));
        clock.set(clock.instant().plus(Duration.ofHours(11).plusMinutes(30)));
        slack.breaks(true);
        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-1");
        slack.breaks(false);
        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-2");
    }

    @Test
    void when_another_server_was_first_its_tokens_are_used() {
        installs(tokens("0"));
        clock.set(clock.instant().plus(Duration.ofHours(11).plusMinutes(30)));
        slack.answers("oauth.v2.access", call -> {
            slack.answers("oauth.v2.access", other -> tokens("6"));
            keyring("a secret that is long enough").of("T1");
            return "{'ok':false,'error':'invalid_refresh_token'}";
        });

        assertThat(keyring.of("T1").orElseThrow().token()).isEqualTo("xoxb-7");
        assertThat(slack.calls("oauth.v2.access")).hasSize(2);
    }

    @Test
    void with_another_secret_nothing_opens_and_it_is_known() {
        installs(tokens("0"));
        Keyring other = keyring("another secret, long enough");

        assertThat(other.of("T1")).isEmpty();
        assertThat(other.locked()).containsExactly("T1");
        assertThat(keyring.locked()).isEmpty();
    }

    @Test
    void what_a_workspace_took_back_is_thrown_away() {
        installs(tokens("0"));
        slack.answers("auth.test", "{'ok':false,'error':'account_inactive'}");
        keyring.gone("T1");

        assertThat(keyring.of("T1")).isEmpty();
        assertThat(kept.all()).isEmpty();
    }

    @Test
    void word_that_comes_late_does_not_undo_a_new_installation() {
        installs(tokens("0"));
        keyring.gone("T1");
        assertThat(keyring.of("T1")).isPresent();
        slack.breaks(true);
        keyring.gone("T1");
        assertThat(keyring.of("T1")).isPresent();
    }
}
