package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Keepsakes;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.flow.Retention;
import org.tafelronde.flow.Tidying;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestScripts;

/** What the platforms noted of people and places is let go when there is no café with them any more (F68). */
class ForgettingTest {
    private static final Instant BEGIN = Instant.parse("2026-05-12T12:00:00Z");
    private static final Person NOBODY = new Person(BRAM.person().platform(), "nobody");
    private static final Place TABLE = new Place(BRAM.person().platform(), "a-table-of-a-cafe");
    private static final Place NOWHERE = new Place(BRAM.person().platform(), "nowhere");

    private final List<List<Boolean>> tidied = new ArrayList<>();
    private final Keepsakes notes = (isInACafe, isOfACafe) -> tidied.add(List.of(
            isInACafe.test(ADA.person()),
            isInACafe.test(BRAM.person()),
            isInACafe.test(NOBODY),
            isOfACafe.test(TABLE),
            isOfACafe.test(NOWHERE)));

    @Test
    void once_a_day_and_not_at_once_those_in_a_cafe_are_told_from_the_others() {
        CafeTester cafe = CafeTester.with(TestScripts.whole());
        cafe.opens().checksIn(BRAM);
        cafe.stores().addresses().opened("a-cafe/a-table", TABLE);
        Tidying tidying = new Tidying(
                cafe.stores(), new Retention(cafe.stores(), java.time.Duration.ofDays(30)), List.of(notes), BEGIN);

        Instant first = BEGIN.plus(Duration.ofHours(1));
        assertThat(tidying.doDue(BEGIN)).contains(first);
        assertThat(tidied).isEmpty();

        Instant second = first.plus(Duration.ofDays(1));
        assertThat(tidying.doDue(first)).contains(second);
        assertThat(tidied).containsExactly(List.of(true, true, false, true, false));
        assertThat(tidying.doDue(second.minusSeconds(1))).contains(second);
        assertThat(tidied).hasSize(1);
        tidying.doDue(second);
        assertThat(tidied).hasSize(2);
    }
}
