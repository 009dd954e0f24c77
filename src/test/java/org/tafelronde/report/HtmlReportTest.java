package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.Documents;
import org.tafelronde.testing.HarvestFixture;

class HtmlReportTest {
    private static final String HOSTILE =
            "</td><script>alert('x')</script> \"><img src=x onerror=alert(1)> ]]> &lt; & \u0000\u0007\uD800 <!-- --> 'q'";

    @Test
    void one_page_first() {
        Documents page = Exports.of(HarvestFixture.fullOfQuestions()).page();

        assertThat(page.texts("//h1")).containsExactly("Slim vanaf de start");
        assertThat(page.texts("//div[@class='first']//dd"))
                .containsExactly("dinsdag 12 mei 2026", "16", "38", "4", "3");
        assertThat(page.texts("//div[@class='first']//article//h3"))
                .containsExactly("Inclusie", "Werkplezier", "Privacy", "Kwaliteit");
        assertThat(page.texts("//article[h3='Privacy']//li/p[@class='words']"))
                .containsExactly(
                        "Met welke gegevens is het systeem getraind, en mochten die daarvoor gebruikt worden?",
                        "Weet iedereen wat te doen bij een datalek om vijf uur op vrijdagmiddag?",
                        "Welke gegevens van cliënten hebben we echt nodig?");
        assertThat(page.texts("//div[@class='first']/section/h2"))
                .containsExactly("De belangrijkste vragen", "Wat we van jullie vragen");
    }

    @Test
    void the_matrix_is_a_table_with_headers_for_rounds_and_themes() {
        Documents page = Exports.of(HarvestFixture.cafe()).page();

        assertThat(page.texts("//table[@class='matrix']//th[@scope='col']"))
                .containsExactly(
                        "Thema",
                        "Ronde 1: Besluitvorming (go/no-go)",
                        "Ronde 2: Ontwikkelen / inkopen",
                        "Ronde 3: Gebruiken");
        assertThat(page.texts("//table[@class='matrix']//th[@scope='row']/span[@class='theme']"))
                .containsExactly("Inclusie", "Werkplezier", "Privacy", "Kwaliteit");
        assertThat(page.texts("//table[@class='matrix']//td/p[starts-with(@class,'count')]"))
                .hasSize(12)
                .containsOnly("geen vragen");
    }

    @Test
    void shades_go_with_the_numbers_that_are_told_too() {
        HarvestFixture cafe = HarvestFixture.cafe();
        for (int i = 0; i < 8; i++) {
            cafe.asks("Ada", "privacy", 1, "Vraag " + i + "?");
        }
        cafe.asks("Ada", "privacy", 2, "Eén?");

        assertThat(Exports.of(cafe).page().texts("//table[@class='overview']//tr[th='Privacy']/td/@class"))
                .containsExactly("heat heat-4", "heat heat-1", "heat heat-0", "sum");
    }

    @Test
    void whatever_people_write_is_text() {
        Exports exports = Exports.of(HarvestFixture.cafe()
                .asks("Ada", "privacy", 1, HOSTILE)
                .votes(1, 2)
                .looksBack("Ada", 0, HOSTILE));
        Documents page = exports.page();

        assertThat(page.texts("//script | //img[not(parent::figure)] | //iframe | //comment()"))
                .isEmpty();
        assertThat(page.texts("//section[@aria-labelledby='matrix']//p[@class='words']"))
                .containsExactly(
                        "</td><script>alert('x')</script> \"><img src=x onerror=alert(1)> ]]> &lt; &  <!-- --> 'q'");
    }

    @Test
    void it_needs_nothing_from_elsewhere_and_runs_nothing() {
        Documents page = Exports.of(HarvestFixture.fullOfQuestions()).page();

        assertThat(page.texts("//@src"))
                .hasSize(1)
                .allSatisfy(src -> assertThat(src).startsWith("data:image/png;base64,"));
        assertThat(page.texts("//@srcset | //link | //script | //@*[starts-with(name(),'on')]"))
                .isEmpty();
        assertThat(page.texts("//@href")).allSatisfy(to -> assertThat(to).startsWith("#"));
        assertThat(page.texts("//style").getFirst()).doesNotContain("url(", "@import");
        assertThat(page.texts("//meta[@http-equiv]/@content"))
                .containsExactly("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    }

    @Test
    void it_speaks_the_language_of_the_cafe() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions();

        assertThat(Exports.of(cafe).page().texts("/html/@lang")).containsExactly("nl");
        Documents english = Exports.of(cafe.in(Language.EN)).page();
        assertThat(english.texts("/html/@lang")).containsExactly("en");
        assertThat(english.texts("//h2"))
                .containsExactly(
                        "The most important questions",
                        "What we ask of you",
                        "What the questions were about",
                        "Before and after the interventions",
                        "Blind spots",
                        "All questions",
                        "Looking back",
                        "Appendix: questions asked elsewhere",
                        "How this report was made");
        assertThat(english.texts("//dd").getFirst()).isEqualTo("Tuesday, May 12, 2026");
    }

    @Test
    void every_heading_has_its_place_and_every_link_an_end() {
        Documents page = Exports.of(HarvestFixture.fullOfQuestions()).page();
        List<String> ids = page.texts("//@id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.texts("//@href")).allSatisfy(to -> assertThat(ids).contains(to.substring(1)));
        assertThat(page.texts("//@aria-labelledby"))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @Test
    void a_cafe_without_interventions_debrief_or_appendix_does_not_speak_of_them() {
        HarvestFixture cafe = HarvestFixture.cafe();

        assertThat(Exports.of(cafe).page().texts("//h2"))
                .doesNotContain("Bijlage: vragen buiten de tafels")
                .contains("Terugkijken");
        assertThat(Exports.of(cafe).page().texts("//p[@class='none']"))
                .contains("Bij dit thema is geen vraag gekozen.", "Hierop gaf niemand antwoord.");
    }

    @Test
    void blind_spots_are_named_before_all_that_was_seen() {
        Documents page = Exports.of(HarvestFixture.fullOfQuestions()).page();
        String spots = "//section[@aria-labelledby='coverage']/*[self::h3 or @class='missed']";

        assertThat(page.texts("//p[@class='sum-up']"))
                .containsExactly("Van de 4 onderwerpen op de kaart: 3 geraakt, 1 dun geraakt, geen enkel vergeten.");
        assertThat(page.texts(spots))
                .startsWith(
                        "Hier ging maar één vraag over", "Als het misgaat\nPrivacy · ronde 3", "Inclusie · Ronde 1");
        assertThat(Exports.of(HarvestFixture.cafe()).page().texts(spots).getFirst())
                .isEqualTo("Hier vroeg niemand naar");
    }

    @Test
    void joined_themes_are_marked() {
        assertThat(Exports.of(HarvestFixture.cafe().joining("inclusie", "privacy"))
                        .page()
                        .texts("//p[@class='note']"))
                .contains("Er waren weinig mensen. Deze thema's deelden een tafel: Inclusie + Privacy.");
    }
}
