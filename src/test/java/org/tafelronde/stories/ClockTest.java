package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestScripts;

/** The facilitator and the clock (F6, F21, F22, F31). */
class ClockTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.threeRounds());

    @Test
    void the_facilitator_buys_the_room_five_more_minutes() {
        cafe.begins("14:00", 16);
        cafe.at("14:18").says(ADA, "/cafe extend 5").hears("Idea lasts until 14:25. The café ends at 15:20.");
        cafe.everyTable().hears("New time: Idea lasts until 14:25.");
        assertThat(cafe.room("trust").topic()).contains("14:25");
        cafe.at("14:21").everyTable().hearsNothing();
        cafe.at("14:25").everyTable().hears("Time is up.");
        cafe.at("14:30").everyTable().hears("Round 2 · Decision");
    }

    @Test
    void extended_again_and_again_a_table_gets_three_posts_about_time_and_the_last_one_tells_the_end() {
        cafe.begins("14:00", 16);
        cafe.at("14:15").everyTable().hears("5 minutes left, until 14:20.");
        cafe.at("14:16").says(ADA, "/cafe extend 5");
        cafe.everyTable().hears("New time: Idea lasts until 14:25.").neverHeard("until 14:20.");
        cafe.at("14:20").everyTable().hears("5 minutes left, until 14:25.");
        cafe.at("14:22").says(ADA, "/cafe extend 5");
        cafe.at("14:25").everyTable().hears("5 minutes left, until 14:30.");
        cafe.at("14:29").everyTable().hears("1 minute left, until 14:30.");
        cafe.says(ADA, "/cafe extend 5");
        cafe.everyTable().hears("New time: Idea lasts until 14:35.");
        cafe.at("14:34").everyTable().hears("1 minute left, until 14:35.");
        cafe.at("14:35").everyTable().hears("Time is up.").each(t -> {
            assertThat(t.messages().stream().filter(ClockTest::isOfTime)).hasSize(3);
            assertThat(t.messages()).hasSizeLessThanOrEqualTo(8);
        });
        cafe.plenary().heardTimes(1, "New time");
    }

    @Test
    void extended_before_any_warning_a_table_still_gets_three_posts_about_time() {
        cafe.begins("14:00", 16).at("14:05").says(ADA, "/cafe extend 5");
        cafe.everyTable().hears("New time: Idea lasts until 14:25.");
        cafe.at("14:20").everyTable().hears("5 minutes left, until 14:25.");
        cafe.at("14:24").everyTable().hears("1 minute left, until 14:25.");
        cafe.at("14:25")
                .everyTable()
                .hears("Time is up.")
                .each(t -> assertThat(t.messages().stream().filter(ClockTest::isOfTime))
                        .hasSize(3));
        cafe.at("14:45").everyTable().hears("5 minutes left, until 14:50.");
    }

    private static boolean isOfTime(org.tafelronde.testing.TestPlatform.Message m) {
        return m.text().contains(" left, until ")
                || m.text().contains("New time")
                || m.text().contains("Time is up");
    }

    @Test
    void paused_again_and_again_a_table_gets_two_posts_about_it() {
        cafe.begins("14:00", 16).at("14:02");
        for (int i = 0; i < 3; i++) {
            cafe.says(ADA, "/cafe pause");
            cafe.everyTable().hears("We pause for a moment.");
            cafe.after(Duration.ofMinutes(1)).says(ADA, "/cafe resume");
            cafe.everyTable().hears("We go on with Idea");
            cafe.after(Duration.ofMinutes(1));
        }
        cafe.everyTable().each(t -> assertThat(t.messages()).hasSize(3));
        cafe.everyTable().heardTimes(1, "until 14:23");
    }

    @Test
    void with_a_question_mark_it_is_shown_first_and_happens_with_the_button() {
        cafe.begins("14:00", 16).at("14:18");
        var shown = cafe.says(ADA, "/cafe extend 5 ?")
                .hears("Idea would last until 14:25, and the café would end at 15:20.");
        cafe.everyTable().doesNotHear("New time");
        assertThat(cafe.session().end()).contains(at("15:15"));
        shown.presses("Do it").hears("Idea lasts until 14:25.");
        assertThat(cafe.session().end()).contains(at("15:20"));
    }

    @Test
    void it_is_undone_with_a_button() {
        cafe.begins("14:00", 16).at("14:10");
        cafe.says(ADA, "/cafe extend 5").presses("Undo").hears("Idea lasts until 14:20. The café ends at 15:15.");
        cafe.at("14:20").everyTable().hears("Time is up.");
    }

    @Test
    void one_table_may_talk_on() {
        cafe.begins("14:00", 16).at("14:18");
        cafe.says(ADA, "/cafe extend 3 privacy").hears("until 14:23", "The café ends at 15:15.");
        cafe.table("privacy").hears("5 minutes left, until 14:23.");
        cafe.table("trust").doesNotHear("New time");
        cafe.at("14:20").table("trust").hears("Time is up.");
        cafe.table("privacy").doesNotHear("Time is up.");
        cafe.at("14:23").table("privacy").hears("Time is up.");
        cafe.at("14:25").everyTable().hears("Round 2");
    }

    @Test
    void a_pause_is_told_everywhere_and_so_are_the_new_times() {
        cafe.begins("14:00", 16).at("14:07").says(ADA, "/cafe pause").hears("The clock stands still.");
        cafe.everyTable().hears("We pause for a moment.");
        cafe.plenary().hears("We pause for a moment.");
        assertThat(cafe.room("trust").topic()).isEqualTo("Idea · paused");
        cafe.at("14:30").everyTable().hearsNothing();
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "May I still ask?");
        assertThat(cafe.harvest().of("trust", 1)).hasSize(1);
        cafe.at("14:37").says(ADA, "/cafe resume").hears("Idea lasts until 14:50. The café ends at 15:45.");
        cafe.everyTable().hears("We go on with Idea, until 14:50. The café ends at 15:45.");
        cafe.at("14:50").everyTable().hears("Time is up.");
    }

    @Test
    void a_skip_ends_the_talk_and_then_the_change() {
        cafe.begins("14:00", 16).at("14:10").says(ADA, "/cafe skip").hears("The café ends at 15:05.");
        cafe.after(Duration.ofSeconds(1));
        cafe.everyTable().heard("Time is up.");
        cafe.at("14:12").says(ADA, "/cafe skip");
        cafe.everyTable().hears("Round 2 · Decision");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void a_skip_with_a_question_mark_changes_nothing() {
        cafe.begins("14:00", 16).at("14:10").says(ADA, "/cafe skip ?").hears("would end at 15:05");
        assertThat(cafe.session().stepEndsAt()).contains(at("14:20"));
    }

    @Test
    void a_protected_minimum_is_refused_and_set_aside_with_a_button() {
        CafeTester whole =
                CafeTester.with(TestScripts.whole()).begins("14:00", 16).at("15:31");
        whole.says(ADA, "/cafe skip")
                .hears("Choosing has a protected time until 15:35.")
                .presses("Do it anyway");
        assertThat(whole.session().step().orElseThrow().id()).isEqualTo("feedback");
    }

    @Test
    void what_does_not_fit_before_the_hard_end_is_refused_and_set_aside_with_a_word() {
        CafeTester strict =
                CafeTester.with(TestScripts.wholeOnTime()).begins("14:00", 16).at("14:20");
        strict.says(ADA, "/cafe extend 10").hears("The café ends at 16:04.");
        strict.says(ADA, "/cafe extend 60").hears("That does not fit");
        strict.says(ADA, "/cafe extend 60 anyway").hears("until 15:45");
        assertThat(strict.session().end().orElseThrow()).isAfter(at("16:04"));
    }

    @Test
    void spare_interventions_come_by_command_with_limits() {
        cafe.begins("14:00", 16).at("14:05");
        cafe.says(ADA, "/cafe intervene leak").hears("It is on its way");
        cafe.everyTable().hears("Something happens: A leak", "This is fiction");
        cafe.says(ADA, "/cafe intervene leak")
                .hearsOneLine("has happened at that table already")
                .hasNoButton("Do it anyway");
        cafe.says(ADA, "/cafe intervene strike privacy").hears("It is on its way");
        cafe.table("privacy").hears("A strike");
        cafe.table("trust").neverHeard("A strike");
        cafe.says(ADA, "/cafe intervene award privacy").hears("There were 2 spare interventions");
        cafe.says(ADA, "/cafe intervene award trust").hears("It is on its way");
        cafe.at("14:17")
                .says(ADA, "/cafe intervene award quality")
                .hears("In the last 4 minutes")
                .presses("Do it anyway");
        cafe.table("quality").hears("An award");
    }

    @Test
    void after_the_talk_nothing_new_happens_and_no_button_says_otherwise() {
        cafe.begins("14:00", 16).at("14:17");
        var late = cafe.says(ADA, "/cafe intervene award").hears("In the last 4 minutes");
        cafe.at("14:21");
        late.presses("Do it anyway")
                .hearsOneLine("The talk of this round is over. Try it again when round 2 has begun.")
                .hasNoButton("Do it anyway");
        cafe.at("15:12")
                .says(ADA, "/cafe intervene award")
                .hearsOneLine("The talk of the last round is over")
                .hasNoButton("Do it anyway");
        cafe.everyTable().neverHeard("An award");
    }

    @Test
    void a_table_that_talks_on_can_still_have_an_intervention() {
        cafe.begins("14:00", 16).at("14:18").says(ADA, "/cafe extend 3 privacy");
        cafe.at("14:21").says(ADA, "/cafe intervene award privacy anyway").hears("It is on its way");
        cafe.says(ADA, "/cafe intervene award trust anyway").hearsOneLine("The talk of this round is over");
    }

    @Test
    void spare_interventions_come_by_a_form_too() {
        cafe.begins("14:00", 16).at("14:05");
        cafe.says(ADA, "/cafe intervene")
                .fillsIn(java.util.Map.of("name", "strike", "table", "trust-1"))
                .hears("It is on its way");
        cafe.table("trust").hears("A strike");
        cafe.table("privacy").neverHeard("A strike");
    }

    @Test
    void closing_early_asks_first_and_keeps_what_was_asked() {
        cafe.begins("14:00", 16).at("14:10");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Why so soon?");
        cafe.says(ADA, "/cafe close")
                .hears("The plan is not through yet")
                .presses("Close it now")
                .hears("The café is closed");
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Closed.class);
        cafe.alone(ADA).hears("The digest is ready");
        cafe.at("15:30").everyTable().hearsNothing();
        assertThat(cafe.harvest().questions()).hasSize(1);
    }

    @Test
    void a_button_that_is_pressed_after_its_time_is_answered() {
        cafe.begins("14:00", 16).at("14:10");
        cafe.presses(ADA, "Start").hearsOneLine("The café has begun already");
        cafe.says(ADA, "/cafe pause");
        cafe.says(ADA, "/cafe resume");
        cafe.at("15:15").presses(BRAM, "I am here").hears("You are checked in already");
        var paused = cafe.says(ADA, "/cafe resume");
        paused.hearsOneLine("The clock is not standing still");
    }

    // Daylight saving

    @Test
    void over_the_night_in_which_the_clocks_go_back_times_are_told_as_clocks_say_them() {
        CafeTester night = CafeTester.on(LocalDate.of(2026, 10, 24), TestScripts.threeRounds());
        night.after(Duration.ofHours(14).plusMinutes(30)).opens();
        night.checksIn(org.tafelronde.testing.Cast.guests(16));
        // 02:30 summer time; the clocks go back from 03:00 to 02:00.
        night.says(ADA, "/cafe start").hears("Idea lasts until 02:50. The café ends at 02:45.");
        night.plenary()
                .hears("02:30 Round 1: Idea", "02:55 Round 2: Decision", "02:20 Round 3: Daily use", "02:45 End");
        night.after(Duration.ofMinutes(25)).everyTable().hears("Until 02:15.");
        night.after(Duration.ofMinutes(20)).everyTable().hears("Time is up.");
        night.after(Duration.ofMinutes(30));
        assertThat(night.session().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void over_the_night_in_which_the_clocks_go_forward_a_round_still_lasts_twenty_minutes() {
        CafeTester night = CafeTester.on(LocalDate.of(2027, 3, 27), TestScripts.threeRounds());
        night.after(Duration.ofHours(13).plusMinutes(50)).opens();
        night.checksIn(org.tafelronde.testing.Cast.guests(16));
        // 01:50 winter time; the clocks go forward from 02:00 to 03:00.
        night.says(ADA, "/cafe start").hears("Idea lasts until 03:10. The café ends at 04:05.");
        night.everyTable().hears("Until 03:10.");
        night.after(Duration.ofMinutes(19)).everyTable().hears("1 minute left, until 03:10.");
        night.after(Duration.ofMinutes(1)).everyTable().hears("Time is up.");
    }

    @Test
    void a_planned_start_is_on_the_clocks_of_the_day_that_it_falls_on() {
        CafeTester day = CafeTester.on(LocalDate.of(2026, 10, 24), TestScripts.threeRounds());
        day.says(ADA, "/cafe new three-rounds at 10:00");
        // Tomorrow at ten, by winter time: 23 hours from noon and not 22.
        assertThat(Duration.between(
                        day.now(), day.session().setting().plannedStart().orElseThrow()))
                .isEqualTo(Duration.ofHours(23));
    }

    private static java.time.Instant at(String time) {
        return LocalDate.of(2026, 5, 12)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(CafeTester.ZONE)
                .toInstant();
    }
}
