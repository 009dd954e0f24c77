package org.tafelronde.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Finding;
import org.tafelronde.secret.Seal;
import org.tafelronde.secret.Vault;
import org.tafelronde.testing.SettableClock;

/** What an administrator is told about Slack. */
class SlackDoctorTest {
    private final SmallSlack slack = new SmallSlack();
    private final SmallSlack.Kept kept = new SmallSlack.Kept();

    @AfterEach
    void close() {
        slack.close();
    }

    private List<Finding> examine(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("api-url", slack.url()));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        Setup setup = SmallSlack.settings(all);
        SlackWeb web = new SlackWeb(setup);
        Vault vault = new Vault(new Seal("a secret for tests".getBytes(StandardCharsets.UTF_8)));
        Keyring keyring =
                new Keyring(kept, vault, web, setup, new SettableClock(Instant.parse("2026-11-24T13:00:00Z")));
        return new SlackDoctor(setup, web, keyring).examine();
    }

    private static Stream<String> not(List<Finding> all, Finding.State state) {
        return all.stream().filter(f -> f.state() == state).map(Finding::what);
    }

    @Test
    void without_slack_all_is_well() {
        assertThat(examine()).singleElement().satisfies(f -> {
            assertThat(f.isOk()).isTrue();
            assertThat(f.what()).contains("not set up", "docs/slack.md");
        });
        assertThat(slack.calls("auth.test")).isEmpty();
    }

    @Test
    void a_good_setup_is_told_without_its_secrets() {
        slack.answers("apps.connections.open", "{'ok':true,'url':'ws://127.0.0.1/'}");
        slack.answers(
                "users.list",
                "{'ok':true,'members':[{'id':'U1','is_bot':true},{'id':'U2'},{'id':'U3','is_ultra_restricted':true}]}");
        List<Finding> all = examine("bot-token", "xoxb-value", "app-token", "xapp-value");

        assertThat(all).allMatch(Finding::isOk);
        assertThat(all)
                .extracting(Finding::what)
                .anyMatch(w -> w.contains("one workspace, over Socket Mode"))
                .anyMatch(w -> w.contains("workspace Cafe (T1)"))
                .anyMatch(w -> w.contains("all " + Scope.values().length + " scopes"))
                .anyMatch(w -> w.contains("1 of the first 2 people are single-channel guests"))
                .anyMatch(w -> w.contains("SLACK_APP_TOKEN is good"))
                .noneMatch(w -> w.contains("value"));
    }

    @Test
    void each_scope_that_lacks_is_told_with_what_it_is_for() {
        slack.grants("commands, chat:write,users:read");
        List<Finding> all = examine("bot-token", "xoxb-1", "signing-secret", "s");

        assertThat(not(all, Finding.State.MISSING))
                .hasSize(Scope.values().length - 3)
                .anySatisfy(w -> assertThat(w)
                        .contains("channels:manage", "a channel is made for each table", "install the app again"));
    }

    @Test
    void settings_that_do_not_fit_are_told_with_their_remedy() {
        assertThat(not(examine("bot-token", "xoxp-of-a-person", "signing-secret", "s"), Finding.State.WRONG))
                .anySatisfy(w -> assertThat(w).contains("SLACK_BOT_TOKEN is no bot's token", "xoxb-"));
        assertThat(not(examine("client-id", "1.2", "signing-secret", "s"), Finding.State.MISSING))
                .anySatisfy(w -> assertThat(w).contains("SLACK_CLIENT_SECRET is not set"));
        assertThat(not(examine("bot-token", "xoxb-1"), Finding.State.MISSING))
                .anySatisfy(w -> assertThat(w).contains("SLACK_SIGNING_SECRET is not set", "SLACK_APP_TOKEN"));
        assertThat(not(examine("signing-secret", "s"), Finding.State.MISSING))
                .anySatisfy(w -> assertThat(w).contains("SLACK_BOT_TOKEN is not set"));
        assertThat(not(examine("bot-token", "xoxb-1", "app-token", "xoxb-2"), Finding.State.WRONG))
                .anySatisfy(w -> assertThat(w).contains("SLACK_APP_TOKEN is no app-level token"));
        assertThat(not(
                        examine(
                                "bot-token",
                                "xoxb-1",
                                "signing-secret",
                                "s",
                                "api-url",
                                "http://slack.example.org/api"),
                        Finding.State.WRONG))
                .anySatisfy(w -> assertThat(w).contains("SLACK_API_URL is no https address"));
    }

    @Test
    void a_name_that_only_begins_like_this_machine_is_another() {
        assertThat(SmallSlack.settings(Map.of("api-url", "http://127.0.0.1.example.org/"))
                        .problems())
                .anySatisfy(p -> assertThat(p.setting()).isEqualTo("SLACK_API_URL"));
        assertThat(SmallSlack.settings(Map.of("api-url", "http://127.0.0.1:1/")).apiUrl())
                .isEqualTo("http://127.0.0.1:1/api/");
    }

    @Test
    void a_token_that_is_not_taken_and_a_silent_slack_are_told() {
        slack.answers("auth.test", "{'ok':false,'error':'invalid_auth'}");
        assertThat(not(examine("bot-token", "xoxb-1", "signing-secret", "s"), Finding.State.WRONG))
                .singleElement()
                .asString()
                .contains("SLACK_BOT_TOKEN is not taken (invalid_auth)", "install the app again");
        slack.breaks(true);
        assertThat(not(examine("bot-token", "xoxb-1", "signing-secret", "s"), Finding.State.WRONG))
                .singleElement()
                .asString()
                .contains("does not answer", "https://slack.com");
    }

    @Test
    void of_many_workspaces_each_is_looked_at() {
        slack.answers("oauth.v2.access", "{'ok':false,'error':'invalid_code'}");
        String[] settings = {
            "client-id", "1.2", "client-secret", "s", "signing-secret", "s", "base-url", "https://cafe.example.org"
        };
        assertThat(not(examine(settings), Finding.State.MISSING))
                .singleElement()
                .asString()
                .contains("no Slack workspace", "https://cafe.example.org/slack/install");

        kept.keep(
                new Installation("T9", "Other", "U1", Set.of(), "locked-by-another", Optional.empty(), Instant.EPOCH));
        assertThat(not(examine(settings), Finding.State.WRONG))
                .singleElement()
                .asString()
                .contains("T9", "TAFELRONDE_SECRET");

        slack.answers("oauth.v2.access", "{'ok':false,'error':'bad_client_secret'}");
        assertThat(not(examine(settings), Finding.State.WRONG))
                .anySatisfy(w -> assertThat(w).contains("bad_client_secret", "Basic Information"));
    }
}
