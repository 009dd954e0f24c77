package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.QUINTEN;
import static org.tafelronde.testing.Cast.ROOS;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestScripts;

/** Choosing, feedback, debrief, digest, and the end (F47, F48, F49, F52). */
class PlenaryTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    /** Four questions about privacy (1 to 4), one about trust (5). */
    @BeforeEach
    void in_the_last_round() {
        cafe.begins("14:00", 16).at("15:10");
        for (String text : List.of("Who pays?", "Who owns it?", "Who decides?", "Who knows?")) {
            cafe.replies(cafe.traveller("privacy", 3), cafe.prompt("privacy", 3), text);
        }
        cafe.replies(cafe.traveller("trust", 3), cafe.prompt("trust", 3), "Who lies?");
    }

    private List<Cast> last(String table) {
        return cafe.seating(table, 3).members().stream().map(Cast::of).toList();
    }

    private List<String> top(String theme) {
        return cafe.harvest().tally().top(theme, cafe.harvest().questions()).stream()
                .map(Question::text)
                .toList();
    }

    @Test
    void a_ballot_comes_to_the_tables_with_numbers_that_people_type() {
        cafe.at("15:30");
        cafe.table("privacy")
                .hears("Privacy: choose", "1. Who pays?", "4. Who knows?", "at most 3, until 15:35", "vote 1 2 3");
        cafe.table("quality").hears("There are no questions to choose from");
        cafe.plenary().hears("Everybody has 3 votes; you see the result at 15:35.");
        cafe.at("15:34").everyTable().hears("1 minute left to choose, until 15:35.");
    }

    @Test
    void people_vote_by_command_by_reply_and_by_form() {
        cafe.at("15:31");
        List<Cast> voters = last("privacy");
        cafe.says(voters.get(0), "/cafe vote 2 3").hears("Your choice: 2 and 3.");
        cafe.replies(voters.get(1), cafe.table("privacy").message("choose the most important"), "2, 4")
                .hears("2 and 4");
        Heard form = cafe.presses(voters.get(2), cafe.table("privacy").message("choose the most important"), "Choose");
        Form.Field.Choices choices = (Form.Field.Choices) form.form().fields().getFirst();
        assertThat(choices.options()).hasSize(4);
        assertThat(choices.most()).isEqualTo(3);
        form.fillsIn(Map.of("chosen", "2 3 1")).hears("2, 3 and 1");
        assertThat(top("privacy")).containsExactly("Who owns it?", "Who decides?", "Who pays?");
        cafe.everyTable().hearsNothing();
        cafe.plenary().hearsNothing();
    }

    @Test
    void nobody_has_more_than_three_votes_and_the_last_choice_counts() {
        cafe.at("15:31");
        Cast voter = last("privacy").getFirst();
        cafe.says(voter, "/cafe vote 1 2 3 4").hearsOneLine("You have 3 votes");
        cafe.says(voter, "/cafe vote 1 2 3");
        cafe.says(voter, "/cafe vote 4 4 4").hears("Your choice: 4.");
        assertThat(top("privacy")).containsExactly("Who knows?");
    }

    @Test
    void equal_votes_go_to_the_question_that_was_asked_first() {
        cafe.at("15:31");
        cafe.says(last("privacy").get(0), "/cafe vote 4 3 2");
        cafe.says(last("privacy").get(1), "/cafe vote 1");
        assertThat(top("privacy")).containsExactly("Who pays?", "Who owns it?", "Who decides?");
    }

    @Test
    void only_who_sat_last_at_a_theme_chooses_from_it() {
        cafe.says(last("trust").getFirst(), "/cafe vote 5").hearsOneLine("The choosing has not begun");
        cafe.at("15:31");
        cafe.says(last("trust").getFirst(), "/cafe vote 1")
                .hearsOneLine("Question 1 is about Privacy. You sat last at Trust");
        cafe.says(ROOS, "/cafe vote 1").hearsOneLine("you had no seat there");
        cafe.says(last("trust").getFirst(), "/cafe vote 99").hearsOneLine("There is no question 99");
        cafe.says(last("trust").getFirst(), "/cafe vote five").hearsOneLine("Type the numbers");
        cafe.presses(last("trust").getFirst(), cafe.table("privacy").message("choose the most important"), "Choose")
                .hearsOneLine("you had no seat there");
        cafe.at("15:36").says(last("trust").getFirst(), "/cafe vote 5").hearsOneLine("The choosing is over");
        assertThat(top("trust")).isEmpty();
    }

    @Test
    void the_themes_name_their_questions_in_turn_with_a_bell() {
        cafe.at("15:31").says(last("privacy").getFirst(), "/cafe vote 2");
        cafe.at("15:35")
                .plenary()
                .hears("Privacy: the most important questions", "1. Who owns it? (1 vote)", "The bell rings");
        cafe.at("15:37").plenary().hears("Quality", "Nothing was chosen here.");
        cafe.at("15:39").plenary().hears("Fairness");
        cafe.at("15:41").plenary().hears("Trust");
        cafe.at("15:43").plenary().hears("Reference card: Privacy", "How long do we keep it?");
    }

    @Test
    void people_look_back_alone_first_and_then_read_all_answers_without_names() {
        cafe.at("15:47").plenary().hears("What surprised you?", "Write until");
        cafe.presses(BRAM, "Write")
                .fillsIn(Map.of("words", "That nobody knew."))
                .hears("Kept, without your name.");
        cafe.saysAlone(QUINTEN, "/cafe answer The crane.").hears("Kept, without your name.");
        cafe.plenary().doesNotHear("The crane.");
        cafe.at("15:51").plenary().neverHeard("The crane.");
        cafe.after(Duration.ofSeconds(30));
        cafe.plenary().hears("What surprised you?", "- That nobody knew.", "- The crane.");
        assertThat(cafe.plenary().message("The crane.").text()).doesNotContain("Bram", "Quinten");
        cafe.at("15:53").plenary().hears("What now?");
        cafe.writesAlone(BRAM, "Ask again.").hears("Kept, without your name.");
        cafe.at("15:58").plenary().heard("What now?", "- Ask again.");
        cafe.at("16:00").says(BRAM, "/cafe answer Late").hearsOneLine("nothing to look back on now");
        assertThat(cafe.harvest().answers()).hasSize(3);
    }

    @Test
    void an_answer_in_the_thread_is_ticked_and_its_writer_alone_hears_what_becomes_of_it() {
        cafe.at("15:47");
        var prompt = cafe.plenary().message("What surprised you?");
        Heard reply = cafe.replies(BRAM, prompt, "That nobody knew.");
        reply.hearsOneLine("Kept, without your name. In this thread others can see that you wrote it");
        assertThat(cafe.platform().reactions(reply.message())).containsExactly(Outgoing.Reaction.HEARD);
        cafe.at("15:51").after(Duration.ofSeconds(30));
        cafe.plenary().hears("- That nobody knew.").neverHeard("Bram");
        cafe.at("16:01");
        Heard late = cafe.replies(BRAM, prompt, "And one more thing.");
        late.hearsOneLine("nothing to look back on now");
        assertThat(cafe.platform().reactions(late.message())).isEmpty();
    }

    // The end

    @Test
    void who_is_forgotten_was_there_all_the_same() {
        cafe.at("16:04").says(BRAM, "/cafe forget me");
        assertThat(cafe.session().roster().find(BRAM.key())).isEmpty();
        cafe.presses(ADA, "Publish");
        cafe.management().hears("16 people");
    }

    @Test
    void the_facilitator_reads_a_draft_first_and_publishes_it_to_management() {
        cafe.at("15:31").says(last("privacy").getFirst(), "/cafe vote 2");
        cafe.says(ADA, "/cafe publish").hearsOneLine("The café is not over yet");
        cafe.says(ADA, "/cafe digest").hears("This is the digest as it is now.").hasNoButton("Publish");
        cafe.at("16:04").alone(ADA).hears("The digest is ready", "Heat map", "[digest.txt]", "[matrix.png]");
        cafe.presses(BRAM, cafe.alone(ADA).message("The digest is ready"), "Publish")
                .hearsOneLine("Only the facilitator");
        cafe.presses(ADA, "Publish").hears("The digest is published.");
        assertThat(cafe.managementRoom().kind()).isEqualTo(Outgoing.Kind.MANAGEMENT);
        cafe.management()
                .hears(
                        "Digest: The harbour",
                        "16 people",
                        "5 questions",
                        "in 3 rounds",
                        "1. Who owns it? (1 vote)",
                        "An answer to each question");
        cafe.plenary().hears("The digest has gone to management.");
        cafe.presses(ADA, "Publish").hearsOneLine("published already");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void nobody_who_took_part_can_be_found_in_what_management_reads() {
        cafe.at("16:04").presses(ADA, "Publish");
        String message = cafe.management().message("Digest:").text();
        for (Cast who : Cast.guests(16)) {
            assertThat(message)
                    .doesNotContain(who.called())
                    .doesNotContain(who.person().id());
        }
        List<Content.Part> parts =
                cafe.management().message("Digest:").content().parts();
        List<String> media = new ArrayList<>();
        for (Content.Part part : parts) {
            if (part instanceof Content.Part.File file) {
                assertThat(file.name()).doesNotContain("Bram");
                media.add(file.medium());
            }
        }
        assertThat(media).hasSize(2).noneMatch(m -> m.contains("Bram"));
        byte[] bytes =
                cafe.stores().shelf().find(media.getFirst()).orElseThrow().bytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("Who owns it?")
                .doesNotContain("u-bram");
    }

    @Test
    void what_was_published_stays_as_it_was_when_the_facilitator_looks_again() {
        cafe.at("16:04").presses(ADA, "Publish");
        String before = published();
        String id = cafe.session().setting().id();
        cafe.stores()
                .harvests()
                .add(new DebriefAnswer(
                        "late", id, 0, BRAM.key(), "I came too late.", Instant.parse("2026-05-12T16:00:00Z")));
        cafe.says(ADA, "/cafe digest").hears("This is the digest as it is now.");
        assertThat(published()).isEqualTo(before).contains("Who owns it?").doesNotContain("too late");
    }

    private String published() {
        String medium = cafe.management().message("Digest:").content().parts().stream()
                .filter(Content.Part.File.class::isInstance)
                .map(part -> ((Content.Part.File) part).medium())
                .findFirst()
                .orElseThrow();
        return new String(cafe.stores().shelf().find(medium).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_places_are_archived_and_everything_is_deleted_on_request() {
        cafe.at("15:40").says(ADA, "/cafe archive").hearsOneLine("The café is not over yet");
        cafe.says(ADA, "/cafe delete").hearsOneLine("The café is not over yet");
        cafe.at("16:04").presses(ADA, "Archive the channels").hears("archived");
        assertThat(cafe.plenaryRoom().archived()).isTrue();
        assertThat(cafe.room("trust").archived()).isTrue();
        cafe.says(BRAM, "/cafe delete").hearsOneLine("Only the facilitator");
        String id = cafe.session().setting().id();
        cafe.says(ADA, "/cafe delete anyway?").hears("This cannot be undone.");
        Heard sure = cafe.says(ADA, "/cafe delete").hears("This cannot be undone.");
        assertThat(cafe.stores().sessions().all()).hasSize(1);
        sure.presses("Delete everything").hears("being deleted");
        assertThat(cafe.stores().sessions().all()).isEmpty();
        assertThat(cafe.stores().harvests().questions(id)).isEmpty();
        assertThat(cafe.stores().deliveries().ofSession(id)).isEmpty();
        assertThat(cafe.platform().rooms()).allMatch(r -> r.removed());
        cafe.saysAlone(ADA, "/cafe status").hearsOneLine("You are not in a café yet");
    }

    @Test
    void a_published_cafe_is_deleted_with_what_management_has() {
        cafe.at("16:04").presses(ADA, "Publish");
        cafe.says(ADA, "/cafe delete anyway");
        assertThat(cafe.stores().sessions().all()).isEmpty();
        assertThat(cafe.platform().rooms()).hasSize(6).allMatch(r -> r.removed());
    }
}
