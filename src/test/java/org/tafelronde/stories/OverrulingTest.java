package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.flow.Shelf;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestScripts;

/** The program groups questions and finds their topics; the facilitator has the last word (F46, F53). */
class OverrulingTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    /** 1 and 2 say nearly the same; 1, 2 and 3 keep something; 4 is about nothing on the card. */
    @BeforeEach
    void in_the_first_round() {
        cafe.begins("14:00", 16).at("14:20");
        Cast who = cafe.traveller("privacy", 1);
        for (String text : List.of(
                "Who may open the container on the quay?",
                "Who may open this container, on which quay?",
                "Can we keep it?",
                "Who owns the crane?")) {
            cafe.replies(who, cafe.prompt("privacy", 1), text);
        }
    }

    private Digest digest() {
        return Digest.of(cafe.harvest(), LocalDate.EPOCH, new LuceneLinguist());
    }

    private List<List<String>> groups() {
        return digest().alike().stream()
                .map(g -> g.stream().map(Digest.Asked::text).toList())
                .toList();
    }

    private Coverage.Covered retention() {
        return digest().coverage().stream()
                .flatMap(c -> c.card().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groups_are_shown_with_every_wording_and_a_button_that_takes_them_apart() {
        cafe.says(ADA, "/cafe groups")
                .hears(
                        "One group of questions",
                        "1. Who may open the container on the quay?",
                        "2. Who may open this container, on which quay?")
                .presses("Take apart 1 and 2")
                .hears("each of these stands alone: 1 and 2", "It counts in the digest");

        assertThat(groups()).isEmpty();
        assertThat(digest().overruled().groups()).hasSize(2);
        assertThat(digest().questions()).isEqualTo(4);
        cafe.says(ADA, "/cafe groepen").hears("No questions are together");
    }

    @Test
    void one_question_leaves_its_group_and_others_are_joined_by_hand() {
        cafe.says(ADA, "/cafe together 3 4 1").hears("these are together: 3, 4 and 1");
        assertThat(groups()).singleElement().asList().hasSize(4);
        cafe.says(ADA, "/cafe los 1").hears("stands alone: 1.");
        assertThat(groups()).singleElement().asList().hasSize(3);

        cafe.says(ADA, "/cafe apart 1").hearsOneLine("Question 1 stands alone already");
        cafe.says(ADA, "/cafe together 2 3").hearsOneLine("together already");
        cafe.says(ADA, "/cafe together 2").hearsOneLine("numbers of two or more");
        cafe.says(ADA, "/cafe together 2 99").hearsOneLine("There is no question 99");
        cafe.says(ADA, "/cafe apart").hearsOneLine("Type /cafe apart");
    }

    @Test
    void a_decision_of_another_day_is_told_with_its_day() {
        cafe.says(ADA, "/cafe topics 3 none");
        assertThat(cafe.says(ADA, "/cafe undo").text()).contains("14:20").doesNotContain("2026");

        cafe.says(ADA, "/cafe close anyway");
        cafe.after(Duration.ofDays(1));
        cafe.says(ADA, "/cafe topics 4 retention");
        cafe.says(ADA, "/cafe undo").hears("2026, 14:20");
    }

    @Test
    void a_theme_is_asked_for_by_its_label_of_however_many_words_and_a_page_of_it() {
        CafeTester other = CafeTester.with(TestScripts.called("A quay for all", "Human dignity", TestScripts.whole()));
        other.begins("14:00", 16).at("14:20");
        other.replies(other.traveller("privacy", 1), other.prompt("privacy", 1), "Can we keep it?");

        other.says(ADA, "/cafe topics Human dignity").hears("Can we keep it?");
        other.says(ADA, "/cafe topics human dignity 1").hears("Can we keep it?");
        other.says(ADA, "/cafe topics human rights").hearsOneLine("There is no theme “human rights”");
    }

    @Test
    void a_topic_is_shown_with_the_words_it_was_found_by_and_the_facilitator_chooses_another_or_none() {
        assertThat(retention().state()).isEqualTo(Coverage.State.THIN);
        cafe.says(ADA, "/cafe topics")
                .hears("Privacy: 4 questions, 3 on no topic")
                .presses("Privacy")
                .hears("3. Can we keep it?", "How long (matched on: keep)", "nothing on the card")
                .presses("Change 3")
                .hears("Question 3", "matched on: keep")
                .presses("Nothing on the card")
                .hears("question 3 is about “nothing on the card”");

        assertThat(retention().state()).isEqualTo(Coverage.State.UNTOUCHED);
        cafe.says(ADA, "/cafe topics privacy").hears("nothing on the card, because you said so. I thought: How long");
        cafe.says(ADA, "/cafe onderwerpen 4 retention").hears("question 4 is about “How long");
        cafe.says(ADA, "/cafe topics 1 How long").hears("question 1 is about “How long");

        assertThat(retention().state()).isEqualTo(Coverage.State.TOUCHED);
        assertThat(retention().questions()).allMatch(Coverage.Because::overruled);
        assertThat(digest().overruled().topics()).hasSize(3);
        cafe.says(ADA, "/cafe topics 1 retention").hearsOneLine("about “How long” already");
        cafe.says(ADA, "/cafe topics 1 pirates").hearsOneLine("no topic “pirates” on the card");
        cafe.says(ADA, "/cafe topics pirates").hearsOneLine("There is no theme “pirates”");
        cafe.says(ADA, "/cafe topics 99").hearsOneLine("There is no question 99");
    }

    @Test
    void every_decision_is_a_line_of_a_log_that_names_nobody_and_can_be_taken_back() {
        cafe.says(ADA, "/cafe topics 3 none")
                .presses("Take back 1")
                .hears("Taken back", "question 3 was about “How long");
        assertThat(retention().state()).isEqualTo(Coverage.State.THIN);
        assertThat(digest().overruled().isNothing()).isTrue();

        cafe.at("14:21").says(ADA, "/cafe apart group 2");
        cafe.says(ADA, "/cafe undo")
                .hears(
                        "14:20, facilitator: question 3 was about “How long”, now about “nothing on the card” (taken back)",
                        "14:21, facilitator: taken apart: 1 and 2 (was together: 1 and 2)")
                .presses("Take back 2");
        assertThat(groups()).hasSize(1);
        assertThat(cafe.harvest().overrulings()).hasSize(2).noneMatch(Overruling::stands);
        assertThat(digest().overruled().log())
                .extracting(Digest.Overruled.Line::kind)
                .containsExactly(Digest.Overruled.Kind.TOPIC, Digest.Overruled.Kind.APART);
        assertThat(digest().overruled().toString()).doesNotContain("Ada", "u-ada");

        cafe.says(ADA, "/cafe undo 2").hearsOneLine("taken back already");
        cafe.says(ADA, "/cafe undo 7").hearsOneLine("There is no decision 7");
    }

    @Test
    void who_does_not_run_the_cafe_decides_nothing() {
        for (String command :
                List.of("groups", "apart 1", "together 1 3", "topics", "topics 3 none", "undo", "undo 1")) {
            cafe.says(BRAM, "/cafe " + command).hearsOneLine("Only the facilitator");
        }
        assertThat(cafe.harvest().overrulings()).isEmpty();
    }

    @Test
    void a_draft_is_made_anew_at_once() {
        cafe.says(ADA, "/cafe close anyway");
        cafe.presses(ADA, "Look at the groups").hears("1. Who may open the container on the quay?");
        cafe.presses(ADA, "Look at the topics").hears("Privacy: 4 questions");
        String draft = text(cafe.alone(ADA).message("The digest is ready").content());
        assertThat(draft).contains("overruled=Overruled[topics=[], groups=[], log=[]]");

        cafe.says(ADA, "/cafe together 3 4").hears("the draft of the digest is made anew");

        assertThat(text(cafe.alone(ADA).message("The digest is ready").content()))
                .contains("kind=TOGETHER");
    }

    @Test
    void what_management_has_stays_as_it_was_until_the_facilitator_publishes_it_anew() {
        cafe.says(ADA, "/cafe close anyway");
        cafe.presses(ADA, "Publish");
        Content first = cafe.management().message("Digest:").content();

        cafe.says(ADA, "/cafe topics 3 none").hears("Management still has the digest as it was");
        assertThat(text(first)).doesNotContain("kind=TOPIC");
        cafe.says(ADA, "/cafe publish")
                .hearsOneLine("published already")
                .presses("Publish anew")
                .hearsOneLine("as it is now");

        cafe.management()
                .hears(
                        "This digest takes the place of the earlier one",
                        "for the topic of 1 question, and for the group of no questions");
        Content second = cafe.management().message("takes the place").content();
        assertThat(text(second)).contains("kind=TOPIC");
        assertThat(text(first)).doesNotContain("kind=TOPIC");
        cafe.says(ADA, "/cafe publiceer opnieuw");
        assertThat(text(second)).contains("kind=TOPIC");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void what_did_not_arrive_keeps_its_files_too_when_it_is_published_once_more() {
        cafe.says(ADA, "/cafe close anyway");
        cafe.presses(ADA, "Publish");
        cafe.platform().peopleArchive(cafe.managementRoom().place());
        cafe.says(ADA, "/cafe topics 3 none");
        cafe.says(ADA, "/cafe publish anew").hearsOneLine("as it is now");
        cafe.says(ADA, "/cafe undo 1");
        cafe.says(ADA, "/cafe publish anew").hearsOneLine("as it is now");

        assertThat(cafe.stores().shelf().of(cafe.session().setting().id()))
                .extracting(Shelf.Lying::path)
                .filteredOn(path -> path.endsWith(".txt") && path.startsWith("published"))
                .containsExactlyInAnyOrder("published/digest.txt", "published-2/digest.txt", "published-3/digest.txt");
    }

    @Test
    void what_was_decided_outlives_the_process() {
        cafe.says(ADA, "/cafe apart 2");
        cafe.isKilled().startsAgain();

        assertThat(groups()).isEmpty();
        cafe.says(ADA, "/cafe undo").hears("taken apart: 2 (was together: 1 and 2)");
    }

    private String text(Content digest) {
        String medium = digest.parts().stream()
                .filter(Content.Part.File.class::isInstance)
                .map(part -> ((Content.Part.File) part).medium())
                .findFirst()
                .orElseThrow();
        return new String(
                cafe.stores().shelf().find(medium).orElseThrow().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
