package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.domain.session.Given.ADA;
import static org.tafelronde.domain.session.Given.at;
import static org.tafelronde.domain.session.Given.minutes;
import static org.tafelronde.testing.TestScripts.threeRounds;
import static org.tafelronde.testing.TestScripts.whole;
import static org.tafelronde.testing.TestScripts.wholeOnTime;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.Cast;

/** More time, less time, on to the next (F21, F22). */
class RetimingTest {

    @Test
    void five_minutes_more_move_everything_after_them() {
        Given given = Given.started(threeRounds(), 16).until("14:18");
        given.changes(given.extend(5, "14:18"));
        Event.Retimed retimed = given.only(Event.Retimed.class);
        assertThat(retimed.stepEndsAt()).isEqualTo(at("14:25"));
        assertThat(retimed.end()).isEqualTo(at("15:20"));
        given.until("14:25");
        assertThat(given.only(Event.TimeUp.class).due()).isEqualTo(at("14:25"));
        given.until("14:30");
        assertThat(given.only(Event.RoundOpened.class).due()).isEqualTo(at("14:30"));
    }

    @Test
    void with_a_hard_end_later_steps_give_way_but_not_below_their_minimum() {
        Given given = Given.started(wholeOnTime(), 16).until("14:20");
        given.changes(given.extend(10, "14:20"));
        assertThat(given.only(Event.Retimed.class).end()).isEqualTo(at("16:04"));
        for (int i = 0; i < given.session.script().plan().size(); i++) {
            assertThat(given.session.agenda().length(i))
                    .isGreaterThanOrEqualTo(given.session.script().plan().get(i).minimum());
        }
    }

    @Test
    void what_does_not_fit_before_the_hard_end_is_refused_until_the_facilitator_insists() {
        Given given = Given.started(wholeOnTime(), 16).until("14:20");
        Given.refused(given.extend(60, "14:20"), Refusal.DoesNotFit.class);
        given.changes(given.extendAnyway(60, "14:20"));
        assertThat(given.session.end().orElseThrow()).isAfter(at("16:04"));
    }

    @Test
    void a_step_becomes_no_shorter_than_its_minimum_or_than_the_time_that_is_over() {
        Given given = Given.started(threeRounds(), 16).until("14:03");
        Given.refused(given.extend(-15, "14:03"), new Refusal.Protected("Idea", at("14:08")));
        given.changes(given.extendAnyway(-15, "14:03"));
        assertThat(given.session.stepEndsAt()).contains(at("14:05"));
        Given.refused(given.extendAnyway(-3, "14:04"), Refusal.Protected.class);
    }

    @Test
    void the_protected_times_of_the_plenary_are_not_skipped_unless_the_facilitator_insists() {
        Given given = Given.started(whole(), 16).until("15:31");
        Given.refused(given.session.skip(ADA, at("15:31"), false), new Refusal.Protected("Choosing", at("15:35")));
        given.changes(given.session.skip(ADA, at("15:31"), true));
        assertThat(given.only(Event.PickingOver.class)).isNotNull();
        assertThat(given.session.step().orElseThrow().id()).isEqualTo("feedback");
    }

    @Test
    void skipping_a_round_ends_its_talk_and_leaves_the_time_to_change() {
        Given given = Given.started(threeRounds(), 16).until("14:09");
        given.changes(given.session.skip(ADA, at("14:09"), false));
        assertThat(given.only(Event.TimeUp.class).due()).isEqualTo(at("14:09"));
        given.until("14:10");
        assertThat(given.heard(Event.HandoverDue.class)).hasSize(1);
        given.until("14:14");
        assertThat(given.only(Event.RoundOpened.class).due()).isEqualTo(at("14:14"));
    }

    @Test
    void skipping_the_time_to_change_begins_the_next_round() {
        Given given = Given.started(threeRounds(), 16).until("14:22");
        given.changes(given.session.skip(ADA, at("14:22"), false));
        assertThat(given.only(Event.RoundOpened.class).due()).isEqualTo(at("14:22"));
        assertThat(given.session.stepEndsAt()).contains(at("14:42"));
    }

    @Test
    void skipping_the_last_step_closes_the_cafe() {
        Given given = Given.started(threeRounds(), 16).until("15:11");
        given.changes(given.session.skip(ADA, at("15:11"), false));
        assertThat(given.heard(Event.Closed.class)).hasSize(1);
    }

    @Test
    void one_table_talks_on_while_the_others_change() {
        Given given = Given.started(threeRounds(), 16).until("14:18");
        given.changes(given.session.extend(ADA, minutes(3), Optional.of("privacy"), at("14:18"), false));
        assertThat(given.only(Event.Retimed.class).stepEndsAt()).isEqualTo(at("14:23"));
        assertThat(given.only(Event.Retimed.class).end()).isEqualTo(at("15:15"));
        given.until("14:24");
        assertThat(given.heard(Event.TimeUp.class))
                .extracting(Event.TimeUp::due)
                .containsExactly(at("14:20"), at("14:23"));
        assertThat(given.heard(Event.TimeUp.class).getLast().tables()).isEqualTo(Set.of("privacy-1"));
        given.until("14:25");
        assertThat(given.only(Event.RoundOpened.class).due()).isEqualTo(at("14:25"));
        assertThat(given.session.floor().orElseThrow().extra()).isEmpty();
    }

    @Test
    void one_table_gets_no_more_than_the_time_to_change() {
        Given given = Given.started(threeRounds(), 16).until("14:18");
        Given.refused(
                given.session.extend(ADA, minutes(5), Optional.of("privacy"), at("14:18"), false),
                new Refusal.OnlyWithinTheChange(minutes(4)));
        Given.refused(
                given.session.extend(ADA, minutes(2), Optional.of("kitchen"), at("14:18"), false),
                Refusal.NoSuchTable.class);
    }

    @Test
    void nobody_extends_what_does_not_run() {
        Given.refused(Given.gathering(threeRounds()).extend(5, "13:59"), new Refusal.NothingIsRunning());
        Given given = Given.started(threeRounds(), 16);
        Given.refused(
                given.session.extend(Cast.BRAM.key(), minutes(5), Optional.empty(), at("14:05"), false),
                new Refusal.NotTheFacilitator());
        Given.refused(given.extend(500, "14:05"), Refusal.TooLong.class);
    }

    @Test
    void between_two_rounds_there_is_no_round_to_lengthen() {
        Given given = Given.started(threeRounds(), 16).until("14:22");
        Given.refused(given.extend(5, "14:22"), new Refusal.NotARound());
    }

    @Test
    void shortened_to_this_very_moment_it_still_ends_aloud() {
        Given given = Given.started(threeRounds(), 16).until("14:15");
        Decision decision = given.extend(-5, "14:15");
        if (decision instanceof Decision.Changed) {
            given.changes(decision);
        }
        given.until("14:25");
        assertThat(given.heard(Event.TimeUp.class)).hasSize(1);
        assertThat(given.session.nextDue()).isPresent();
    }

    @Test
    void a_step_that_is_shortened_to_this_very_moment_goes_on_to_the_next() {
        Given given = Given.started(whole(), 16).until("15:46");
        // The third bell rings at 15:39; the reference card is at 15:43.
        Decision decision = given.extendAnyway(-1, "15:46");
        if (decision instanceof Decision.Changed) {
            given.changes(decision);
        }
        given.until("16:10");
        assertThat(given.session.stage()).isInstanceOf(Stage.Closed.class);
    }
}
