package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;
import static org.tafelronde.testing.Cast.TESS;
import static org.tafelronde.testing.Cast.UMA;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.ActionPoint.Outcome.State;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** What became of the actions is told under the note that asks, and kept (F60). Tess and Uma read the digest; they were not in the café. */
class FollowUpAnswersTest {
    private static final Duration DAY = Duration.ofDays(1);

    private CafeTester cafe = CafeTester.with(TestScripts.whole());

    @BeforeEach
    void a_month_after() {
        plays(TestScripts.whole(), 3);
    }

    private void plays(Script script, int actions) {
        cafe = CafeTester.with(script);
        cafe.begins("14:00", 12).at("15:50");
        cafe.says(BRAM, "/cafe action Ask " + CHRIS.called() + " for the logs; team lead; 31-12");
        for (int i = 2; i <= actions; i++) {
            cafe.says(BRAM, "/cafe action Call supplier " + i);
        }
        cafe.at("16:04").says(ADA, "/cafe publish");
        cafe.after(DAY.multipliedBy(30));
    }

    private TestPlatform.Message note(String text) {
        return cafe.management().message(text);
    }

    private TestPlatform.Message note() {
        return note("30 days after");
    }

    private Heard press(Cast who, String label) {
        return press(who, note(), label);
    }

    /** In the place where the digest went, where a button of the bot's comes back from. */
    private Heard press(Cast who, TestPlatform.Message under, String label) {
        Button.Press button = under.content().buttons().stream()
                .filter(Button.Press.class::isInstance)
                .map(Button.Press.class::cast)
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " under " + under.text()));
        return cafe.hear(
                who, new Incoming.Pressed(cafe.key(), who.speaker(), under.ref().place(), button.action(), Map.of()));
    }

    private List<Optional<State>> states() {
        return cafe.stores().harvests().actions(cafe.session().setting().id()).stream()
                .map(a -> a.outcome().map(ActionPoint.Outcome::state))
                .toList();
    }

    @Test
    void whoever_reads_the_note_tells_by_a_button_and_the_note_says_so_to_all_and_nobody_who_did() {
        press(TESS, "1 done").hears("Action 1: done, told on June 11, 2026. Thank you");

        cafe.management()
                .hears(
                        "1. Ask (name) for the logs (Owner: team lead · due December 31, 2026 · done, told on June 11, 2026)",
                        "2. Call supplier 2 (No owner yet · no date yet)");
        assertThat(states()).containsExactly(Optional.of(State.DONE), Optional.empty(), Optional.empty());
        assertThat(cafe.stores()
                        .harvests()
                        .actions(cafe.session().setting().id())
                        .toString())
                .doesNotContain("tess");
        assertThat(note().text()).doesNotContain("Tess");
        assertThat(cafe.alone(ADA).message("What became of").text()).doesNotContain("Tess");
        assertThat(cafe.stores()
                        .harvests()
                        .actions(cafe.session().setting().id())
                        .getFirst()
                        .outcome())
                .contains(new ActionPoint.Outcome(State.DONE, LocalDate.of(2026, 6, 11)));
    }

    @Test
    void another_answer_takes_the_place_of_the_one_before() {
        Heard done = press(TESS, "1 done");
        assertThat(done.answer().whispers().getFirst().buttons())
                .extracting(Button::label)
                .containsExactly("1 going on", "1 stuck");
        press(UMA, "1 going on").hears("Action 1: going on");
        assertThat(states().getFirst()).contains(State.GOING_ON);
        cafe.management().hears("going on, told on June 11, 2026");
        assertThat(note().text()).doesNotContain("done, told");
        press(TESS, "1 stuck");
        assertThat(states().getFirst()).contains(State.STUCK);
        assertThat(cafe.management().messages()).as("the digest and one note").hasSize(2);
    }

    @Test
    void the_facilitator_sees_all_answers_in_one_message_and_by_a_command() {
        press(TESS, "1 done");
        cafe.alone(ADA)
                .hears(
                        "What became of the actions of “The harbour”",
                        "1. Ask (name) for the logs (done, told on",
                        "2. Call supplier 2 (nobody has told yet)");
        press(TESS, "2 stuck");
        press(UMA, "3 going on");

        cafe.alone(ADA).heardTimes(1, "What became of the actions");
        cafe.alone(ADA).hears("2. Call supplier 2 (stuck or dropped", "3. Call supplier 3 (going on");
        cafe.saysAlone(ADA, "/cafe followup")
                .hears("1. Ask (name) for the logs (done")
                .presses("Publish anew")
                .hearsOneLine("as it is now");
        cafe.saysAlone(ADA, "/cafe opvolging 2 klaar").hears("Action 2: done");
        cafe.alone(ADA).hears("2. Call supplier 2 (done");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void after_three_months_only_what_is_not_done_is_asked_again() {
        press(TESS, "1 done");
        press(TESS, "2 stuck");
        TestPlatform.Message first = note();
        cafe.after(DAY.multipliedBy(60));

        TestPlatform.Message second = note("90 days after");
        assertThat(second.text())
                .contains(
                        "2. Call supplier 2 (No owner yet · no date yet · stuck or dropped, told on June 11, 2026)",
                        "3. Call supplier 3 (No owner yet · no date yet)",
                        "Told before that they are done:\n1. Ask (name)");
        assertThat(second.content().buttons())
                .extracting(Button::label)
                .containsExactly("2 done", "2 going on", "2 stuck", "3 done", "3 going on", "3 stuck");
        assertThat(note().content().buttons()).as("the first note asks no more").isEmpty();

        press(TESS, second, "3 done");
        assertThat(note("90 days after").text())
                .contains("3. Call supplier 3 (No owner yet · no date yet · done, told on August 10, 2026)");
        cafe.replies(UMA, first, "1 stuck");
        assertThat(note("90 days after").text())
                .contains("1. Ask (name) for the logs (Owner: team lead · due December 31, 2026 · stuck");
    }

    @Test
    void when_all_is_done_the_last_note_says_so_and_asks_nothing() {
        List.of("1 done", "2 done", "3 done").forEach(button -> press(TESS, button));
        cafe.after(DAY.multipliedBy(60));

        cafe.management().hears("90 days after", "All actions that were agreed then are done");
        assertThat(note("90 days after").content().buttons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 done, 2 going on and 3: stuck.   | DONE GOING_ON STUCK
            1. klaar\\n2 loopt nog\\n3 ligt stil | DONE GOING_ON STUCK
            We are busy with 2 - going on      | - GOING_ON -
            3 vervallen, helaas                | - - STUCK
            """)
    void words_under_the_note_are_answers_too(String words, String told) {
        Heard heard = cafe.replies(TESS, note(), words.replace("\\n", "\n"));

        assertThat(heard.text()).isEmpty();
        assertThat(states().stream().map(s -> s.map(State::name).orElse("-"))).containsExactly(told.split(" "));
        assertThat(cafe.deliveries())
                .anyMatch(d -> d.what().equals(new Outgoing.React(heard.message(), Outgoing.Reaction.HEARD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you!",
                "1 loopt niet",
                "2 done?",
                "Who did 3?",
                "done",
                "12 suppliers are stuck",
                "We zijn om 3 klaar"
            })
    void talk_under_the_note_is_left_alone(String words) {
        cafe.replies(TESS, note(), words).hearsNothing();
        assertThat(states()).allMatch(Optional::isEmpty);
    }

    @Test
    void with_one_action_the_word_is_enough_and_an_unknown_number_is_told() {
        plays(TestScripts.whole(), 1);
        cafe.replies(TESS, note(), "7 done").hearsOneLine("There is no action 7");
        cafe.replies(TESS, note(), "Done!");
        assertThat(states()).containsExactly(Optional.of(State.DONE));
    }

    @Test
    void many_actions_have_a_button_each_that_opens_a_form() {
        plays(TestScripts.whole(), 7);
        assertThat(note().content().buttons()).hasSize(7);

        Heard form = press(TESS, "Action 1");
        assertThat(form.form().intro()).isEqualTo("Ask (name) for the logs");
        cafe.hear(
                TESS,
                new Incoming.Pressed(
                        cafe.key(),
                        TESS.speaker(),
                        note().ref().place(),
                        form.form().action(),
                        Map.of("state", "stuck")));
        assertThat(states().getFirst()).contains(State.STUCK);
    }

    @Test
    void who_does_not_read_the_note_tells_nothing() {
        Button.Press button = (Button.Press) note().content().buttons().getFirst();
        Heard elsewhere = cafe.hear(
                CHRIS,
                new Incoming.Pressed(cafe.key(), CHRIS.speaker(), cafe.plenaryPlace(), button.action(), Map.of()));
        elsewhere.hearsOneLine("told where the digest went, or by the facilitator");
        cafe.says(CHRIS, "/cafe followup 1 done").hearsOneLine("told where the digest went");
        assertThat(states()).allMatch(Optional::isEmpty);
        cafe.saysAlone(ADA, "/cafe followup 9 done").hearsOneLine("There is no action 9");
        cafe.saysAlone(ADA, "/cafe followup 1 perhaps").hearsOneLine("Type /cafe followup 1 done");
        cafe.saysAlone(ADA, "/cafe followup done").hearsOneLine("Type /cafe followup 1 done");
    }

    @Test
    void a_digest_that_is_made_anew_tells_it() {
        press(TESS, "1 done");
        cafe.says(ADA, "/cafe publish anew");

        cafe.management()
                .hears("takes the place of the earlier one", "due December 31, 2026 · done, told on June 11, 2026");
    }

    @Test
    void where_the_digest_went_nowhere_the_facilitator_answers_alone() {
        cafe = CafeTester.with(TestScripts.in(Language.NL, TestScripts.whole()));
        cafe.begins("14:00", 12).at("15:50").says(BRAM, "/cafe action Bel de leverancier");
        cafe.at("16:04").after(DAY.multipliedBy(30));

        cafe.presses(ADA, "1 klaar").hears("Actie 1: klaar, gemeld op 11 juni 2026");
        assertThat(cafe.alone(ADA).message("30 dagen na").text())
                .contains("klaar, gemeld op 11 juni 2026", "omdat het verslag niet gepubliceerd is");
        cafe.replies(ADA, cafe.alone(ADA).message("30 dagen na"), "1 ligt stil");
        assertThat(states()).containsExactly(Optional.of(State.STUCK));
    }

    @Test
    void an_answer_outlives_the_process() {
        press(TESS, "1 done");
        cafe.isKilled().startsAgain();

        assertThat(states().getFirst()).contains(State.DONE);
        press(UMA, "2 done").hears("Action 2: done");
        assertThat(note().text()).contains("2. Call supplier 2 (No owner yet · no date yet · done");
    }
}
