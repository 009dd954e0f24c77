package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Form;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** A café runs its plan from the start to the draft of the digest. */
class RunningTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    @Test
    void a_whole_cafe_runs_to_its_end_without_anybody_touching_it() {
        cafe.begins("14:00", 16);
        cafe.at("16:04");
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Closed.class);
        cafe.alone(ADA).hears("The digest is ready");
        cafe.plenary().hears("Thank you");
        cafe.nothingWasSaidTwice();
        cafe.nothingWaits();
        cafe.alone(BRAM).heard("Your route");
    }

    @Test
    void the_round_posts_come_to_all_tables_at_the_same_moment_with_their_question_and_end() {
        cafe.begins("14:00", 16);
        cafe.at("14:15").everyTable().hears("Round 1 · Idea", "What must we ask about", "Until 14:35.");
        cafe.table("privacy").hears("Who may know what?", TestScripts.prompt(1, "privacy"));
        cafe.table("trust").hears("Why would anybody believe it?", TestScripts.prompt(1, "trust"));
        assertThat(cafe.prompt("privacy", 1).pinned()).isTrue();
        assertThat(cafe.room("privacy").topic()).contains("Idea", "14:35");
        cafe.plenary().hears("Round 1, Idea, is under way", "14:35");
    }

    @Test
    void tables_are_warned_at_five_minutes_and_at_one_and_nobody_is_cut_off_silently() {
        cafe.begins("14:00", 16);
        cafe.at("14:30").everyTable().hears("5 minutes left, until 14:35.");
        cafe.at("14:34").everyTable().hears("1 minute left, until 14:35.");
        cafe.at("14:35").everyTable().hears("Time is up. Finish your sentence");
        cafe.at("14:39").everyTable().hearsNothing();
    }

    @Test
    void an_intervention_begins_a_thread_of_its_own_at_its_minute_and_says_that_it_is_fiction() {
        cafe.begins("14:00", 16);
        cafe.at("14:23")
                .everyTable()
                .hears("Something happens: A storm", "This is fiction", "A storm changes everything.");
        assertThat(cafe.table("privacy").message("A storm").thread()).isEmpty();
        Cast who = cafe.traveller("privacy", 1);
        cafe.replies(who, cafe.prompt("privacy", 1), "Before it?");
        cafe.replies(who, cafe.table("privacy").message("A storm"), "After it?");
        assertThat(cafe.harvest().questions())
                .extracting(q -> cafe.harvest()
                        .prompt(q.prompt().orElseThrow())
                        .orElseThrow()
                        .kind()
                        .name())
                .containsExactly("ROUND", "INTERVENTION");
    }

    @Test
    void at_the_end_of_a_round_everybody_hears_where_to_go_and_the_door_is_open() {
        cafe.begins("14:00", 16).at("14:35");
        for (Cast who : Cast.guests(16)) {
            cafe.alone(who).hears("ound 2");
            assertThat(cafe.room(cafe.tableOf(who, 2)).members()).contains(who.person());
        }
        Cast host = Cast.guests(16).stream()
                .filter(c -> cafe.tableOf(c, 1).equals(cafe.tableOf(c, 2)))
                .findFirst()
                .orElseThrow();
        cafe.alone(host).hears("you stay at", "tell the newcomers");
    }

    @Test
    void no_table_hears_more_than_eight_posts_and_three_of_time_in_a_round() {
        cafe.begins("14:00", 16).at("14:15");
        Cast who = cafe.traveller("privacy", 1);
        cafe.replies(who, cafe.prompt("privacy", 1), "Who pays?");
        for (int round = 1; round <= 3; round++) {
            String ends = List.of("14:40", "15:05", "15:30").get(round - 1);
            java.time.Instant from = cafe.now();
            cafe.at(ends);
            for (String table : cafe.tables()) {
                List<String> said = cafe.table(table).messages().stream()
                        .filter(m -> !m.at().isBefore(from) && m.at().isBefore(cafe.now()))
                        .map(TestPlatform.Message::text)
                        .toList();
                assertThat(said).hasSizeBetween(4, 8);
                assertThat(said.stream().filter(t -> t.contains(" left, until ") || t.startsWith("Time is up")))
                        .hasSize(3);
            }
        }
    }

    @Test
    void a_full_round_with_joined_themes_and_spare_interventions_stays_within_eight_posts() {
        cafe.begins("14:00", 7).at("14:36");
        String table = cafe.tables().getLast();
        Cast who = cafe.traveller(table, 1);
        cafe.replies(who, cafe.table(table).message("Round 1 ·"), "Who pays?");
        cafe.at("14:41");
        java.time.Instant from = cafe.now().minusSeconds(60);
        cafe.says(ADA, "/cafe intervene leak");
        cafe.says(ADA, "/cafe intervene strike");
        cafe.at("15:04");
        assertThat(cafe.table(table).messages().stream().filter(m -> !m.at().isBefore(from)))
                .hasSizeLessThanOrEqualTo(8);
    }

    // Hosts

    @Test
    void a_host_is_asked_privately_with_four_points_and_may_decline() {
        cafe.begins("14:00", 16).at("14:15");
        Cast host = cafe.host("privacy", 1);
        cafe.alone(host).hears("Will you host Privacy?", "Write along");
        cafe.presses(host, "I would rather not").hears("Somebody else at the table takes over");
        Cast next = cafe.host("privacy", 1);
        assertThat(next).isNotEqualTo(host);
        cafe.table("privacy").hears(next.called() + " is now the table host.");
        cafe.alone(next).hears("Will you host Privacy?");
    }

    @Test
    void the_handover_card_is_filled_in_beforehand_edited_and_shown_to_the_newcomers() {
        cafe.begins("14:00", 16).at("14:15");
        Cast host = cafe.host("privacy", 1);
        Cast who = cafe.traveller("privacy", 1);
        cafe.replies(who, cafe.prompt("privacy", 1), "Who pays?");
        cafe.replies(who, cafe.prompt("privacy", 1), "Who owns it?");
        cafe.saysAt("privacy", host, "/cafe note Nobody knows the owner").hears("Noted", "1 of 3");
        cafe.saysAt("privacy", who, "/cafe note I may not").hearsOneLine("Only the table host");
        cafe.at("14:36").alone(host).hears("Handover of Privacy", "Who pays?", "Who owns it?");
        Heard form = cafe.presses(host, "Open the handover card");
        Form.Field.Words questions = (Form.Field.Words) form.form().fields().get(1);
        assertThat(questions.initial()).isEqualTo("Who pays?\nWho owns it?");
        form.fillsIn(Map.of("essences", "Nobody knows the owner", "questions", "Who owns it?"))
                .hears("The card is saved");
        cafe.at("14:40");
        cafe.table("privacy").hears("From round 1", "Nobody knows the owner", "Who owns it?");
        assertThat(cafe.table("privacy").message("From round 1").text()).doesNotContain("Who pays?");
        cafe.presses(cafe.traveller("privacy", 2), cafe.table("privacy").message("From round 1"), "I have read it")
                .hears("Good.");
        form.fillsIn(Map.of("essences", "Too late", "questions", "")).hearsOneLine("The next round has begun");
    }

    @Test
    void a_card_that_no_host_touched_is_handed_over_as_it_was_filled_in() {
        cafe.begins("14:00", 16).at("14:15");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who pays?");
        cafe.at("14:40").table("trust").hears("From round 1", "Who pays?");
    }

    @Test
    void a_card_is_handed_over_also_when_the_round_and_its_change_were_skipped() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who pays?");
        cafe.says(ADA, "/cafe skip");
        cafe.says(ADA, "/cafe skip");
        cafe.after(java.time.Duration.ofSeconds(1));
        cafe.table("trust").heard("From round 1", "Who pays?");
    }

    @Test
    void when_a_host_drops_out_the_table_hears_the_stand_in() {
        cafe.begins("14:00", 16).at("14:20");
        Cast host = cafe.host("quality", 1);
        cafe.saysAt("quality", host, "/cafe note Keep this");
        cafe.says(host, "/cafe leave").hears("You are checked out");
        Cast standIn = cafe.host("quality", 1);
        cafe.table("quality").hears(standIn.called() + " is now the table host.");
        cafe.at("14:40").table("quality").hears("From round 1", "Keep this");
    }

    // Moving

    @Test
    void somebody_is_moved_and_both_tables_hear_it_once() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        cafe.says(ADA, "/cafe move @" + who.called() + " trust").hears(who.called() + " is moved");
        cafe.table("privacy").heardTimes(1, who.called() + " now sits at Trust.");
        cafe.table("trust").heardTimes(1, who.called() + " now sits at Trust.");
        cafe.alone(who).hears("Your route has changed", "Trust");
        assertThat(cafe.room("trust").members()).contains(who.person());
    }

    @Test
    void the_facilitator_names_a_host() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        cafe.says(ADA, "/cafe host " + who.called() + " privacy").hears(who.called() + " is now the table host");
        cafe.alone(who).hears("Will you host Privacy?");
    }

    @Test
    void a_call_for_help_reaches_the_facilitator_with_the_table() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        cafe.saysAt("privacy", who, "/cafe sos They shout").hears("The facilitator knows");
        cafe.alone(ADA).hears(who.called() + " asks for help at Privacy.", "They shout");
        assertThat(cafe.alone(ADA).message("asks for help").content().buttons()).hasSize(1);
        cafe.table("privacy").doesNotHear("shout");
    }

    @Test
    void a_broadcast_reaches_the_plenary_and_all_tables() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe broadcast Tea is ready").hears("Everybody hears it.");
        cafe.everyTable().hears("From the facilitator", "Tea is ready");
        cafe.plenary().hears("Tea is ready");
        cafe.says(CHRIS, "/cafe broadcast Buy my boat").hearsOneLine("Only the facilitator");
    }

    @Test
    void a_deputy_takes_over() {
        cafe.begins("14:00", 16);
        cafe.says(ADA, "/cafe deputy Bram").hears("Bram can now do all that you can");
        cafe.alone(BRAM).hears("You are the deputy facilitator");
        cafe.says(BRAM, "/cafe takeover").hears("You are the facilitator now.");
        cafe.alone(ADA).hears("Bram has taken over");
        cafe.at("16:04").alone(BRAM).hears("The digest is ready");
        cafe.alone(ADA).neverHeard("The digest is ready");
    }

    @Test
    void status_and_plan_tell_how_it_stands() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.replies(cafe.traveller("privacy", 1), cafe.prompt("privacy", 1), "Who pays?");
        cafe.says(ADA, "/cafe status")
                .hears("Now: Idea, until 14:35. The café ends at 16:04.", "16 of 17 people", "Privacy: 1 · 0 · 0");
        cafe.says(ADA, "/cafe plan").hears("14:40 Round 2: Decision", "16 people: 4 tables of 4", "Table host:");
        cafe.says(ADA, "/cafe check").hears("Yes: 16 people are checked in");
        cafe.says(BRAM, "/cafe status").hearsOneLine("Only the facilitator");
    }
}
