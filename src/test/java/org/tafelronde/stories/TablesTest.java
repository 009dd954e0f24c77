package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;
import static org.tafelronde.testing.Cast.DINA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestScripts;

/** How many tables there are, and who chooses that (F12, F17). */
class TablesTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    @Test
    void the_facilitator_hears_what_the_plan_is_worth_when_people_are_seated() {
        cafe.begins("14:00", 16).at("14:02");

        cafe.alone(ADA).hears("16 people: 4 tables of 4; 4 repeated meetings, fewer is impossible.");
        cafe.presses(ADA, "Who sits where?").hears("Table host: ");
    }

    @Test
    void the_facilitator_compares_numbers_of_tables_and_chooses_one() {
        cafe.opens().checksIn(Cast.guests(20));

        Heard offers = cafe.says(ADA, "/cafe tables")
                .hears("There are 20 people now", "4 tables of 5; 12 repeated meetings, fewer is impossible.")
                .hears("5 tables of 4; ");
        offers.hasNoButton("What fits best")
                .presses("5 tables")
                .hears("- 5 tables of 4; 4 repeated meetings. This is what it will be.");
        cafe.says(ADA, "/cafe start");
        cafe.after(java.time.Duration.ofMinutes(2));

        assertThat(cafe.session().floor().orElseThrow().tables()).hasSize(5);
        cafe.alone(ADA).hears("20 people: 5 tables of 4;");
        cafe.says(ADA, "/cafe tables").hears("20 people: 5 tables of 4;", "Seats are given out");
        cafe.says(ADA, "/cafe tables 4").hearsOneLine("Seats are given out");
    }

    @Test
    void a_choice_is_taken_back_and_never_leaves_a_table_with_fewer_than_three() {
        cafe.opens();
        cafe.says(ADA, "/cafe tables 9").hearsOneLine("There will be 9 tables, as soon as there are people enough");
        cafe.checksIn(Cast.guests(13));

        cafe.says(ADA, "/cafe tables").hears("4 tables of 3 and 4;", "This is what it will be.");
        Heard auto = cafe.says(ADA, "/cafe tafels auto");

        auto.hears("This is what it will be.").hasNoButton("What fits best");
        assertThat(cafe.session().tables()).isEmpty();
    }

    @Test
    void a_rude_number_is_answered_with_what_would_have_worked() {
        cafe.opens().checksIn(Cast.guests(6));

        cafe.says(ADA, "/cafe tables many").hearsOneLine("Write /cafe tables to choose");
        cafe.says(ADA, "/cafe tables 0").hearsOneLine("Choose from 1 to 333 tables.");
        cafe.says(ADA, "/cafe tables -3").hearsOneLine("Choose from 1 to 333 tables.");
        cafe.says(ADA, "/cafe tables 999999").hearsOneLine("Choose from 1 to 333 tables.");
        cafe.says(BRAM, "/cafe tables").hearsOneLine("Only the facilitator or the deputy");
        cafe.says(BRAM, "/cafe tables 2").hearsOneLine("Only the facilitator or the deputy");
    }

    @Test
    void who_is_to_be_kept_apart_never_meets_and_who_stays_with_a_theme_does_not_go_round() {
        opensWith("""
                Bram; ; ; couple;
                Chris; ; ; couple;
                Dina; ; ; ; Privacy
                """);
        cafe.checksIn(Cast.guests(16)).says(ADA, "/cafe start");
        cafe.at("14:02");

        for (int round = 1; round <= 3; round++) {
            Seating seating = cafe.session().floor().orElseThrow().round(round);
            assertThat(seating.tableOf(BRAM.key())).isNotEqualTo(seating.tableOf(CHRIS.key()));
            assertThat(seating.tableOf(DINA.key()).orElseThrow().theme()).isEqualTo("privacy");
            assertThat(seating.tableOf(DINA.key()).orElseThrow().host()).isNotEqualTo(DINA.key());
        }
        cafe.alone(ADA).hears("16 people: 4 tables of 4;").neverHeard("Not everything in the list");
    }

    @Test
    void a_wish_that_cannot_come_true_is_told_and_everybody_is_seated() {
        opensWith("""
                Bram; ; ; ; privacy
                Chris; ; ; ; privacy
                Dina; ; ; ; privacy
                Emre; ; ; ; privacy
                Gijs; ; ; family;
                Hanna; ; ; family;
                Ivo; ; ; family;
                Jasmijn; ; ; family;
                Fatima; ; ; ; nonsense
                """);
        cafe.checksIn(Cast.guests(16)).says(ADA, "/cafe start");
        cafe.at("14:02");

        List<Cast> family = List.of(Cast.GIJS, Cast.HANNA, Cast.IVO, Cast.JASMIJN);
        for (int round = 1; round <= 3; round++) {
            Seating seating = cafe.session().floor().orElseThrow().round(round);
            assertThat(seating.tables()).hasSize(4);
            assertThat(family).extracting(who -> seating.tableOf(who.key())).doesNotHaveDuplicates();
        }
        cafe.alone(ADA).hears("Not everything in the list was possible: look at ", "Fatima");
    }

    @Test
    void a_meeting_room_shares_one_seat_and_counts_with_all_its_people() {
        cafe.opens().checksIn(Cast.guests(15));
        Cast room = Cast.guests(16).getLast();
        cafe.says(room, "/cafe join 4").hearsOneLine("The 4 of you share one seat");
        cafe.says(room, "/cafe meedoen 5").hearsOneLine("The 5 of you share one seat");
        cafe.says(room, "/cafe join 0").hearsOneLine("In a meeting room 1 to 50 people share a seat.");
        cafe.says(room, "/cafe join 5").hearsOneLine("You are checked in already.");
        cafe.says(ADA, "/cafe start");
        cafe.after(java.time.Duration.ofMinutes(2));

        assertThat(cafe.session().roster().present()).hasSize(16);
        assertThat(cafe.session().roster().tookPart()).isEqualTo(20);
        cafe.alone(ADA).hears("16 people: 4 tables of 4;");
        cafe.says(room, "/cafe join 1").hearsOneLine("You have a seat of your own.");
        assertThat(cafe.session().roster().tookPart()).isEqualTo(16);
    }

    @Test
    void who_stays_with_a_theme_takes_over_from_a_host_last_of_all() {
        opensWith("Bram; ; ; ; privacy\nChris; ; ; ; quality\nDina; ; ; ; trust\nEmre; ; ; ; fairness\n");
        cafe.checksIn(Cast.guests(16)).says(ADA, "/cafe start");
        cafe.at("14:15");
        for (String table : List.of("privacy", "quality", "trust", "fairness")) {
            cafe.says(cafe.host(table, 1), "/cafe stepdown");
        }

        for (int round = 1; round <= 3; round++) {
            Seating seating = cafe.session().floor().orElseThrow().round(round);
            assertThat(List.of(BRAM, CHRIS, DINA, Cast.EMRE))
                    .extracting(who -> seating.tableOf(who.key()).orElseThrow().theme())
                    .containsExactly("privacy", "quality", "trust", "fairness");
        }
    }

    private void opensWith(String people) {
        cafe.at("13:58").says(ADA, "/cafe new").fillsIn(Map.of("script", "harbour", "people", people));
        cafe.at("14:00");
    }
}
