package org.tafelronde.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.testing.HarvestFixture;

class GroupingTest {
    private final HarvestFixture cafe = HarvestFixture.cafe();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hoelang bewaren we de gesprekken?               | Hoelang worden gesprekken bewaard?
            Wie test de beveiliging van de leverancier?     | Wie heeft de beveiliging van de leverancier getest?
            Welke cliënten vallen buiten de boot?           | Vallen er jongeren buiten de boot?
            Wie beslist?                                    | Wie beslist?
            """)
    void the_same_in_other_words_is_a_group_and_both_wordings_stay(String one, String other) {
        cafe.asks("Ada", "privacy", 1, one).asks("Bram", "privacy", 2, other);

        assertThat(groups()).containsExactly(List.of(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Welke gegevens mogen we bewaren?                | Welke gegevens mogen we niet bewaren?
            Hoelang bewaren we de gesprekken?               | Waar bewaren we de vragenlijsten?
            Wie beslist?                                    | Wie beslist over de taal van de vragenlijst?
            Wie beantwoordt vraag 1 van de lijst?           | Wie beantwoordt vraag 2 van de lijst?
            """)
    void what_only_looks_alike_is_none(String one, String other) {
        cafe.asks("Ada", "privacy", 1, one).asks("Bram", "privacy", 1, other);

        assertThat(groups()).isEmpty();
    }

    @Test
    void what_was_asked_about_another_theme_is_another_question() {
        cafe.asks("Ada", "privacy", 1, "Hoelang bewaren we de gesprekken?")
                .asks("Bram", "kwaliteit", 1, "Hoelang bewaren we de gesprekken?");

        assertThat(groups()).isEmpty();
    }

    @Test
    void a_question_that_was_withdrawn_is_in_no_group() {
        cafe.asks("Ada", "privacy", 1, "Hoelang bewaren we de gesprekken?")
                .asks("Bram", "privacy", 1, "Hoelang bewaren we de gesprekken?")
                .withdraws(2);

        assertThat(groups()).isEmpty();
    }

    private List<List<String>> groups() {
        return cafe.harvest().alike(new LuceneLinguist()).stream()
                .map(group -> group.stream().map(Question::text).toList())
                .toList();
    }
}
