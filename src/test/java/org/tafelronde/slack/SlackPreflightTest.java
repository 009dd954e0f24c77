package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Preflight.Obstacle;
import org.tafelronde.slack.install.SmallSlack;
import org.tafelronde.testing.SettableClock;

/** What stands in the way of a café in Slack. */
class SlackPreflightTest {
    private static final Person ADA = new SlackId("T1", "U2").person();
    private static final Person GAST = new SlackId("T1", "U3").person();

    private final SmallSlack slack = new SmallSlack().answers("users.info", "{'ok':true,'user':{'id':'U2'}}");
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T13:00:00Z"));
    private final Line line = new Line(slack.url(), Duration.ofSeconds(5), new Pace(clock));
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final SlackPreflight preflight =
            new SlackPreflight(new OneWorkspace(line, "xoxb-1"), line, clock, later::add);

    @AfterEach
    void close() {
        line.close();
        slack.close();
    }

    /** What is asked in the background is answered. */
    private void meanwhile() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void nobody_waits_and_then_all_is_well() {
        assertThat(preflight.before(List.of(ADA))).containsExactly(new Obstacle.Unasked());
        assertThat(preflight.before(List.of(ADA))).containsExactly(new Obstacle.Unasked());
        assertThat(later).hasSize(1);
        meanwhile();

        assertThat(preflight.before(List.of(ADA))).isEmpty();
        assertThat(later).isEmpty();
    }

    @Test
    void what_is_known_is_asked_again_after_a_minute() {
        preflight.before(List.of(ADA));
        meanwhile();
        clock.forward(Duration.ofMinutes(1));
        slack.grants("commands");

        assertThat(preflight.before(List.of(ADA))).isEmpty();
        meanwhile();
        assertThat(preflight.before(List.of(ADA)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Obstacle.Lacks.class,
                        lacks -> assertThat(lacks.rights())
                                .contains("chat:write", "channels:manage")
                                .doesNotContain("commands"));
    }

    @Test
    void a_cafe_can_do_without_a_canvas() {
        slack.grants(
                "commands,chat:write,app_mentions:read,channels:manage,channels:read,channels:history,groups:write,"
                        + "groups:read,groups:history,im:write,im:history,users:read,reactions:read,reactions:write,pins:write,files:write");
        preflight.before(List.of(ADA));
        meanwhile();
        assertThat(preflight.before(List.of(ADA))).isEmpty();
    }

    @Test
    void a_single_channel_guest_cannot_go_from_table_to_table() {
        preflight.before(List.of(ADA));
        meanwhile();
        slack.answers("users.info", "{'ok':true,'user':{'id':'U3','is_restricted':true,'is_ultra_restricted':true}}");

        assertThat(preflight.before(List.of(ADA, GAST))).containsExactly(new Obstacle.Unasked());
        meanwhile();
        assertThat(preflight.before(List.of(ADA, GAST))).containsExactly(new Obstacle.Confined(List.of(GAST)));
        assertThat(slack.calls("users.info")).hasSize(2);
    }

    @Test
    void a_token_that_is_not_valid_any_more_and_silence_are_told() {
        slack.answers("auth.test", "{'ok':false,'error':'token_revoked'}");
        preflight.before(List.of(ADA));
        meanwhile();
        assertThat(preflight.before(List.of(ADA))).containsExactly(new Obstacle.NotInstalled());
        clock.forward(Duration.ofMinutes(1));
        slack.breaks(true);
        preflight.before(List.of(ADA));
        meanwhile();
        assertThat(preflight.before(List.of(ADA))).containsExactly(new Obstacle.Silent());
    }

    @Test
    void forty_tables_take_two_minutes_to_prepare() {
        assertThat(preflight.preparing(40)).isEqualTo(Duration.ofMinutes(2));
    }
}
