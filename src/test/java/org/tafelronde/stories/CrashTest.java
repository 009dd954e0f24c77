package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** Killed at any instant and started again: nothing is lost and nothing is said twice (F23). */
class CrashTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    private static Predicate<Outgoing> says(String text) {
        return what ->
                what instanceof Outgoing.Post post && post.content().plain().contains(text)
                        || what instanceof Outgoing.Direct direct
                                && direct.content().plain().contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Round 1 · Idea · Quality", "Your route", "Time is up", "choose the most", "The digest is ready"
            })
    void killed_just_after_something_arrived_it_is_said_once(String text) {
        cafe.platform().meets(says(text), TestPlatform.Trouble.KILLED_AFTER);
        cafe.begins("14:00", 16);
        runsToTheEndBeingStartedAgain();
        cafe.nothingWasSaidTwice();
        cafe.nothingWaits();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Round 1 · Idea · Quality", "Your route", "Time is up", "choose the most", "The digest is ready"
            })
    void killed_just_before_something_arrived_it_is_said_once(String text) {
        cafe.platform().meets(says(text), TestPlatform.Trouble.KILLED_BEFORE);
        cafe.begins("14:00", 16);
        runsToTheEndBeingStartedAgain();
        cafe.nothingWasSaidTwice();
        cafe.nothingWaits();
    }

    private void runsToTheEndBeingStartedAgain() {
        int starts = 0;
        while (cafe.now().isBefore(cafe.session().startedAt().orElseThrow().plus(Duration.ofMinutes(125)))) {
            cafe.after(Duration.ofSeconds(20));
            if (!cafe.isAlive()) {
                cafe.startsAgain();
                starts++;
            }
        }
        assertThat(starts).isEqualTo(1);
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void killed_in_the_middle_of_a_round_it_goes_on_where_it_was() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who lies?");
        cafe.isKilled().at("14:21").startsAgain();
        cafe.everyTable().hearsNothing();
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who else lies?");
        assertThat(cafe.harvest().of("trust", 1)).hasSize(2);
        cafe.at("14:30").everyTable().hears("5 minutes left");
        cafe.at("16:04").nothingWasSaidTwice();
        cafe.nothingWaits();
    }

    @Test
    void what_fell_due_meanwhile_is_said_when_it_is_of_use_and_told_in_one_line_when_it_is_not() {
        cafe.begins("14:00", 16).at("14:09").isKilled();
        // Down over the case, the first round and its end; back in the second round.
        cafe.at("14:45").startsAgain();
        cafe.everyTable().hears("Round 2 · Decision", "Until 15:00.");
        cafe.everyTable().neverHeard("Round 1 · Idea");
        cafe.everyTable().neverHeard("minutes left");
        cafe.everyTable().neverHeard("A storm");
        cafe.alone(ADA)
                .hears("While I was away this was not said", "The case (14:10)", "Idea (14:15)", "A storm (14:23)");
        cafe.alone(ADA).heardTimes(1, "While I was away");
        assertThat(cafe.alone(ADA).message("While I was away").text().lines().count())
                .isEqualTo(1);
        cafe.at("16:04").nothingWasSaidTwice();
    }

    @Test
    void a_round_that_opened_late_still_tells_the_end_that_everybody_has() {
        cafe.begins("14:00", 16).at("14:14").isKilled();
        cafe.at("14:16").startsAgain();
        cafe.everyTable().hears("Round 1 · Idea", "Until 14:35.");
        cafe.alone(ADA).neverHeard("While I was away");
    }

    @Test
    void down_until_long_after_the_end_the_facilitator_still_gets_the_draft() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who lies?");
        cafe.isKilled().at("20:00").startsAgain();
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Closed.class);
        cafe.alone(ADA).hears("The digest is ready").heardTimes(1, "While I was away");
        assertThat(cafe.harvest().questions()).hasSize(1);
        cafe.nothingWasSaidTwice();
    }

    @Test
    void a_paused_cafe_is_paused_also_after_a_crash() {
        cafe.begins("14:00", 16).at("14:20").says(ADA, "/cafe pause");
        cafe.isKilled().at("15:00").startsAgain();
        cafe.everyTable().hearsNothing();
        cafe.says(ADA, "/cafe resume").hears("Idea lasts until 15:15");
    }

    @Test
    void a_command_that_is_told_again_after_a_crash_has_no_second_effect() {
        cafe.begins("14:00", 16).at("14:20");
        var extend =
                new org.tafelronde.chat.Incoming.Command(cafe.key(), ADA.speaker(), cafe.plenaryPlace(), "extend 5");
        cafe.hear(ADA, extend).hears("until 14:40");
        cafe.isKilled().startsAgain();
        cafe.hear(ADA, extend).hears("until 14:40");
        assertThat(cafe.session().stepEndsAt().orElseThrow())
                .isEqualTo(cafe.now().plus(Duration.ofMinutes(20)));
        cafe.everyTable().heardTimes(1, "New time");
    }

    @Test
    void a_thread_that_was_born_just_before_the_crash_still_takes_questions() {
        cafe.begins("14:00", 16);
        cafe.platform().meets(says("Round 1 · Idea · Trust"), TestPlatform.Trouble.KILLED_AFTER);
        cafe.at("14:15");
        assertThat(cafe.isAlive()).isFalse();
        cafe.at("14:36").startsAgain();
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who lies?");
        assertThat(cafe.harvest().of("trust", 1)).hasSize(1);
    }

    @Test
    void what_the_platform_refuses_is_told_to_the_facilitator_and_tried_again_with_a_button() {
        cafe.begins("14:00", 16);
        cafe.platform().meets(says("Round 1 · Idea · Trust"), TestPlatform.Trouble.NO);
        cafe.at("14:15");
        cafe.alone(ADA).hears("I could not deliver this", "Round 1 · Idea · Trust", "an administrator can allow it");
        cafe.says(ADA, "/cafe status").hears("could not be delivered: 1");
        cafe.presses(ADA, "Try again").hears("One message is tried again");
        cafe.table("trust").heard("Round 1 · Idea · Trust");
        cafe.says(ADA, "/cafe status").hears("could not be delivered: 0");
    }

    @Test
    void what_nobody_can_tell_holds_its_table_up_for_a_while_and_the_facilitator_is_asked_to_look() {
        cafe.begins("14:00", 16).at("14:34");
        cafe.platform().remembersNothing();
        cafe.platform().meets(says("Time is up"), TestPlatform.Trouble.BROKEN_AFTER);
        cafe.at("14:40");
        cafe.everyTable().heardTimes(1, "Time is up");
        cafe.everyTable().heard("Round 2 · Decision");
        cafe.alone(ADA).heard("I cannot find out whether this was said: “Time is up", "cannot be asked");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void while_a_place_refuses_everything_the_facilitator_has_one_line_that_counts() {
        cafe.begins("14:00", 16).at("14:15");
        cafe.platform()
                .meets(
                        what -> what instanceof Outgoing.Post post
                                && post.place().equals(cafe.tablePlace("trust")),
                        TestPlatform.Trouble.NO,
                        TestPlatform.Trouble.NO,
                        TestPlatform.Trouble.NO);
        cafe.at("14:23").alone(ADA).hears("I could not deliver this", "A storm").doesNotHear("more");
        cafe.at("14:30").alone(ADA).hears("A storm", "One more message since, at 14:30: “5 minutes left");
        cafe.at("14:34").alone(ADA).hears("A storm", "2 more messages since, the last at 14:34: “1 minute left");
        cafe.alone(ADA).heardTimes(1, "I could not deliver this");
        cafe.presses(ADA, "Try again").hears("3 messages are tried again");
        cafe.alone(ADA).hears("A storm", "Tried again at 14:34");
        assertThat(cafe.alone(ADA).message("A storm").content().buttons()).isEmpty();
        cafe.platform().meets(says("Round 3 · Daily use · Trust"), TestPlatform.Trouble.NO);
        cafe.at("15:05").alone(ADA).hears("I could not deliver this", "Round 3").heardTimes(2, "I could not deliver");
    }

    @Test
    void what_is_refused_again_is_told_again() {
        cafe.begins("14:00", 16);
        cafe.platform()
                .meets(
                        what -> what instanceof Outgoing.Post
                                && says("Round 1 · Idea · Trust").test(what),
                        TestPlatform.Trouble.NO,
                        TestPlatform.Trouble.NO);
        cafe.at("14:15").alone(ADA).hears("I could not deliver this");
        cafe.at("14:16").presses(ADA, "Try again").hears("One message is tried again");
        cafe.alone(ADA).heardTimes(2, "I could not deliver this").heardTimes(1, "Tried again at 14:16");
    }

    @Test
    void what_waited_for_the_platform_until_it_was_of_no_use_is_dropped_and_told() {
        cafe.begins("14:00", 16).at("14:14").cannotSpeak().at("14:37").saysWhatWaits();
        cafe.everyTable().neverHeard("Round 1 · Idea").neverHeard("left, until");
        cafe.everyTable().heard("Time is up");
        cafe.alone(ADA).heard("Not said: “", "Round 1 · Idea ·", "It would have come too late.");
        // A prompt, a storm and two warnings at each of four tables, in one line.
        cafe.alone(ADA).heardTimes(1, "Not said").hears("15 more messages since, the last at 14:37");
        cafe.at("16:04").nothingWasSaidTwice();
    }

    @Test
    void what_waited_for_the_platform_and_is_of_use_still_is_said() {
        cafe.begins("14:00", 16).at("14:14").cannotSpeak().at("14:16").saysWhatWaits();
        cafe.everyTable().hears("Round 1 · Idea", "Until 14:35.");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void too_many_slows_one_place_down_and_no_other() {
        cafe.begins("14:00", 16);
        cafe.platform()
                .meets(says("Round 1 · Idea · Trust"), TestPlatform.Trouble.TOO_MANY, TestPlatform.Trouble.TOO_MANY);
        cafe.at("14:15");
        cafe.table("privacy").hears("Round 1");
        cafe.table("trust").neverHeard("Round 1");
        cafe.after(Duration.ofSeconds(6)).table("trust").hears("Round 1 · Idea", "Until 14:35.");
    }

    @Test
    void every_delivery_has_ended() {
        cafe.begins("14:00", 16).at("16:04");
        List<Delivery> all = cafe.deliveries();
        assertThat(all).isNotEmpty().allMatch(d -> d.state() == Delivery.State.SENT && d.attempts() == 1);
        // Said at the instant that was promised (F19).
        assertThat(all).allMatch(d -> !d.sentAt().orElseThrow().isAfter(d.promised()));
    }
}
