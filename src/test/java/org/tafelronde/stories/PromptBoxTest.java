package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** What is written in the prompt's own box, where a platform shows one: people need not be read to be heard (F42). */
class PromptBoxTest {
    private static final String QUESTION = "Who decides when nobody is there?";

    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private Cast guest;

    @BeforeEach
    void a_round_is_under_way() {
        cafe.begins("14:00", 12).at("14:20");
        guest = cafe.travellers("privacy", 1).getFirst();
    }

    private List<String> under(TestPlatform.Message root) {
        return cafe.table("privacy").messages().stream()
                .filter(m -> m.thread().filter(root.ref()::equals).isPresent())
                .map(TestPlatform.Message::text)
                .toList();
    }

    private Question only() {
        assertThat(cafe.harvest().questions()).hasSize(1);
        return cafe.harvest().questions().getFirst();
    }

    @Test
    void it_is_a_question_of_that_prompt_and_the_table_reads_it_there() {
        cafe.writesIn(guest, cafe.prompt("privacy", 1), QUESTION).hearsOneLine("Kept as question 1.");

        assertThat(only().theme()).contains("privacy");
        assertThat(only().round()).hasValue(1);
        assertThat(only().table()).isPresent();
        assertThat(under(cafe.prompt("privacy", 1)))
                .singleElement()
                .asString()
                .contains("> " + QUESTION)
                .doesNotContain(guest.called());
    }

    @Test
    void sent_in_twice_it_is_kept_and_said_once() {
        cafe.writesIn(guest, cafe.prompt("privacy", 1), QUESTION);
        cafe.writesIn(guest, cafe.prompt("privacy", 1), " " + QUESTION + "\n").hearsOneLine("Kept as question 1.");
        assertThat(under(cafe.prompt("privacy", 1))).hasSize(1);

        cafe.says(guest, "/cafe withdraw 1");
        cafe.writesIn(guest, cafe.prompt("privacy", 1), QUESTION).hearsOneLine("Kept as question 2.");
        cafe.writesIn(cafe.travellers("privacy", 1).getLast(), cafe.prompt("privacy", 1), QUESTION)
                .hearsOneLine("Kept as question 3.");
    }

    @Test
    void under_an_intervention_it_answers_the_intervention() {
        cafe.says(ADA, "/cafe intervene leak privacy anyway");
        cafe.after(Duration.ofSeconds(5));
        TestPlatform.Message fiction = cafe.table("privacy").message("This is fiction");

        cafe.writesIn(guest, fiction, QUESTION);

        assertThat(under(fiction)).hasSize(1);
        assertThat(only().theme()).contains("privacy");
        assertThat(only().prompt()).isNotEmpty().isNotEqualTo(only().table());
    }

    @Test
    void after_the_round_it_is_kept_with_that_round_and_the_bot_says_so() {
        TestPlatform.Message first = cafe.prompt("privacy", 1);
        cafe.at("14:50");
        assertThat(cafe.prompt("privacy", 2)).isNotEqualTo(first);

        cafe.writesIn(guest, first, QUESTION).hearsOneLine("That round is over. Your question is kept all the same");

        assertThat(only().round()).hasValue(1);
        assertThat(under(first)).isEmpty();
    }

    @Test
    void from_the_pick_on_it_cannot_be_chosen_any_more_and_after_the_end_it_is_not_kept() {
        TestPlatform.Message first = cafe.prompt("privacy", 1);
        cafe.at("15:33").writesIn(guest, first, QUESTION).hearsOneLine("The choosing has begun");
        cafe.says(ADA, "/cafe close anyway");
        cafe.writesIn(guest, first, "And who pays?").hearsOneLine("This café is over");
        assertThat(only().text()).isEqualTo(QUESTION);
    }

    @Test
    void an_empty_box_and_a_much_too_full_one_are_answered_and_nothing_is_kept() {
        cafe.writesIn(guest, cafe.prompt("privacy", 1), "  ").hearsOneLine("There was no question in it");
        cafe.writesIn(guest, cafe.prompt("privacy", 1), "x".repeat(2_001)).hearsOneLine("Please make it shorter");
        assertThat(cafe.harvest().questions()).isEmpty();
    }

    @Test
    void the_box_stays_when_the_post_changes() {
        TestPlatform.Message before = cafe.prompt("privacy", 1);
        cafe.at("14:30");
        TestPlatform.Message now = cafe.prompt("privacy", 1);
        assertThat(now.text()).isNotEqualTo(before.text());
        assertThat(now.content().box()).isPresent().isEqualTo(before.content().box());
    }

    @Test
    void while_people_look_back_it_answers_the_prompt_once() {
        cafe.at("15:47");
        TestPlatform.Message prompt = cafe.plenary().message("What surprised you?");
        cafe.writesIn(guest, prompt, "That nobody knew.").hearsOneLine("Kept, without your name.");
        cafe.writesIn(guest, prompt, "That nobody knew.").hearsOneLine("Kept, without your name.");
        assertThat(cafe.harvest().answers()).hasSize(1);
    }
}
