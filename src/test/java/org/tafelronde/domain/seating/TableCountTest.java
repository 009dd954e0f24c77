package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCountTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1",
        "5, 1",
        "6, 2",
        "8, 2",
        "9, 3",
        "11, 3",
        "12, 4",
        "16, 4",
        "20, 4",
        "24, 4",
        "26, 6",
        "32, 8",
        "100, 20",
        "200, 40",
        "1000, 200"
    })
    void so_many_people_make_so_many_tables_for_four_themes(int people, int tables) {
        assertThat(ids(people, 4)).hasSize(tables);
    }

    @Test
    void a_theme_has_a_table_of_its_own_when_there_are_people_for_it() {
        assertThat(ids(16, 4)).containsExactly("privacy-1", "quality-1", "inclusion-1", "joy-1");
    }

    @Test
    void with_many_people_themes_take_turns() {
        assertThat(ids(40, 4)).startsWith("privacy-1", "quality-1", "inclusion-1", "joy-1", "privacy-2");
    }

    @Test
    void with_few_people_themes_are_joined() {
        assertThat(ids(10, 4)).containsExactly("privacy-1", "quality-1", "inclusion+joy-1");
        assertThat(ids(7, 4)).containsExactly("privacy+quality-1", "inclusion+joy-1");
        assertThat(ids(4, 4)).containsExactly("privacy+quality+inclusion+joy-1");
        assertThat(TableCount.recommended(4, Crowd.themes(4))
                        .tables()
                        .getFirst()
                        .themes())
                .isEqualTo(Crowd.themes(4));
    }

    @Test
    void two_themes_always_have_as_many_tables_each() {
        for (int people = 6; people <= 200; people++) {
            assertThat(ids(people, 2).size() % 2).as("%s people", people).isZero();
        }
    }

    @Test
    void tables_have_four_to_six_people_or_nearly() {
        for (int themes = 1; themes <= 6; themes++) {
            for (int people = 4 * themes; people <= 300; people++) {
                int tables = ids(people, themes).size();
                assertThat((double) people / tables)
                        .as("%s people, %s themes, %s tables", people, themes, tables)
                        .isBetween(3.0, 7.0);
            }
        }
    }

    @Test
    void the_facilitator_sees_that_more_tables_are_fewer_repeats() {
        SeatingProblem problem = Crowd.cafe(26, 4, 3);
        Map<Integer, Integer> repeats = new java.util.TreeMap<>();
        TableCount.offers(problem, Crowd.themes(4), 100_000)
                .forEach(o ->
                        repeats.put(o.count().tables().size(), o.plan().costs().repeats()));
        assertThat(repeats).isEqualTo(Map.of(5, 16, 6, 0));
    }

    private static List<String> ids(int people, int themes) {
        return TableCount.recommended(people, Crowd.themes(themes)).tables().stream()
                .map(TableSpec::id)
                .toList();
    }
}
