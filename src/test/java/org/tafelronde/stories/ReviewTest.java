package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** Before management reads the digest, people may object to what is in it (F55). */
class ReviewTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Script REVIEWED = TestScripts.ending(new Ending(Optional.of(DAY), true), TestScripts.whole());

    private CafeTester cafe = CafeTester.with(REVIEWED);
    private Cast asker = ADA;
    private Cast other = ADA;

    @BeforeEach
    void at_the_end() {
        plays(REVIEWED);
    }

    /** Questions 1 and 2 are one traveller's, 1 is chosen; question 3 is another's. */
    private void plays(Script script) {
        cafe = CafeTester.with(script);
        cafe.begins("14:00", 16).at("15:10");
        asker = cafe.travellers("privacy", 3).get(0);
        other = cafe.travellers("trust", 3).get(0);
        cafe.replies(asker, prompt("privacy"), "Who opened my file?");
        cafe.replies(asker, prompt("privacy"), "Who pays?");
        cafe.replies(other, prompt("trust"), "Who lies?");
        cafe.at("15:31").says(asker, "/cafe vote 1");
        cafe.at("16:04");
    }

    private TestPlatform.Message prompt(String table) {
        boolean dutch = cafe.session().setting().language() == Language.NL;
        return cafe.table(table).message(dutch ? "Ronde 3 ·" : "Round 3 ·");
    }

    private Digest digest() {
        return Digest.of(cafe.harvest());
    }

    private Digest.Review review() {
        return digest().review().orElseThrow();
    }

    @Test
    void everybody_gets_their_own_questions_and_the_chosen_ones_and_hears_until_when() {
        cafe.plenary().hears("you can object", "May 13, 2026, 16:04");
        cafe.alone(asker)
                .hears("May management read this?", "1. Who opened my file?", "2. Who pays?", "May 13, 2026, 16:04");
        cafe.alone(other).hears("1. Who opened my file?", "3. Who lies?");
        assertThat(cafe.alone(other).message("May management read this?").text())
                .doesNotContain("Who pays?");
        cafe.alone(ADA).hears("The digest is ready", "may object until May 13, 2026, 16:04");
        assertThat(cafe.platform().rooms()).noneMatch(r -> r.name().endsWith("-digest"));
    }

    @Test
    void somebody_objects_by_a_button_and_the_facilitator_hears_why_and_not_who() {
        cafe.presses(other, "Not 1")
                .fillsIn(Map.of("reason", "One can see who it is about."))
                .hears("somebody does not want question 1");

        cafe.alone(ADA)
                .hears(
                        "Objection 1, to question 1",
                        "Who opened my file?",
                        "Somebody who did not ask it",
                        "One can see who it is about.");
        assertThat(cafe.alone(ADA).message("Objection 1").text()).doesNotContain(other.called());
        cafe.says(other, "/cafe object 1 again").hearsOneLine("objected to question 1 already");
        cafe.says(asker, "/cafe bezwaar 2 Too sharp.").hears("question 2");
        cafe.alone(ADA).hears("Objection 2, to question 2", "Whoever asked it does not want it");
        cafe.says(asker, "/cafe object 99 No.").hearsOneLine("There is no question 99");
        cafe.says(asker, "/cafe object").hearsOneLine("Type /cafe object");
    }

    @Test
    void the_facilitator_leaves_out_keeps_or_rewords_and_the_digest_goes_when_the_time_is_over() {
        cafe.says(other, "/cafe object 1 Too clear.");
        cafe.says(asker, "/cafe object 2 Too sharp.");
        cafe.says(asker, "/cafe object 3 Unkind.");
        cafe.presses(ADA, cafe.alone(ADA).message("Objection 2"), "Leave out")
                .hears("Question 2 is left out", "the draft of the digest is made anew");
        cafe.presses(ADA, cafe.alone(ADA).message("Objection 1"), "Other words")
                .fillsIn(Map.of("words", "Who may open a file?"))
                .hears("Question 1 is in other words now");
        cafe.says(ADA, "/cafe objections 3 keep").hears("Question 3 stays");

        cafe.after(DAY.minusSeconds(1));
        assertThat(cafe.session().published()).isFalse();
        cafe.after(Duration.ofSeconds(1));
        cafe.management()
                .hears(
                        "Digest: The harbour",
                        "2 questions",
                        "1. Who may open a file? (1 vote)",
                        "There were 3 objections; 1 question was left out because of that, and 1 was put in other words");
        cafe.plenary().hears("The digest has gone to management");
        cafe.alone(ADA).hears("The time to object is over", "There were 3 objections");
        assertThat(review()).isEqualTo(new Digest.Review(3, 1, 1));
        assertThat(digest().questions()).isEqualTo(2);
        cafe.says(other, "/cafe object 3 Late.").hearsOneLine("gone to management");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void what_nobody_decided_about_is_left_out_and_can_be_brought_back() {
        cafe.says(other, "/cafe object 1 Too clear.");
        cafe.after(DAY);

        cafe.alone(ADA).hears("You had not decided about 1 of them");
        cafe.management().hears("2 questions", "1 question was left out").neverHeard("Who opened my file?");
        cafe.says(ADA, "/cafe bezwaren").hears("Objection 1, to question 1", "Left out.");
        cafe.says(ADA, "/cafe objections 1 keep")
                .hears("Management still has the digest as it was")
                .presses("Publish anew");
        cafe.management().hears("takes the place of the earlier one", "Who opened my file?", "3 questions");
        assertThat(review()).isEqualTo(new Digest.Review(1, 0, 0));
    }

    @Test
    void what_stays_after_all_is_told_as_it_was_asked() {
        cafe.says(other, "/cafe object 1 Too clear.");
        cafe.says(ADA, "/cafe objections 1 reword Who may open a file?");
        cafe.says(ADA, "/cafe objections 1 reword Who opens files?");
        cafe.says(ADA, "/cafe objections 1 out");
        assertThat(digest().questions()).isEqualTo(2);
        cafe.says(ADA, "/cafe objections 1 reword Who opened it?");
        cafe.says(asker, "/cafe object 1 These are not my words.");

        cafe.isKilled().startsAgain();
        cafe.says(ADA, "/cafe objections 2 keep").hears("Question 1 stays");
        assertThat(digest().top().getFirst().questions())
                .extracting(Digest.Asked::text)
                .containsExactly("Who opened my file?");
        assertThat(review()).isEqualTo(new Digest.Review(2, 0, 0));
    }

    @Test
    void the_facilitator_does_not_wait_when_they_say_so() {
        cafe.presses(ADA, "Publish")
                .hears("People may still object until May 13, 2026, 16:04")
                .presses("Publish now")
                .hears("The digest is published");
        cafe.management().hears("There were no objections");

        int said = cafe.deliveries().size();
        cafe.after(DAY.multipliedBy(2));
        assertThat(cafe.deliveries()).hasSize(said);
        cafe.says(ADA, "/cafe review 24h").hearsOneLine("Management has the digest already");
    }

    @Test
    void it_is_asked_for_by_command_where_the_script_does_not_and_not_before_the_end() {
        plays(TestScripts.whole());
        cafe.plenary().neverHeard("you can object");
        assertThat(digest().review()).isEmpty();
        cafe.says(asker, "/cafe object 1 No.").hearsOneLine("Nobody is asked to object now");
        cafe.says(asker, "/cafe review 24h").hearsOneLine("Only the facilitator");
        for (String wrong : List.of("", "soon", "0h", "15d", "-3")) {
            cafe.says(ADA, "/cafe review " + wrong).hearsOneLine("from 1 hour to 14 days");
        }

        Instant asked = cafe.now();
        cafe.says(ADA, "/cafe inzage 2 dagen").hears("Everybody who is here has been asked");
        assertThat(cafe.session().afterwards().reviewUntil()).contains(asked.plus(DAY.multipliedBy(2)));
        cafe.alone(asker).hears("May management read this?");

        CafeTester running = CafeTester.with(TestScripts.whole()).begins("14:00", 12);
        running.says(ADA, "/cafe review 24h").hearsOneLine("The café is not over yet");
    }

    @Test
    void the_time_goes_on_while_the_process_is_away() {
        cafe.says(other, "/cafe object 1 Too clear.");
        cafe.says(ADA, "/cafe objections 1 out");
        cafe.isKilled().after(DAY.multipliedBy(2)).startsAgain();

        cafe.management().hears("There was 1 objection; 1 question was left out");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void whoever_is_forgotten_leaves_the_objection_and_no_name() {
        cafe.says(other, "/cafe object 1 Too clear.");
        cafe.says(other, "/cafe forget me");

        assertThat(cafe.harvest().objections()).extracting(Objection::by).containsExactly("forgotten");
        assertThat(digest().toString()).doesNotContain("Too clear.");
    }

    @Test
    void in_dutch_too() {
        plays(TestScripts.in(Language.NL, REVIEWED));
        cafe.plenary().hears("kun je bezwaar maken", "13 mei 2026, 16:04");
        cafe.presses(asker, "Niet 1").fillsIn(Map.of("reason", "")).hears("De begeleider hoort dat iemand vraag 1");
        cafe.presses(ADA, "Weglaten").hears("Vraag 1 is weggelaten");
        cafe.after(DAY).management().hears("Er was 1 bezwaar; 1 vraag is daarom weggelaten");
    }
}
