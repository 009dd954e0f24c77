package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.domain.session.Given.ADA;
import static org.tafelronde.domain.session.Given.at;
import static org.tafelronde.domain.session.Given.minutes;
import static org.tafelronde.testing.TestScripts.round;
import static org.tafelronde.testing.TestScripts.talk;
import static org.tafelronde.testing.TestScripts.threeRounds;
import static org.tafelronde.testing.TestScripts.whole;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestScripts;

/** Start, one moment after the other, pause, resume, close. */
class CourseTest {

    @Test
    void nobody_but_the_facilitator_starts_it() {
        Given given = Given.gathering(whole());
        Given.refused(given.session.start(Cast.BRAM.key(), at("14:00")), new Refusal.NotTheFacilitator());
    }

    @Test
    void nobody_checked_in_means_no_start() {
        Given given = Given.gathering(whole());
        Given.refused(given.session.start(ADA, at("14:00")), new Refusal.NobodyCheckedIn());
    }

    @Test
    void it_starts_once() {
        Given given = Given.started(whole(), 16);
        assertThat(given.only(Event.Started.class).end()).isEqualTo(at("16:04"));
        Given.refused(given.session.start(ADA, at("14:01")), new Refusal.AlreadyStarted());
    }

    @Test
    void people_are_seated_two_minutes_after_the_start() {
        Given given = Given.started(whole(), 16);
        assertThat(given.session.floor()).isEmpty();
        given.until("14:01");
        assertThat(given.session.floor()).isEmpty();
        given.until("14:02");
        assertThat(given.only(Event.Seated.class).due()).isEqualTo(at("14:02"));
        assertThat(given.session.floor()).isPresent();
    }

    @Test
    void a_cafe_that_begins_with_a_round_seats_people_before_it_opens() {
        Given given = Given.started(threeRounds(), 16);
        assertThat(given.events)
                .extracting(e -> (Object) e.getClass())
                .containsExactly(Event.Started.class, Event.Seated.class, Event.RoundOpened.class);
    }

    @Test
    void a_round_opens_intervenes_is_half_over_warns_twice_ends_and_hands_over() {
        Given given = Given.started(whole(), 16).until("14:14");
        given.until("14:39");
        assertThat(given.events)
                .extracting(e -> (Object) e.getClass())
                .containsExactly(
                        Event.RoundOpened.class,
                        Event.InterventionDropped.class,
                        Event.HalfTime.class,
                        Event.TimeLeft.class,
                        Event.TimeLeft.class,
                        Event.TimeUp.class,
                        Event.HandoverDue.class);
        assertThat(given.only(Event.RoundOpened.class).due()).isEqualTo(at("14:15"));
        assertThat(given.only(Event.InterventionDropped.class).due()).isEqualTo(at("14:23"));
        assertThat(given.only(Event.HalfTime.class).due()).isEqualTo(at("14:25"));
        assertThat(given.heard(Event.TimeLeft.class))
                .extracting(Event.TimeLeft::due)
                .containsExactly(at("14:30"), at("14:34"));
        assertThat(given.only(Event.TimeUp.class).due()).isEqualTo(at("14:35"));
        assertThat(given.only(Event.HandoverDue.class).due()).isEqualTo(at("14:36"));
    }

    @Test
    void the_plenary_comes_after_the_rounds_and_the_cafe_closes_itself() {
        Given given = Given.started(whole(), 16).until("15:29");
        given.until("16:04");
        assertThat(given.events)
                .extracting(e -> (Object) e.getClass())
                .containsExactly(
                        Event.StepOpened.class,
                        Event.PickingEnds.class,
                        Event.PickingOver.class,
                        Event.StepOpened.class,
                        Event.Bell.class,
                        Event.Bell.class,
                        Event.Bell.class,
                        Event.Bell.class,
                        Event.StepOpened.class,
                        Event.StepOpened.class,
                        Event.DebriefAsked.class,
                        Event.DebriefShared.class,
                        Event.DebriefAsked.class,
                        Event.DebriefShared.class,
                        Event.StepOpened.class,
                        Event.Closed.class);
        assertThat(given.session.stage()).isEqualTo(new Stage.Closed(at("16:04")));
        // Nothing is to be done until the actions are asked after.
        assertThat(given.session.nextDue()).contains(at("16:04").plus(Afterwards.FOLLOW_UPS.getFirst()));
    }

    @Test
    void looked_at_late_it_tells_the_same_events_with_the_times_at_which_they_were_due() {
        Given inTime = Given.started(whole(), 16).until("16:04");
        Given late = Given.started(whole(), 16).onlyNow("17:30");
        assertThat(late.events).isEqualTo(inTime.events);
        assertThat(late.session.stage()).isEqualTo(inTime.session.stage());
    }

    @Test
    void a_timer_that_comes_too_early_is_ignored() {
        Given given = Given.started(whole(), 16);
        assertThat(given.session.timeIsUp(at("14:00"))).isEqualTo(new Decision.Ignored());
    }

    @Test
    void a_pause_takes_nothing_from_the_round() {
        Given given = Given.started(threeRounds(), 16).until("14:07");
        given.changes(given.session.pause(ADA, at("14:07")));
        assertThat(given.session.nextDue()).isEmpty();
        assertThat(given.session.timeIsUp(at("14:30"))).isEqualTo(new Decision.Ignored());
        given.changes(given.session.resume(ADA, at("14:17"), false));
        assertThat(given.only(Event.Resumed.class)).isEqualTo(new Event.Resumed(at("14:30"), at("15:25")));
        given.until("14:30");
        assertThat(given.heard(Event.TimeLeft.class))
                .extracting(Event.TimeLeft::due)
                .containsExactly(at("14:25"), at("14:29"));
    }

