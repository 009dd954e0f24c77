package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;
import static org.tafelronde.testing.Cast.DINA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform.Trouble;
import org.tafelronde.testing.TestScripts;

/** What people see on a page of their own: the facilitator the controls, everybody else their seat. */
class PanelTest {
    private static final String DUTCH = "nl-NL";

    private final CafeTester cafe = CafeTester.with(TestScripts.in(Language.NL, TestScripts.whole()));

    private static List<String> buttons(Heard page) {
        return page.answer().whispers().stream()
                .flatMap(c -> c.buttons().stream())
                .map(Button::label)
                .toList();
    }

    private static String section(Heard page, String heading) {
        return page.answer().whispers().stream()
                .map(Content::plain)
                .filter(text -> text.startsWith(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + heading + " in: " + page.text()));
    }

    // Before a café

    @Test
    void who_is_in_no_cafe_reads_what_the_bot_is_and_begins_one_with_a_button() {
        Heard page = cafe.looks(BRAM, DUTCH).hears("Welkom bij Tafelronde", "Ik begeleid een World Café");
        assertThat(buttons(page)).containsExactly("Een café beginnen");
        assertThat(page.presses("Een café beginnen").form().title()).isEqualTo("Begin a café");
        cafe.looks(BRAM, "en-GB").hears("Welcome to Tafelronde");
    }

    @Test
    void who_may_not_begin_a_cafe_is_not_offered_it() {
        Speaker guest = new Speaker(BRAM.person(), "Bram", DUTCH, false);
        assertThat(buttons(cafe.looks(BRAM, guest))).isEmpty();
        CafeTester listed = CafeTester.onlyFor(Set.of("Ada"), TestScripts.whole());
        assertThat(buttons(listed.looks(BRAM))).isEmpty();
        assertThat(buttons(listed.looks(ADA))).containsExactly("Begin a café");
    }

    @Test
    void while_people_come_in_the_facilitator_sees_how_many_and_what_can_be_done() {
        cafe.at("13:50").opens();
        Heard empty = cafe.looks(ADA).hears("The harbour", "Er is nog niemand aangemeld.");
        assertThat(buttons(empty))
                .containsExactly(
                        "Is alles klaar?",
                        "Hoeveel tafels?",
                        "Naar de plenaire ruimte",
                        "Plan en plaatsen",
                        "Hoe staat het ervoor?");

        cafe.checksIn(BRAM, CHRIS);
        Heard two = cafe.looks(ADA).hears("Er zijn 2 mensen aangemeld.");
        assertThat(buttons(two)).startsWith("Start", "Is alles klaar?");
        two.presses("Hoeveel tafels?").hears("Er zijn nu 2 mensen");
        two.presses("Start").hears("Welcome duurt tot 14:00");
    }

    @Test
    void somebody_who_is_expected_finds_the_button_to_check_in() {
        cafe.at("13:50").opens().checksIn(CHRIS);
        cafe.says(ADA, "/cafe deputy Chris");
        Heard door = cafe.looks(CHRIS);
        assertThat(buttons(door)).as("the deputy sees the controls").contains("Start");
        cafe.checksIn(BRAM);
        cafe.looks(BRAM).hears("Je bent aangemeld. Je route komt kort na de start.");
        cafe.says(BRAM, "/cafe leave");
        cafe.looks(BRAM).hears("Doe je mee?").presses("Ik ben er").hears("Fijn dat je er bent");
    }

    // In a round

    @Test
    void in_a_round_the_facilitator_sees_the_clock_the_tables_and_the_grid() {
        cafe.begins("14:00", 16).at("14:20");
        Cast asker = cafe.traveller("privacy", 1);
        cafe.replies(asker, cafe.table("privacy").message("Ronde 1 ·"), "Who decides?");
        cafe.at("14:22:30");

        Heard page = cafe.looks(ADA)
                .hears(
                        "The harbour\nNu: Ronde 1: Idea, tot 14:35 (nog 13 minuten). Het café eindigt om 16:04.",
                        "16 van de 17 mensen zijn er; 4 tafels.");
        String tables = section(page, "Tafels in ronde 1: Idea");
        String host = cafe.host("privacy", 1).called();
        assertThat(tables)
                .containsPattern("- Privacy: .*" + asker.called() + ".* Voorzitter: " + host
                        + "\\. 1 vraag, de laatste 2 minuten geleden\\.")
                .containsPattern("- Trust: .* Voorzitter: .*\\. De eerste vraag komt nog\\.");
        assertThat(section(page, "Vragen per thema")).contains("- Privacy: 1 · – · –", "- Trust: nog leeg · – · –");
        assertThat(buttons(page))
                .containsExactly(
                        "Pauze",
                        "5 minuten erbij",
                        "Volgende onderdeel",
                        "Interventie",
                        "Naar de plenaire ruimte",
                        "Plan en plaatsen",
                        "Hoe staat het ervoor?");
    }

