package org.tafelronde.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Incoming;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestScripts;

/** Every word and its twin, at every stage, is answered. */
class WordsTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());

    @ParameterizedTest
    @EnumSource(Word.class)
    void a_word_and_its_twin_are_answered_alike_at_every_stage(Word word) {
        assertThat(Word.of(word.in(Language.NL)))
                .isEqualTo(Word.of(word.in(Language.EN)))
                .contains(word);
        assertThat(Word.of(word.in(Language.EN).toUpperCase(java.util.Locale.ROOT)))
                .contains(word);
        alike(word);
        cafe.opens();
        alike(word);
    }

    @Test
    void every_word_is_answered_in_a_round_and_after_the_end() {
        cafe.begins("14:00", 16).at("14:20");
        for (Word word : Word.values()) {
            // Without what they need these words change nothing; the others have stories of their own.
            if (!List.of(Word.START, Word.SKIP, Word.PAUSE, Word.NEW, Word.LEAVE, Word.JOIN, Word.STEPDOWN, Word.SOS)
                    .contains(word)) {
                alike(word);
            }
        }
        cafe.at("16:04");
        for (Word word : Word.values()) {
            if (!List.of(Word.PUBLISH, Word.ARCHIVE, Word.DELETE, Word.NEW, Word.LEAVE, Word.SOS)
                    .contains(word)) {
                alike(word);
            }
        }
    }

    private void alike(Word word) {
        String english = answered("/cafe " + word.in(Language.EN));
        String dutch = answered("/cafe " + word.in(Language.NL));
        assertThat(dutch).isEqualTo(english);
        if (word == Word.NEW || word == Word.BALLOT || word == Word.CARD) {
            return;
        }
        assertThat(english).as("%s", word).isNotBlank();
    }

    private String answered(String typed) {
        var heard = cafe.saysAlone(BRAM, typed);
        return heard.text() + heard.answer().form().map(Object::toString).orElse("");
    }

    @Test
    void in_the_wrong_stage_a_line_says_what_would_have_worked() {
        cafe.opens();
        cafe.says(ADA, "/cafe pause").hearsOneLine("Begin with /cafe start");
        cafe.says(ADA, "/cafe extend 5").hearsOneLine("Begin with /cafe start");
        cafe.says(ADA, "/cafe skip").hearsOneLine("Begin with /cafe start");
        cafe.says(ADA, "/cafe intervene leak").hearsOneLine("only possible during a round");
        cafe.says(ADA, "/cafe move Ada privacy").hearsOneLine("There are no seats yet");
        cafe.says(ADA, "/cafe publish").hearsOneLine("/cafe close first");
        cafe.checksIn(BRAM);
        cafe.says(BRAM, "/cafe where").hearsOneLine("Your route comes shortly after the start");
        cafe.says(BRAM, "/cafe vote 1").hearsOneLine("comes after the last round");
        cafe.says(BRAM, "/cafe answer x").hearsOneLine("nothing to look back on now");
        cafe.says(BRAM, "/cafe note x").hearsOneLine("Only the table host");
        cafe.says(BRAM, "/cafe handover").hearsOneLine("Only the table host");
        cafe.says(BRAM, "/cafe stepdown").hearsOneLine("There are no seats yet");
        cafe.says(ADA, "/cafe start");
        cafe.says(ADA, "/cafe start").hearsOneLine("has begun already");
        cafe.says(ADA, "/cafe extend").hearsOneLine("Type the minutes");
        cafe.says(ADA, "/cafe move Bram").hearsOneLine("Type a name and a table");
        cafe.says(ADA, "/cafe broadcast").hearsOneLine("Type the text behind it");
        cafe.says(ADA, "/cafe deputy").hearsOneLine("Type a name");
        cafe.says(ADA, "/cafe deputy Zed").hearsOneLine("I see nobody called “Zed”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend 5",
                "extend +5",
                "extend 5m",
                "extend 5 min",
                "extend 5 min.",
                "extend 5 minutes",
                "EXTEND 5 Minutes",
                "verleng 5 minuten",
                "verleng +5 min"
            })
    void minutes_are_understood_as_people_type_them(String typed) {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe " + typed).hears("until 14:40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend 5?", "extend 5 ?", "extend 5 min?", "verleng 5m?", "verleng 5 minuten ?"})
    void a_question_mark_asks_first_wherever_it_stands(String typed) {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe " + typed).hears("would last until 14:40");
        cafe.everyTable().doesNotHear("New time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extend 3 privacy", "extend 3m privacy", "extend 3 min privacy", "verleng +3 minuten privacy"})
    void minutes_for_one_table(String typed) {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe " + typed).hears("until 14:38");
        cafe.table("trust").doesNotHear("New time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend -5", "extend -5 min", "extend −5", "verleng –5 minuten"})
    void fewer_minutes(String typed) {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe " + typed).hears("until 14:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extend", "extend five", "extend 0", "extend privacy", "extend 5x", "extend ?", "extend 1234567"
            })
    void what_is_no_number_of_minutes_is_answered_with_how_to_type_it(String typed) {
        cafe.begins("14:00", 16).at("14:20");
        cafe.says(ADA, "/cafe " + typed).hearsOneLine("Type the minutes: /cafe extend 5");
    }

    @Test
    void an_unknown_word_is_answered_to_the_asker_with_what_they_may_have_meant() {
        cafe.opens();
        cafe.says(BRAM, "/cafe exted 5").hearsOneLine("Did you mean extend?");
        cafe.says(BRAM, "/cafe frobnicate").hearsOneLine("Type /cafe help");
        cafe.plenary().doesNotHear("frobnicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cafe", "/cafe help", "/cafe   HELP  "})
    void help_is_made_from_the_list_itself(String typed) {
        cafe.opens();
        String help = cafe.says(ADA, typed).text();
        for (Word word : Word.values()) {
            if (word.who() != Word.Who.BUTTON) {
                assertThat(help).contains("- " + word.in(Language.EN));
            }
        }
        assertThat(cafe.says(BRAM, typed).text()).contains("- ask [TEXT]: ").doesNotContain("- publish");
    }

    @Test
    void completion_offers_the_same_words() {
        List<CommandMenu.Entry> dutch = new Menu().commands("nl");
        assertThat(dutch)
                .extracting(CommandMenu.Entry::word)
                .contains("verleng", "meedoen")
                .doesNotContain("ballot");
        assertThat(new Menu().commands("fr"))
                .extracting(CommandMenu.Entry::word)
                .contains("extend");
    }

    @Test
    void everybody_is_spoken_to_in_the_language_that_they_choose() {
        cafe.opens();
        cafe.says(BRAM, "/cafe taal nl").hears("Nederlands");
        cafe.says(BRAM, "/cafe meedoen").hears("Bram");
        cafe.says(BRAM, "/cafe waar").hears("Je route");
        cafe.says(BRAM, "/cafe language klingon").hears("/cafe taal nl");
        cafe.checksIn(org.tafelronde.testing.Cast.CHRIS);
        cafe.says(ADA, "/cafe start");
        cafe.after(java.time.Duration.ofMinutes(2));
        cafe.alone(BRAM).hears("Je route");
        cafe.alone(org.tafelronde.testing.Cast.CHRIS).hears("Your route");
        cafe.plenary().heard("Welcome: The harbour");
    }

    @Test
    void a_platform_s_language_is_taken_over_until_somebody_chooses() {
        cafe.opens();
        cafe.hear(
                BRAM,
                new Incoming.Command(cafe.key(), cafe.speaker(BRAM, "Bram", "nl-BE"), cafe.plenaryPlace(), "join"));
        cafe.says(ADA, "/cafe start");
        cafe.after(java.time.Duration.ofMinutes(2));
        cafe.alone(BRAM).hears("Je route");
    }

    @Test
    void a_dutch_cafe_speaks_dutch() {
        CafeTester dutch = CafeTester.with(TestScripts.in(Language.NL, TestScripts.threeRounds()));
        dutch.begins("14:00", 16);
        dutch.everyTable().hears("Ronde 1 · Idea", "14:20");
        dutch.at("14:05").says(ADA, "/cafe verleng 5").hears("14:25");
        dutch.everyTable().hears("14:25").doesNotHear("New time");
    }
}
