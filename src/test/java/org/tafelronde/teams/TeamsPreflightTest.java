package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Preflight.Obstacle;
import org.tafelronde.testing.SettableClock;

/** What stands in the way of a café in Teams. */
class TeamsPreflightTest {
    private static final Person STRANGER = TestTeams.person("99999999-0000-4000-8000-000000000001");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T13:00:00Z"));
    private final FakeTeams teams = new FakeTeams();
    private final TestTeams bot = new TestTeams(teams, clock);
    private final Person ada = TestTeams.person(teams.person("Ada"));
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final TeamsPreflight preflight = new TeamsPreflight(
            new Grants(bot.line, bot.known, teams.settings()), bot.connector, bot.known, clock, later::add);

    @AfterEach
    void close() {
        preflight.close();
        bot.close();
        teams.close();
    }

    /** What is asked in the background is answered. */
    private void meanwhile() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private List<Obstacle> before(Person... people) {
        preflight.before(List.of(people));
        meanwhile();
        return preflight.before(List.of(people));
    }

    private static List<String> allBut(Consent... missing) {
        return Arrays.stream(Consent.values())
                .filter(c -> !List.of(missing).contains(c))
                .map(Consent::id)
                .toList();
    }

    @Test
    void nobody_waits_and_then_all_is_well() {
        assertThat(preflight.before(List.of(ada))).containsExactly(new Obstacle.Unasked());
        assertThat(preflight.before(List.of(ada))).containsExactly(new Obstacle.Unasked());
        assertThat(later).hasSize(1);
        assertThat(teams.calls("")).isEmpty();
        meanwhile();

        assertThat(preflight.before(List.of(ada))).isEmpty();
        assertThat(later).isEmpty();
        assertThat(bot.known.chat(ada.id())).isPresent();
    }

    @Test
    void what_is_known_is_asked_again_after_a_minute() {
        before(ada);
        clock.forward(Duration.ofMinutes(1));
        teams.grants(allBut(Consent.READ_MESSAGES, Consent.CREATE_CHANNELS, Consent.DELETE_CHANNELS));

        assertThat(preflight.before(List.of(ada))).isEmpty();
        meanwhile();
        assertThat(preflight.before(List.of(ada)))
                .containsExactly(
                        new Obstacle.Deaf(),
                        new Obstacle.NoChannels(),
                        new Obstacle.Lacks(List.of("Channel.Delete.Group")));
    }

    @Test
    void who_cannot_be_written_to_is_told_until_they_can() {
        assertThat(before(ada, STRANGER)).containsExactly(new Obstacle.Unreachable(List.of(STRANGER)));
        preflight.before(List.of(ada, STRANGER));
        assertThat(later).isEmpty();

        bot.known.chat(STRANGER.id(), "a:chat-of-a-stranger");
        assertThat(preflight.before(List.of(ada, STRANGER))).isEmpty();
    }

    @Test
    void who_could_not_be_written_to_is_asked_again_after_a_minute() {
        before(STRANGER);
        int asked = teams.calls("POST /connector").size();
        clock.forward(Duration.ofMinutes(1));
        assertThat(before(STRANGER)).containsExactly(new Obstacle.Unreachable(List.of(STRANGER)));
        assertThat(teams.calls("POST /connector")).hasSize(asked + 1);
    }

    @Test
    void a_bot_that_is_in_no_team_or_was_taken_out_is_not_installed() {
        teams.next("GET /connector/v3/teams", 403, "BotNotInConversationRoster");
        assertThat(before(ada)).containsExactly(new Obstacle.NotInstalled());
        bot.known.left(FakeTeams.TEAM);
        assertThat(preflight.before(List.of(ada))).containsExactly(new Obstacle.NotInstalled());
    }

    @Test
    void a_secret_that_is_not_valid_any_more_and_silence_are_told() {
        teams.givesNoToken(7000222);
        assertThat(before(ada)).contains(new Obstacle.NotInstalled());
        clock.forward(Duration.ofMinutes(1));
        teams.close();
        assertThat(before(ada)).contains(new Obstacle.Silent());
    }

    @Test
    void when_nobody_may_see_the_consents_that_is_what_it_lacks() {
        teams.next("GET /graph", 403, "Forbidden");
        assertThat(before(ada)).containsExactly(new Obstacle.Lacks(List.of("TeamsAppInstallation.Read.Group")));
    }

    @Test
    void too_many_is_asked_the_next_time() {
        teams.next("POST /connector/v3/conversations", 429, "TooManyRequests");
        assertThat(before(ada)).containsExactly(new Obstacle.Unasked());
        meanwhile();
        assertThat(preflight.before(List.of(ada))).isEmpty();
    }
}
