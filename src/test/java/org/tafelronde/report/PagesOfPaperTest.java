package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.HarvestFixture;

/** Where a page of the PDF ends: wherever that is, nobody should turn it to see what a heading stands above. */
class PagesOfPaperTest {
    private final HarvestFixture cafe = HarvestFixture.fullOfQuestions();
    private final Words words = Words.in(Language.NL);

    /** Each number of questions moves what comes after them along. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 7, 10, 15, 20, 120})
    void no_heading_is_left_alone_at_the_foot_of_a_page(int more) {
        for (int i = 0; i < more; i++) {
            cafe.asks("Ada", "inclusie", 2, "Wie weet er antwoord " + i + "?");
        }
        Papers papers = Exports.of(cafe).papers();

        List<String> headings = headings(Digest.of(cafe.harvest()));
        for (int page = 1; page <= papers.pages(); page++) {
            assertThat(lastLine(papers.text(page))).as("page %d", page).isNotIn(headings);
        }
    }

    private static String lastLine(String page) {
        return page.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("\\d+ / \\d+"))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private List<String> headings(Digest digest) {
        List<String> headings = new ArrayList<>();
        words.sections(digest).forEach(section -> headings.add(words.say(section + ".heading")));
        Stream.of("matrix.caption", "appendix.note", "interventions.note", "coverage.other", "coverage.once")
                .map(words::say)
                .forEach(headings::add);
        digest.themes().forEach(theme -> {
            headings.add(theme.label());
            headings.add(theme.guiding());
        });
        digest.coverage().forEach(c -> headings.add(c.theme().label() + " · " + words.say("round.head", c.round())));
        for (int round = 1; round <= digest.rounds().size(); round++) {
            headings.add(words.say("round.head", round) + ": " + digest.rounds().get(round - 1));
        }
        digest.matrix().forEach(cell -> headings.add(words.say("count", cell.count())));
        digest.debrief().forEach(look -> headings.add(look.prompt()));
        return headings;
    }
}
