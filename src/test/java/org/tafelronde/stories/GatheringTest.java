package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;
import static org.tafelronde.testing.Cast.ROOS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.script.ScriptProblem;
import org.tafelronde.flow.Scripts;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** From {@code /cafe new} to everybody having a route (F1, F3, F4, F14, F67). */
class GatheringTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    @Test
    void one_command_makes_a_plenary_with_a_welcome_a_notice_and_a_button() {
        cafe.says(ADA, "/cafe new harbour").hears("The harbour", "is ready");
        assertThat(cafe.plenaryRoom().kind()).isEqualTo(Outgoing.Kind.PLENARY);
        assertThat(cafe.plenaryRoom().name()).matches("cafe-[a-z0-9]{5}");
        assertThat(cafe.plenaryRoom().members()).containsExactly(ADA.person());
        cafe.plenary().hears("Welcome: The harbour", "digest for management, without names", "forget me");
        assertThat(cafe.plenary().message("Welcome").pinned()).isTrue();
        cafe.alone(ADA).hears("You are the facilitator of");
    }

    @Test
    void who_began_a_cafe_is_led_to_it() {
        Heard led = cafe.says(ADA, "/cafe new harbour").presses("Go to the plenary");
        assertThat(led.answer().whispers().getFirst().buttons())
                .contains(new Button.GoTo("Go to the plenary", cafe.plenaryPlace()));
        assertThat(cafe.says(BRAM, "/cafe where")
                        .hears("not checked in yet")
                        .answer()
                        .whispers()
                        .getFirst()
                        .buttons())
                .contains(new Button.GoTo("Go to the plenary", cafe.plenaryPlace()));
    }

    @Test
    void a_digest_before_the_start_is_of_today() {
        cafe.opens().checksIn(BRAM);
        cafe.says(BRAM, "/cafe ask Who opens the door?");
        cafe.says(ADA, "/cafe digest").hears("This is the digest as it is now.");
        String id = cafe.session().setting().id();
        byte[] bytes = cafe.stores()
                .shelf()
                .find(id + "/draft/digest.txt")
                .orElseThrow()
                .bytes();
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .contains("2026-05-12", "Who opens the door?")
                .doesNotContain("1970");
    }

    @Test
    void without_a_name_a_form_offers_the_scripts() {
        cafe.says(ADA, "/cafe new")
                .fillsIn(Map.of("script", "harbour", "at", "14:00", "people", ""))
                .hears("is ready");
        cafe.plenary().hears("We begin at 14:00.");
    }

    @Test
    void everybody_from_a_channel_that_people_made_is_let_in_and_decides_for_themselves() {
        Place directors = cafe.platform().peopleMade("directors", BRAM.person(), CHRIS.person());
        cafe.opens();

        cafe.says(BRAM, "/cafe invite #directors", mentions("#directors", directors))
                .hears("Only the facilitator");
        cafe.says(ADA, "/cafe invite #directors").hears("Name a channel");
        cafe.says(ADA, "/cafe invite #directors", mentions("#directors", directors))
                .hears("I let everybody from #directors");

        assertThat(cafe.plenaryRoom().members()).contains(BRAM.person(), CHRIS.person());
        assertThat(cafe.session().roster().present()).isEmpty();
    }

    @Test
    void the_form_asks_whom_to_invite_and_where_the_digest_goes() {
        Place directors = cafe.platform().peopleMade("directors", BRAM.person());
        Place board = cafe.platform().peopleMade("board", ROOS.person());

        cafe.says(ADA, "/cafe new")
                .fillsIn(Map.of("script", "harbour", "guests", directors.id(), "digest", board.id()))
                .hears("is ready");

        assertThat(cafe.plenaryRoom().members()).contains(BRAM.person()).doesNotContain(ROOS.person());
    }

    @Test
    void the_digest_goes_to_the_place_that_the_facilitator_named_which_stays_theirs() {
        Place board = cafe.platform().peopleMade("board", ROOS.person());
        cafe.says(ADA, "/cafe new harbour digest #bord", mentions("#board", board))
                .hears("I do not know the channel “#bord”");
        cafe.says(ADA, "/cafe new harbour digest #board", mentions("#board", board))
                .hears("is ready");
        cafe.checksIn(BRAM);
        cafe.says(ADA, "/cafe close");

        cafe.says(ADA, "/cafe publish").hears("digest");
        cafe.says(ADA, "/cafe delete anyway");

        TestPlatform.Room room = cafe.platform().room(board).orElseThrow();
        assertThat(room.messages()).hasSize(1);
        assertThat(room.messages().getFirst().text()).contains("The harbour");
        assertThat(room.removed()).isFalse();
        assertThat(cafe.platform().rooms())
                .extracting(TestPlatform.Room::kind)
                .doesNotContain(Outgoing.Kind.MANAGEMENT);
    }

    @Test
    void of_two_people_with_one_name_the_one_who_was_chosen_from_the_list_is_meant() {
        cafe.opens();
        cafe.hear(BRAM, new Incoming.Command(cafe.key(), cafe.speaker(BRAM, "Jan", "en"), cafe.plenaryPlace(), "join"));
        cafe.hear(
                CHRIS, new Incoming.Command(cafe.key(), cafe.speaker(CHRIS, "Jan", "en"), cafe.plenaryPlace(), "join"));

        cafe.says(ADA, "/cafe deputy @Jan").hears("Jan");
        assertThat(cafe.session().deputy()).isEmpty();
        cafe.says(ADA, "/cafe deputy @Jan", new Incoming.Mentioned(Map.of(), Map.of("@Jan", CHRIS.person())))
                .hears("Jan can now do all that you can");

        assertThat(cafe.session().deputy()).contains(CHRIS.key());
    }

    @Test
    void a_guest_who_can_be_at_one_table_only_is_told_to_the_facilitator_when_they_check_in() {
        cafe.opens();
        Speaker guest = new Speaker(BRAM.person(), "Bram", "en", false, true);

        cafe.hear(BRAM, new Incoming.Command(cafe.key(), guest, cafe.plenaryPlace(), "join"));
        cafe.hear(BRAM, new Incoming.Command(cafe.key(), guest, cafe.plenaryPlace(), "join"));

        cafe.alone(ADA).hears("Bram has joined, but as a guest can be in one channel only");
        assertThat(cafe.platform().directs(ADA.person()))
                .filteredOn(m -> m.text().contains("as a guest"))
                .hasSize(1);
    }

    @Test
    void who_was_not_let_in_is_told_to_the_facilitator_and_the_place_is_there() {
        cafe.platform().meets(Outgoing.OpenPlace.class::isInstance, TestPlatform.Trouble.IN_PART);
        cafe.opens();

        cafe.alone(ADA).hears("is there, but not all of it worked", "Not everybody could be let in. (Bram)");
        cafe.plenary().hears("Welcome");
    }

    private static Incoming.Mentioned mentions(String name, Place place) {
        return new Incoming.Mentioned(Map.of(name, place), Map.of());
    }

    @Test
    void a_list_of_people_that_cannot_be_read_is_answered_and_makes_no_cafe() {
        cafe.says(ADA, "/cafe new")
                .fillsIn(Map.of("script", "harbour", "people", "Bram Port"))
                .hears("cannot read the list");
        assertThat(cafe.stores().sessions().all()).isEmpty();
    }

    @Test
    void an_unknown_script_is_answered_with_those_that_there_are() {
        cafe.says(ADA, "/cafe new sea").hearsOneLine("There is: harbour");
    }

    @Test
    void a_script_with_a_problem_is_answered_with_line_and_remedy() {
        cafe.memory()
                .with(
                        "bad",
                        new Scripts.Found.Bad(
                                List.of(new ScriptProblem("bad.yaml", 3, "plan", "it is empty", "add a round"))));
        cafe.says(ADA, "/cafe new bad").hears("bad.yaml:3: plan: it is empty; add a round");
    }

    @Test
    void an_hour_that_is_none_is_answered() {
        cafe.says(ADA, "/cafe new harbour at teatime").hearsOneLine("“teatime” is not a time");
        assertThat(cafe.stores().sessions().all()).isEmpty();
    }

    @Test
    void where_facilitators_are_named_nobody_else_begins_a_cafe() {
        CafeTester strict = CafeTester.onlyFor(Set.of("Ada"), TestScripts.whole());
        strict.says(BRAM, "/cafe new harbour").hearsOneLine("You cannot begin a café here");
        strict.says(ADA, "/cafe new harbour").hears("is ready");
    }

    @Test
    void who_came_by_an_invitation_alone_begins_no_cafe() {
        Speaker guest = new Speaker(BRAM.person(), "Bram", "", false);
        cafe.hear(BRAM, new Incoming.Command(cafe.key(), guest, TestPlatform.alone(BRAM.person()), "new harbour"))
                .hearsOneLine("You cannot begin a café here");
    }

    @Test
    void people_check_in_with_the_button_and_twice_is_once() {
        cafe.opens();
        cafe.presses(BRAM, "I am here").hears("Good to have you here, Bram.");
        cafe.presses(BRAM, "I am here").hears("You are checked in already.");
        assertThat(cafe.session().roster().present()).hasSize(1);
    }

    @Test
    void check_in_opens_a_quarter_of_an_hour_before_the_planned_start() {
        cafe.says(ADA, "/cafe new harbour at 14:00");
        cafe.at("13:44").says(BRAM, "/cafe join").hearsOneLine("You can check in from 13:45 on.");
        cafe.at("13:45").says(BRAM, "/cafe join").hears("Good to have you here");
    }

    @Test
    void only_who_says_so_is_seated() {
        cafe.opens().arrives(CHRIS);
        cafe.checksIn(Cast.guests(16).stream().filter(c -> c != CHRIS).toList());
        cafe.says(ADA, "/cafe start");
        cafe.after(java.time.Duration.ofMinutes(2));
        assertThat(cafe.session().floor().orElseThrow().seatOf(CHRIS.key(), 1)).isEmpty();
        assertThat(cafe.alone(CHRIS).messages()).isEmpty();
    }

    @Test
    void nobody_starts_a_cafe_without_people_and_nobody_but_the_facilitator_starts_one() {
        cafe.opens();
        cafe.says(ADA, "/cafe start").hearsOneLine("Nobody is checked in yet");
        cafe.checksIn(BRAM);
        cafe.says(BRAM, "/cafe start").hearsOneLine("Only the facilitator or the deputy");
    }

    @Test
    void the_start_tells_the_day_plan_and_two_minutes_later_everybody_has_a_route() {
        cafe.begins("14:00", 16);
        cafe.plenary().hears("14:00 Welcome", "14:15 Round 1: Idea", "16:04 End");
        cafe.plenary().hears("Welcome everybody.");
        cafe.plenary().hears("How we talk with each other", "One at a time.");
        cafe.at("14:02");
        for (Cast who : Cast.guests(16)) {
            cafe.alone(who).hears("Your route", "Round 1:", "Round 2:", "Round 3:");
        }
        assertThat(cafe.tables()).hasSize(4);
        assertThat(cafe.room("privacy").name()).isEqualTo(cafe.plenaryRoom().name() + "-privacy");
        assertThat(cafe.room("privacy").members())
                .contains(ADA.person(), cafe.host("privacy", 1).person());
    }

    @Test
    void the_case_is_told_in_the_plenary_with_its_picture_and_again_on_request() {
        cafe.begins("14:00", 16).at("14:10");
        cafe.plenary().hears("The harbour that runs itself", "A crane drops a box.");
        cafe.plenary().hears("[A crane above the water]");
        cafe.at("14:20").saysAt("privacy", BRAM, "/cafe case").hears("Nobody saw it.", "[A crane above the water]");
        cafe.saysAt("privacy", BRAM, "/cafe etiquette").hears("Ask before you judge.");
    }

    @Test
    void who_comes_late_gets_a_read_in_a_seat_and_the_same_end_time() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ROOS, "/cafe join").hears("You are in.");
        cafe.alone(ROOS).hears("Welcome, we have begun", "Idea, until 14:35").hears("Your route", "Round 1:");
        String table = cafe.tableOf(ROOS, 1);
        assertThat(cafe.room(table).members()).contains(ROOS.person());
        cafe.says(ROOS, "/cafe where").hears("until 14:35");
    }

    @Test
    void who_comes_after_the_rounds_is_welcome_in_the_plenary() {
        cafe.begins("14:00", 16).at("15:32");
        cafe.says(ROOS, "/cafe join").hears("You are in.");
        cafe.alone(ROOS).hears("The rounds at the tables are over");
        cafe.says(ROOS, "/cafe vote 1").hearsOneLine("you had no seat there");
    }

    @Test
    void who_leaves_the_plenary_s_channel_leaves_the_cafe_and_comes_back_with_join() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        cafe.leaves(who);
        assertThat(cafe.session().roster().find(who.key()).orElseThrow().isPresent())
                .isFalse();
        cafe.at("14:22").says(who, "/cafe join").hears("You are in.");
        assertThat(cafe.tableOf(who, 1)).isEqualTo("privacy-1");
    }

    @Test
    void few_people_talk_about_joined_themes_and_every_question_still_has_its_theme() {
        cafe.begins("14:00", 7).at("14:15");
        assertThat(cafe.tables()).hasSize(2);
        String table = cafe.tables().getFirst();
        Cast who = cafe.traveller(table, 1);
        cafe.table(table).hears("Who may know what?").hears("What is good enough?");
        cafe.replies(who, cafe.table(table).message("· Quality"), "Who checks the cranes?");
        assertThat(cafe.harvest().of("quality", 1)).hasSize(1);
        cafe.at("16:04").nothingWasSaidTwice();
        cafe.nothingWaits();
    }

    @Test
    void one_person_alone_can_be_in_a_cafe_too() {
        cafe.begins("14:00", 1).at("16:04");
        cafe.alone(ADA).hears("The digest is ready");
        cafe.nothingWaits();
    }
}
