package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.HarvestFixture;

class CsvReportTest {
    private final HarvestFixture cafe = HarvestFixture.cafe();

    @Test
    void a_double_click_opens_it_in_the_spreadsheet_of_each_language() {
        String heads = "\uFEFFtheme,round,label,question,votes,picked,prompt,topic,group,overruled\r\n";
        assertThat(Exports.of(cafe.in(Language.EN)).csv()).isEqualTo(heads);
        assertThat(Exports.of(cafe.in(Language.NL)).csv()).isEqualTo(heads.replace(',', ';'));
    }

    @Test
    void a_record_for_each_question() {
        cafe.answers("Ada", "privacy", 2, "Wie zei \"nee\",\nen waarom?").votes(1, 2);
        cafe.asksSomewhere("Bram", "En buiten de tafels?");

        assertThat(Exports.of(cafe).records())
                .extracting(r -> r.getFieldsAsMap())
                .extracting(CsvReportTest::asked)
                .containsExactly(
                        Map.of(
                                "theme", "Privacy",
                                "round", "2",
                                "label", "Ontwikkelen / inkopen",
                                "question", "Wie zei \"nee\",\nen waarom?",
                                "votes", "2",
                                "picked", "yes",
                                "prompt", "zorgen"),
                        Map.of(
                                "theme", "",
                                "round", "",
                                "label", "",
                                "question", "En buiten de tafels?",
                                "votes", "0",
                                "picked", "no",
                                "prompt", ""));
    }

    private static Map<String, String> asked(Map<String, String> fields) {
        Map<String, String> asked = new java.util.HashMap<>(fields);
        asked.keySet().removeAll(java.util.Set.of("topic", "group", "overruled"));
        return asked;
    }

    @Test
    void what_a_question_is_about_stands_behind_it_and_that_the_facilitator_said_so() {
        cafe.asks("Ada", "privacy", 2, "Hoe lang bewaren we dit?").asks("Bram", "privacy", 2, "Wie betaalt de lunch?");
        cafe.rules(new Overruling.Ruling.About("q2", Optional.empty(), Optional.of("waar-en-hoelang")));
        cafe.rules(new Overruling.Ruling.Together(java.util.List.of("q1", "q2"), java.util.List.of()));

        assertThat(Exports.of(cafe).records())
                .extracting(r -> r.getField("topic") + "|" + r.getField("group") + "|" + r.getField("overruled"))
                .containsExactly("Waar en hoelang bewaard?|g1|group", "Waar en hoelang bewaard?|g1|topic group");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1+1",
                "-2+3",
                "@(A1)",
                "\t=1",
                " =1+1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＠x"
            })
    void no_question_is_taken_for_a_formula(String typed) {
        cafe.asks("Ada", "privacy", 1, typed);

        String question = Exports.of(cafe).records().getFirst().getField("question");

        assertThat(question).startsWith("'");
    }

    @Test
    void an_ordinary_question_stays_word_for_word() {
        cafe.asks("Ada", "privacy", 1, "Is 1+1=2, of -1?");

        assertThat(Exports.of(cafe).records().getFirst().getField("question")).isEqualTo("Is 1+1=2, of -1?");
    }
}
