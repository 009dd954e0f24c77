package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** A question that the others at the table read without seeing who asks it (F45). */
class WithoutNameTest {
    private static final String QUESTION = "Who decides when nobody is there?";

    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private Cast guest;

    @BeforeEach
    void a_round_is_under_way() {
        cafe.begins("14:00", 12).at("14:20");
        guest = cafe.travellers("privacy", 1).getFirst();
    }

    private List<TestPlatform.Message> inThread() {
        TestPlatform.Message root = cafe.prompt("privacy", 1);
        return cafe.table("privacy").messages().stream()
                .filter(m -> m.thread().filter(root.ref()::equals).isPresent())
                .toList();
    }

    @Test
    void the_bot_says_it_in_the_thread_and_it_is_kept_with_theme_and_round() {
        cafe.says(guest, "/cafe ask")
                .fillsIn(Map.of("text", QUESTION, "show", "yes"))
                .hears("Kept as question 1");

        assertThat(inThread())
                .singleElement()
                .satisfies(m -> assertThat(m.text())
                        .contains("> " + QUESTION, "Somebody at this table")
                        .doesNotContain(guest.called()));
        assertThat(cafe.harvest().questions()).singleElement().satisfies(q -> {
            assertThat(q.theme()).contains("privacy");
            assertThat(q.round()).hasValue(1);
        });
    }

    @Test
    void who_does_not_want_it_shown_has_it_in_the_digest_alone() {
        cafe.says(guest, "/cafe ask")
                .fillsIn(Map.of("text", QUESTION, "show", "no"))
                .hears("Kept as question 1");

        assertThat(inThread()).isEmpty();
        assertThat(cafe.harvest().questions()).hasSize(1);
    }

    @Test
    void the_button_under_the_prompt_opens_the_form() {
        cafe.presses(guest, cafe.prompt("privacy", 1), "Ask without your name")
                .fillsIn(Map.of("text", QUESTION, "show", "yes"));

        assertThat(inThread()).hasSize(1);
    }

    @Test
    void what_the_bot_said_follows_the_question() {
        cafe.says(guest, "/cafe ask").fillsIn(Map.of("text", QUESTION, "show", "yes"));

        cafe.says(guest, "/cafe edit 1 Who decides at night?");
        assertThat(inThread().getFirst().text())
                .contains("Who decides at night?")
                .doesNotContain(QUESTION);

        cafe.says(guest, "/cafe withdraw 1");
        assertThat(inThread())
                .singleElement()
                .satisfies(m -> assertThat(m.text())
                        .contains("This question was withdrawn.")
                        .doesNotContain("at night"));
    }

    @Test
    void outside_of_a_round_it_goes_to_the_appendix_and_nobody_is_asked_about_showing_it() {
        CafeTester before = CafeTester.with(TestScripts.whole());
        before.opens().checksIn(guest);

        before.says(guest, "/cafe ask").fillsIn(Map.of("text", QUESTION)).hears("appendix");

        assertThat(before.harvest().questions()).hasSize(1);
    }

    @Test
    void an_empty_or_a_much_too_long_one_is_not_kept_nor_shown() {
        cafe.says(guest, "/cafe ask").fillsIn(Map.of("text", "  ", "show", "yes"));
        cafe.says(guest, "/cafe ask")
                .fillsIn(Map.of("text", "x".repeat(2_001), "show", "yes"))
                .hears("Please make it shorter");

        assertThat(inThread()).isEmpty();
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    @Test
    void at_a_table_with_joined_themes_it_counts_for_the_theme_of_the_prompt_that_was_pressed() {
        CafeTester few = CafeTester.with(TestScripts.whole());
        few.begins("14:00", 7).at("14:20");
        TestPlatform.Room table = few.platform().rooms().stream()
                .filter(r -> r.title().contains("+"))
                .findFirst()
                .orElseThrow();
        List<TestPlatform.Message> prompts =
                table.messages().stream().filter(TestPlatform.Message::pinned).toList();
        Cast asker = Cast.guests(7).stream()
                .filter(p -> table.members().contains(p.person()))
                .findFirst()
                .orElseThrow();
        TestPlatform.Message last = prompts.getLast();

        few.presses(asker, last, "Ask without your name").fillsIn(Map.of("text", QUESTION, "show", "no"));

        String theme = few.harvest().questions().getFirst().theme().orElseThrow();
        assertThat(last.text()).containsIgnoringCase(theme);
        assertThat(prompts.getFirst().text()).doesNotContainIgnoringCase("· " + theme);
        assertThat(table.messages()).noneMatch(m -> m.text().contains(QUESTION));
    }
}
