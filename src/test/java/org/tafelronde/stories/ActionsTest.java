package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestScripts;

/** What is to be done after the café, by which role and when (F56). */
class ActionsTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    @BeforeEach
    void people_look_back() {
        cafe.begins("14:00", 12).at("15:50");
    }

    private ActionPoint only() {
        assertThat(cafe.harvest().actions()).hasSize(1);
        return cafe.harvest().actions().getFirst();
    }

    @Test
    void the_debrief_has_a_button_that_opens_a_form_and_everybody_sees_what_was_put_down() {
        cafe.presses(BRAM, "Put down an action")
                .fillsIn(Map.of(
                        "text", "Ask the supplier for the logs", "owner", "privacy officer", "due", "31-12-2026"))
                .hears("Put down as action 1.");

        cafe.plenary()
                .hears("Action 1: Ask the supplier for the logs", "Owner: privacy officer · due December 31, 2026");
        assertThat(only().owner()).contains("privacy officer");
        assertThat(only().due()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void what_is_put_down_or_struck_out_after_the_end_is_in_the_draft_at_once() {
        cafe.at("16:04").says(BRAM, "/cafe action Write it down").hears("Put down as action 1.");
        assertThat(draft()).contains("Write it down");

        cafe.says(BRAM, "/cafe action -1");
        assertThat(draft()).doesNotContain("Write it down");
    }

    private String draft() {
        String medium = cafe.stores().shelf().of(cafe.session().setting().id()).stream()
                .filter(file -> file.path().equals("draft/digest.txt"))
                .findFirst()
                .orElseThrow()
                .medium();
        return new String(cafe.stores().shelf().find(medium).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void in_one_line_too_and_what_was_not_agreed_is_told() {
        cafe.says(BRAM, "/cafe action Write it down; team lead").hears("Put down as action 1.");
        cafe.plenary().hears("Owner: team lead · no date yet");
        cafe.says(CHRIS, "/cafe actie Bel de leverancier").hears("Put down as action 2.");
        cafe.plenary().hears("No owner yet · no date yet");
    }

    @ParameterizedTest
    @CsvSource({
        "31-12, 2026-12-31",
        "1/2, 2027-02-01",
        "31.12.27, 2027-12-31",
        "2027-03-01, 2027-03-01",
        "12-5, 2026-05-12"
    })
    void a_date_is_taken_as_people_write_it_and_without_a_year_it_is_the_next(String typed, LocalDate meant) {
        cafe.says(BRAM, "/cafe action Call; team lead; " + typed);

        assertThat(only().due()).isEqualTo(Optional.of(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-2", "soon", "99/99/9999", "2027-13-01", "-1"})
    void what_is_no_date_is_answered_with_one_that_would_work(String typed) {
        cafe.says(BRAM, "/cafe action Call; team lead; " + typed).hears("is no date", "31-12");

        assertThat(cafe.harvest().actions()).isEmpty();
    }

    @Test
    void an_owner_is_a_role_and_not_a_person() {
        cafe.says(BRAM, "/cafe action Call; " + CHRIS.called()).hears("name a role");

        assertThat(cafe.harvest().actions()).isEmpty();
    }

    @Test
    void who_put_it_down_or_runs_the_cafe_strikes_it_out_and_a_number_is_not_given_twice_while_a_later_one_stands() {
        cafe.says(BRAM, "/cafe action One");
        cafe.says(BRAM, "/cafe action Two");

        cafe.says(CHRIS, "/cafe action -1").hears("Only the facilitator");
        cafe.says(BRAM, "/cafe action -1").hears("is struck out");
        cafe.says(ADA, "/cafe action -7").hears("There is no action 7");
        cafe.says(CHRIS, "/cafe action Three").hears("Put down as action 3.");
        cafe.says(ADA, "/cafe action -3").hears("is struck out");

        assertThat(only().text()).isEqualTo("Two");
        cafe.plenary().hears("Action 1 is struck out.");
    }

    @Test
    void the_digest_tells_them_and_names_nobody_and_after_that_nothing_changes() {
        cafe.says(BRAM, "/cafe action Ask " + CHRIS.called() + " for the logs; team lead; 31-12");
        cafe.says(ADA, "/cafe close anyway");
        cafe.says(ADA, "/cafe publish");

        cafe.management().hears("Actions", "Ask (name) for the logs (Owner: team lead · due December 31, 2026)");
        assertThat(Digest.of(cafe.harvest()).actions())
                .containsExactly(new Digest.Action(
                        1,
                        "Ask (name) for the logs",
                        Optional.of("team lead"),
                        Optional.of(LocalDate.of(2026, 12, 31)),
                        Optional.empty()));
        cafe.says(BRAM, "/cafe action Too late").hears("published already");
        cafe.says(BRAM, "/cafe action -1").hears("published already");
    }

    @Test
    void before_the_start_there_is_nothing_to_do_yet_and_whoever_is_forgotten_leaves_the_action() {
        CafeTester early = CafeTester.with(TestScripts.whole());
        early.opens().checksIn(BRAM);
        early.says(BRAM, "/cafe action Call").hears("once the café has begun");

        cafe.says(BRAM, "/cafe action Call");
        cafe.says(BRAM, "/cafe forget me");
        assertThat(only().by()).isEqualTo("forgotten");
    }
}