    @Test
    void pausing_twice_or_resuming_what_runs_is_answered() {
        Given given = Given.started(threeRounds(), 16);
        Given.refused(given.session.resume(ADA, at("14:05"), false), new Refusal.NotPaused());
        given.changes(given.session.pause(ADA, at("14:05")));
        Given.refused(given.session.pause(ADA, at("14:06")), new Refusal.IsPaused());
        Given.refused(
                given.session.extend(ADA, minutes(5), java.util.Optional.empty(), at("14:06"), false),
                new Refusal.IsPaused());
        Given.refused(given.session.skip(ADA, at("14:06"), false), new Refusal.IsPaused());
    }

    @Test
    void a_pause_that_takes_the_hard_end_is_refused_until_the_facilitator_insists() {
        Given given = Given.started(TestScripts.wholeOnTime(), 16).until("15:31");
        given.changes(given.session.pause(ADA, at("15:31")));
        Given.refused(given.session.resume(ADA, at("16:00"), false), Refusal.DoesNotFit.class);
        given.changes(given.session.resume(ADA, at("16:00"), true));
        assertThat(given.session.stepEndsAt()).contains(at("16:04"));
    }

    @Test
    void closing_early_says_what_was_not_done() {
        Given given = Given.started(threeRounds(), 16);
        given.changes(given.session.close(ADA, at("14:10")));
        assertThat(given.only(Event.Closed.class).unused()).isEqualTo(List.of("Decision", "Daily use"));
        Given.refused(given.session.close(ADA, at("14:11")), new Refusal.IsClosed());
    }

    @Test
    void a_short_round_is_not_hurried_in_its_first_half() {
        Given given = Given.started(TestScripts.of("short", round(1, "Short", 8, 2)), 16)
                .until("14:10");
        assertThat(given.heard(Event.TimeLeft.class))
                .extracting(Event.TimeLeft::left)
                .containsExactly(minutes(1));
    }

    @Test
    void a_round_without_time_to_change_still_ends_aloud() {
        Given given = Given.started(TestScripts.of("last", round(1, "Last", 20, 0), talk("end", "End", 5, false)), 16);
        given.until("14:20");
        assertThat(given.heard(Event.TimeUp.class)).hasSize(1);
        assertThat(given.heard(Event.HandoverDue.class)).hasSize(1);
        assertThat(given.heard(Event.StepOpened.class)).hasSize(1);
    }

    @Test
    void all_tables_belong_to_what_happens_to_all() {
        Given given = Given.started(threeRounds(), 16).until("14:15");
        Set<String> all = given.session.tableIds();
        assertThat(given.heard(Event.TimeLeft.class))
                .allSatisfy(e -> assertThat(e.tables()).isEqualTo(all));
    }

    // Seating, when the first step is cut short

    @Test
    void people_are_seated_also_when_the_welcome_is_skipped_in_its_first_minute() {
        Given given = Given.started(whole(), 16);
        given.changes(given.session.skip(ADA, at("14:01"), false));
        assertThat(given.heard(Event.Seated.class)).hasSize(1);
        assertThat(given.session.floor()).isPresent();
        given.until("14:06");
        assertThat(given.heard(Event.RoundOpened.class)).hasSize(1);
    }

    @Test
    void people_are_seated_also_when_the_welcome_becomes_short() {
        Given given = Given.started(whole(), 16);
        given.changes(given.extend(-8, "14:01"));
        given.until("14:20");
        assertThat(given.heard(Event.Seated.class)).hasSize(1);
    }

    @Test
    void people_are_seated_once_also_when_a_short_welcome_becomes_long() {
        Given given =
                Given.started(TestScripts.of("short", talk("hello", "Hello", 3, false), round(1, "Idea", 20, 5)), 16);
        assertThat(given.heard(Event.Seated.class)).hasSize(1);
        given.changes(given.extend(5, "14:01"));
        given.until("14:20");
        assertThat(given.heard(Event.Seated.class)).isEmpty();
    }

    @Test
    void skipping_at_the_very_moment_at_which_a_step_opens_goes_on_to_the_next() {
        Given given = Given.started(whole(), 16);
        given.changes(given.session.skip(ADA, at("14:00"), false));
        given.until("14:01");
        assertThat(given.session.step().orElseThrow().id()).isEqualTo("case");
        given.until("14:06");
        assertThat(given.session.step().orElseThrow().id()).isEqualTo("round-1");
        assertThat(given.heard(Event.RoundOpened.class)).hasSize(1);
        assertThat(Duration.between(at("14:05"), given.session.stepEndsAt().orElseThrow()))
                .isBetween(minutes(20), minutes(21));
    }

    @Test
    void skipping_at_the_very_moment_at_which_a_round_opens_opens_it_no_second_time() {
        Given given = Given.started(whole(), 16).until("14:15");
        given.changes(given.session.skip(ADA, at("14:15"), false));
        List<Event> atOnce = List.copyOf(given.events);
        given.until("14:21");
        assertThat(atOnce).noneMatch(Event.RoundOpened.class::isInstance);
        assertThat(given.heard(Event.RoundOpened.class))
                .extracting(e -> e.round().number())
                .containsExactly(2);
    }
}
