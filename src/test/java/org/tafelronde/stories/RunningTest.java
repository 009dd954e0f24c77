package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import org.junit.jupiter.api.Test;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestScripts;

/** A café runs its plan from the start to the draft of the digest. */
class RunningTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

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
}
