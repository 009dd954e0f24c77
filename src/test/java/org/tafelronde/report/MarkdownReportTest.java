package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.testing.HarvestFixture;

class MarkdownReportTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            # Kop              ¦ \\# Kop
            - lijst            ¦ \\- lijst
            + lijst            ¦ \\+ lijst
            12. nummer         ¦ 12\\. nummer
            3) nummer          ¦ 3\\) nummer
            === streep         ¦ \\=== streep
            > citaat           ¦ \\> citaat
            a | b              ¦ a \\| b
            *vet* _schuin_     ¦ \\*vet\\* \\_schuin\\_
            [klik](http://x)   ¦ \\[klik\\](http://x)
            <b>vet</b>         ¦ \\<b\\>vet\\</b\\>
            `code` ~~weg~~     ¦ \\`code\\` \\~\\~weg\\~\\~
            a \\ b             ¦ a \\\\ b
            &lt; $x$           ¦ \\&lt; \\$x\\$
            Kosten: 4 - 5?     ¦ Kosten: 4 - 5?
            """)
    void signs_are_only_signs(String typed, String told) {
        assertThat(MarkdownText.of(typed)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\u2028", "\u2029", "\u0085", "\t", "\f", "\u000B"})
    void a_question_stays_on_its_line(String between) {
        assertThat(MarkdownText.of("Eerst" + between + "# Dan")).isEqualTo("Eerst \\# Dan");
    }

    @Test
    void no_question_can_change_the_structure() {
        String before = structure(HarvestFixture.cafe().asks("Ada", "privacy", 1, "Gewoon?"));
        String hostile = "# Kop\n\n## Kop\n- een\n- twee\n\n| a | b |\n|---|---|\n```\n<!-- \n1. x\n---\n===";

        assertThat(structure(HarvestFixture.cafe().asks("Ada", "privacy", 1, hostile)))
                .isEqualTo(before);
    }

    /** What every line begins with. */
    private static String structure(HarvestFixture cafe) {
        return Exports.of(cafe).markdown().replaceAll("(?m)^(#+ |- |\\d+\\. |\\| |\\|-)?.*$", "$1");
    }

    @Test
    void it_tells_the_same_story_as_the_page() {
        assertThat(Exports.of(HarvestFixture.fullOfQuestions()).markdown())
                .startsWith("# Slim vanaf de start\n\nVerslag van een World Café · dinsdag 12 mei 2026\n\n")
                .contains(
                        "### Privacy\n\n1. Met welke gegevens is het systeem getraind, en mochten die daarvoor gebruikt worden? — *4 stemmen, ronde 1*\n2. ",
                        "| Privacy | 5 | 2 | 3 | 10 |\n",
                        "| Totaal | 15 | 12 | 10 | 37 |\n",
                        "### Hier ging maar één vraag over\n\n- Als het misgaat (Privacy · ronde 3)\n\n### ",
                        "#### Ronde 3: Gebruiken\n\n2 vragen\n\n- Hoe merken we dat het voor een groep slechter werkt? — *gekozen, 2 stemmen*\n",
                        "- Werkt het algoritme net zo goed voor meisjes als voor jongens? En hoe weten we dat?\n",
                        "## Bijlage: vragen buiten de tafels\n")
                .doesNotContain("\n\n\n");
    }
}
