package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Preflight;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestScripts;

/** {@code /cafe check} tells what the platform must still let the bot do (F7). */
class ReadinessTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private final List<Preflight.Obstacle> obstacles = new ArrayList<>();
    private final List<List<Person>> asked = new ArrayList<>();

    private void on(Platform platform) {
        cafe.memory().with(new Preflight() {
            @Override
            public Platform platform() {
                return platform;
            }

            @Override
            public List<Obstacle> before(List<Person> people) {
                asked.add(people);
                return obstacles;
            }

            @Override
            public Duration preparing(int tables) {
                return Duration.ofSeconds(10).multipliedBy(tables);
            }
        });
    }

    @Test
    void a_platform_that_needs_nothing_is_not_spoken_of() {
        cafe.opens();

        Heard check = cafe.says(ADA, "/cafe check").hears("Is everything ready?");
        assertThat(check.answer().whispers().toString()).doesNotContain("lets the bot do all");
    }

    @Test
    void when_nothing_is_in_the_way_it_is_said_and_it_is_asked_for_from_the_beginning() {
        on(ADA.person().platform());
        cafe.opens();
        assertThat(asked).containsExactly(List.of(ADA.person()));

        cafe.says(ADA, "/cafe check").hears("lets the bot do all that it needs", "the bot can make channels");
    }

    @Test
    void in_threads_it_is_said_so_and_guests_of_one_channel_can_go_to_every_table() {
        on(ADA.person().platform());
        cafe.platform().makesNoPlaces();
        cafe.opensIn(new Place(ADA.person().platform(), "team-day")).checksIn(BRAM);
        obstacles.add(new Preflight.Obstacle.Confined(List.of(BRAM.person())));

        Heard check = cafe.says(ADA, "/cafe check").hears("Yes, in threads", "a thread for each table");
        assertThat(check.answer().whispers().toString()).doesNotContain("guest");
    }

    @Test
    void each_obstacle_is_told_with_its_remedy_in_both_languages() {
        on(ADA.person().platform());
        cafe.opens().checksIn(BRAM);
        obstacles.addAll(List.of(
                new Preflight.Obstacle.Unasked(),
                new Preflight.Obstacle.Silent(),
                new Preflight.Obstacle.NotInstalled(),
                new Preflight.Obstacle.Lacks(List.of("channels:manage", "pins:write")),
                new Preflight.Obstacle.Confined(List.of(BRAM.person()))));

        cafe.says(ADA, "/cafe check")
                .hears(
                        "Ask again in a few seconds",
                        "does not answer now",
                        "install it again",
                        "channels:manage",
                        "pins:write",
                        "Bram",
                        "guests of several channels");
        cafe.says(ADA, "/cafe language nl");
        cafe.says(ADA, "/cafe controle")
                .hears("over een paar seconden", "antwoordt nu niet", "opnieuw installeren", "gasten van meer kanalen");
    }

    @Test
    void who_cannot_be_heard_or_written_to_and_where_no_channels_may_be_made_is_told_in_both_languages() {
        on(ADA.person().platform());
        cafe.opens().checksIn(BRAM);
        obstacles.addAll(List.of(
                new Preflight.Obstacle.Deaf(),
                new Preflight.Obstacle.NoChannels(),
                new Preflight.Obstacle.Unreachable(List.of(BRAM.person()))));

        Heard check = cafe.says(ADA, "/cafe check")
                .hears(
                        "hears only those who mention it",
                        "@Tafelronde",
                        "Yes, in threads",
                        "cannot write to Bram alone");
        assertThat(check.answer().whispers().toString()).doesNotContain("the bot can make channels");
        cafe.says(ADA, "/cafe language nl");
        cafe.says(ADA, "/cafe controle")
                .hears(
                        "hoort de bot alleen wie hem noemt",
                        "Schrijf in het vak op de prompt",
                        "Ja, in threads",
                        "kan Bram niet persoonlijk schrijven");
    }

    @Test
    void people_on_other_platforms_are_not_asked_about() {
        on(new Platform("elsewhere"));
        cafe.opens();
        cafe.says(ADA, "/cafe check").hears("Is everything ready?");

        assertThat(asked).isEmpty();
    }

    @Test
    void how_long_many_tables_take_to_prepare_is_told_while_there_is_time() {
        on(ADA.person().platform());
        cafe.opens().checksIn(Cast.guests(6));
        assertThat(cafe.says(ADA, "/cafe check").answer().whispers().toString()).doesNotContain("preparing");

        cafe.checksIn(Cast.guests(16));
        cafe.says(ADA, "/cafe check").hears("preparing 4 tables takes about 40 seconds");

        cafe.says(ADA, "/cafe start");
        cafe.after(Duration.ofMinutes(3));
        assertThat(cafe.says(ADA, "/cafe check").answer().whispers().toString()).doesNotContain("preparing");
    }
}
