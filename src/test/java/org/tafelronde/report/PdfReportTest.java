package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.language.LuceneLinguist;
import org.tafelronde.testing.HarvestFixture;

class PdfReportTest {
    private final HarvestFixture cafe = HarvestFixture.fullOfQuestions();
    private final Papers papers = Exports.of(cafe).papers();

    @Test
    void every_question_that_stands_is_in_it() {
        String text = flat(papers.text());

        assertThat(cafe.harvest().standing()).allSatisfy(q -> assertThat(text).contains(flat(q.text())));
        assertThat(text).doesNotContain("Laat maar");
    }

    @Test
    void it_can_be_read_aloud_and_leafed_through() {
        assertThat(papers.tagged()).isTrue();
        assertThat(papers.language()).isEqualTo("nl");
        assertThat(papers.bookmarks())
                .isEqualTo(List.of(
                        "De belangrijkste vragen",
                        "Wat we van jullie vragen",
                        "Waar de vragen over gingen",
                        "Voor en na de interventies",
                        "Blinde vlekken",
                        "Alle vragen",
                        "- Inclusie",
                        "- Werkplezier",
                        "- Privacy",
                        "- Kwaliteit",
                        "Terugkijken",
                        "Bijlage: vragen buiten de tafels",
                        "Hoe dit verslag is gemaakt"));
    }

    /** A paragraph that can be read aloud is one object, and nothing else about it is. */
    @Test
    void a_question_more_is_a_paragraph_more() {
        for (int i = 0; i < 500; i++) {
            cafe.asks("Ada", "inclusie", 2, "Wie weet er antwoord " + i + "?");
        }

        assertThat(Exports.of(cafe).papers().objects() - papers.objects()).isBetween(500, 600);
    }

    /** A turn only sketches it; what is drawn later is the same to the byte, whatever was asked or forgotten meanwhile. */
    @Test
    void what_is_drawn_from_a_sketch_is_what_would_have_been_drawn_at_once() {
        Reports reports = new Reports(new LuceneLinguist());
        List<Media.Medium> atOnce = reports.of(cafe.harvest(), LocalDate.EPOCH);
        List<Media.Medium> sketched = reports.sketched(cafe.harvest(), LocalDate.EPOCH);
        cafe.asksSomewhere("Ada", "Wie komt er te laat?");

        assertThat(sketched)
                .extracting(Media.Medium::name)
                .containsExactly(atOnce.stream().map(Media.Medium::name).toArray(String[]::new));
        List<Media.Medium> drawn = sketched.stream()
                .map(m -> reports.isSketch(m) ? reports.drawn(m) : m)
                .toList();
        for (int i = 0; i < atOnce.size(); i++) {
            assertThat(drawn.get(i).type()).isEqualTo(atOnce.get(i).type());
            assertThat(drawn.get(i).bytes())
                    .as(drawn.get(i).name())
                    .isEqualTo(atOnce.get(i).bytes());
        }
        assertThat(sketched)
                .filteredOn(reports::isSketch)
                .extracting(Media.Medium::name)
                .containsExactly("digest.pdf");
    }

    @Test
    void its_fonts_are_in_it() {
        assertThat(papers.strangers()).isEmpty();
    }

    @Test
    void it_says_what_it_is_and_knows_no_day_but_that_of_the_cafe() {
        assertThat(papers.information().getTitle()).isEqualTo("Slim vanaf de start · Verslag van een World Café");
        assertThat(papers.information().getAuthor()).isNull();
        assertThat(papers.information().getCreationDate().toInstant().atOffset(ZoneOffset.UTC))
                .hasToString("2026-05-12T00:00Z");
        assertThat(papers.metadata()).doesNotContainPattern("20[0-9]{2}-(?!05-12)[0-9]{2}-[0-9]{2}");
    }

    @Test
    void the_first_page_holds_what_management_should_know() {
        Digest digest = Digest.of(cafe.harvest());

        papers.draw(Path.of("target"));
        assertThat(papers.pages()).isBetween(4, 9);
        assertThat(flat(papers.text(1)))
                .contains(flat(digest.purpose()), flat(digest.asks()), "16", "38")
                .doesNotContain("Waar de vragen over gingen");
    }

    /** Lines end where the paper does. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