    @Test
    void what_a_control_changes_is_shown_before_it_is_done() {
        cafe.begins("14:00", 16).at("14:20");
        Heard preview = cafe.looks(ADA).presses("5 minuten erbij");
        preview.hears("Idea zou tot 14:40 duren, en het café zou om 16:09 eindigen.");
        cafe.looks(ADA).hears("tot 14:35 (nog 15 minuten)");
        preview.presses("Doen").hears("Idea duurt tot 14:40.");
        cafe.looks(ADA).hears("tot 14:40 (nog 20 minuten). Het café eindigt om 16:09.");

        Heard skip = cafe.looks(ADA).presses("Volgende onderdeel").hears("Idea zou tot 14:20 duren");
        cafe.looks(ADA).hears("Ronde 1: Idea, tot 14:40");
        skip.presses("Doen");
        Heard changing = cafe.looks(ADA).hears("Ronde 1: Idea is klaar. Om 14:25 gaat het verder");
        assertThat(buttons(changing)).doesNotContain("5 minuten erbij", "Interventie");
    }

    @Test
    void while_the_clock_stands_still_it_can_only_go_on() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.looks(ADA).presses("Pauze").hears("De klok staat stil");
        cafe.at("14:30");
        Heard paused = cafe.looks(ADA).hears("Pauze: Ronde 1: Idea, nog 15 minuten.");
        assertThat(buttons(paused)).startsWith("Verder").doesNotContain("Pauze", "Volgende onderdeel");
        paused.presses("Verder").hears("Idea zou tot 14:45 duren").presses("Doen");
        cafe.looks(ADA).hears("Nu: Ronde 1: Idea, tot 14:45 (nog 15 minuten)");
    }

    @Test
    void a_spare_intervention_is_offered_while_it_may_still_come() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.looks(ADA).presses("Interventie").fillsIn(Map.of("name", "leak", "table", "-"));
        cafe.everyTable().hears("A leak changes everything.");
        cafe.looks(ADA).presses("Interventie").fillsIn(Map.of("name", "strike", "table", "-"));
        cafe.looks(ADA).hasNoButton("Interventie");
    }

    @Test
    void a_table_that_talks_on_has_its_own_end() {
        cafe.begins("14:00", 16).at("14:20").says(ADA, "/cafe extend 3 privacy");
        assertThat(section(cafe.looks(ADA), "Tafels")).containsOnlyOnce("Tot 14:38.");
    }

    @Test
    void calls_for_help_stand_there_for_a_while_with_the_way_to_the_table() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(
                ADA, "/cafe deputy " + Cast.of(cafe.seating("trust", 1).host()).called());
        Cast caller = cafe.traveller("privacy", 1);
        cafe.saysAt("privacy", caller, "/cafe sos They shout");
        cafe.at("14:23");

        Heard page = cafe.looks(ADA);
        assertThat(section(page, "Hulp gevraagd"))
                .isEqualTo("Hulp gevraagd\n- " + caller.called() + " (Privacy), 3 minuten geleden");
        assertThat(page.answer().whispers())
                .anySatisfy(c ->
                        assertThat(c.buttons()).contains(new Button.GoTo("Naar Privacy", cafe.tablePlace("privacy"))));
        assertThat(cafe.at("14:31").looks(ADA).text()).doesNotContain("Hulp gevraagd");
    }

    @Test
    void what_did_not_arrive_stands_there_with_why_and_a_way_to_try_again() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.platform().meets(w -> w instanceof Outgoing.Direct to && to.to().equals(BRAM.person()), Trouble.NO);
        cafe.says(ADA, "/cafe move Bram " + (cafe.tableOf(BRAM, 1).startsWith("privacy") ? "trust" : "privacy"));

        Heard page = cafe.looks(ADA);
        assertThat(section(page, "Eén bericht kwam niet aan"))
                .contains(
                        "- “Je route is veranderd”: De bot mag dit hier niet: een beheerder kan het toestaan. (not_allowed)");
        page.presses("Nog eens proberen").hears("Eén bericht wordt nog eens geprobeerd.");
    }

    @Test
    void messages_on_their_way_are_counted() {
        cafe.begins("14:00", 16).at("14:20").cannotSpeak();
        cafe.says(ADA, "/cafe broadcast Hello");
        cafe.looks(ADA).hears("berichten onderweg.");
    }

    @Test
    void a_large_cafe_counts_people_and_stays_a_page() {
        CafeTester large = CafeTester.with(TestScripts.in(Language.NL, TestScripts.whole()));
        large.begins("14:00", 20);
        large.says(ADA, "/cafe tables 6");
        large.at("14:20");
        assertThat(large.looks(ADA).text()).contains("Voorzitter").hasSizeLessThan(3_000);
    }

    // At the table

    @Test
    void a_participant_sees_their_seat_until_when_and_how_to_ask() {
        cafe.begins("14:00", 16).at("14:05");
        Cast who = cafe.traveller("privacy", 1);
        cafe.looks(who).hears("Nu: Welcome, tot 14:10.", "In ronde 1 zit je aan tafel Privacy.");
        cafe.at("14:20");

        Heard page = cafe.looks(who)
                .hears(
                        "Nu: Ronde 1: Idea, tot 14:35.",
                        "Je zit aan tafel Privacy.",
                        "Een vraag stel je in het gesprek onder de opdracht");
        assertThat(buttons(page)).containsExactly("Naar Privacy", "Een vraag stellen", "Hulp vragen");
        assertThat(cafe.looks(cafe.host("privacy", 1)).text()).contains("en bent er voorzitter");

        page.presses("Hulp vragen").hears("De begeleider weet het");
        cafe.at("14:36");
        cafe.looks(who).hears("Ronde 1: Idea is klaar.", "In ronde 2 zit je aan tafel ");
        cafe.at("15:31");
        cafe.looks(who).hears("Nu: Choosing", "Je zat het laatst aan tafel ");
    }

    @Test
    void a_participant_asks_from_their_page_and_sees_their_own_questions() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        Heard form = cafe.looks(who).presses("Een vraag stellen");
        assertThat(form.form().title()).isEqualTo("Vraag zonder naam");
        form.fillsIn(Map.of("text", "Who decides?")).hears("Bewaard als vraag 1.");
        Question asked = cafe.harvest().questions().getFirst();
        assertThat(asked.table()).contains(cafe.tableOf(who, 1));
        assertThat(asked.theme()).contains("privacy");
        cafe.replies(cafe.traveller("trust", 1), cafe.table("trust").message("Ronde 1 ·"), "Not theirs?");

        Heard page = cafe.looks(who).hears("Jouw vragen\n1. Who decides?", "/cafe wijzig 1");
        assertThat(page.text()).doesNotContain("Not theirs?");
        form.fillsIn(Map.of("text", " ")).hears("Er stond geen vraag in");
    }

    @Test
    void nothing_changes_on_a_participant_s_page_while_nothing_happens() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        assertThat(cafe.looks(who).answer())
                .isEqualTo(cafe.after(Duration.ofMinutes(5)).looks(who).answer());
    }

    // Afterwards

    @Test
    void after_the_end_the_facilitator_reads_the_digest_and_publishes_it() {
        cafe.begins("14:00", 16).at("16:05");
        Heard page = cafe.looks(ADA).hears("Het café is afgelopen. Het verslag is een concept");
        assertThat(buttons(page)).containsExactly("Publiceren", "Verslag bekijken", "Een café beginnen");
        page.presses("Verslag bekijken").hears("Dit is het verslag zoals het nu is.");
        page.presses("Publiceren").hears("Het verslag is gepubliceerd.");
        assertThat(buttons(cafe.looks(ADA).hears("het management heeft het verslag")))
                .containsExactly("Verslag bekijken", "Een café beginnen");
        cafe.looks(BRAM, DUTCH).hears("Welkom bij Tafelronde");
    }

    // Looking alone

    @Test
    void looking_keeps_nothing_and_says_nothing() {
        cafe.begins("14:00", 16).at("14:20");
        var session = cafe.session();
        var deliveries = cafe.deliveries();
        for (Cast who : List.of(ADA, BRAM, DINA, Cast.UMA)) {
            cafe.looks(who);
        }
        assertThat(cafe.session()).isEqualTo(session);
        assertThat(cafe.deliveries()).isEqualTo(deliveries);
    }

    @Test
    void the_cafe_under_way_comes_before_one_that_is_only_being_prepared() {
        cafe.begins("14:00", 16).at("14:20");
        cafe.saysAlone(ADA, "/cafe new harbour");
        cafe.looks(ADA).hears("Nu: Ronde 1: Idea");
    }
}
