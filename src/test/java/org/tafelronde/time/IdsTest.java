package org.tafelronde.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.SettableClock;

/** Ids sort by the time they were made. */
class IdsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T10:00:00Z"));
    private final Ids ids = new Ids(clock);

    @Test
    void they_sort_by_time_and_within_one_millisecond_by_their_making() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (i % 1_000 == 0) {
                clock.forward(Duration.ofMillis(1));
            }
            made.add(ids.next());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-z]{26}"));
    }

    @Test
    void a_clock_that_goes_back_does_not_turn_the_order_around() {
        String before = ids.next();
        clock.forward(Duration.ofSeconds(-5));
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void more_than_a_million_in_one_millisecond_still_sort() {
        String last = "";
        for (int i = 0; i < 1_100_000; i++) {
            String next = ids.next();
            if (next.compareTo(last) <= 0) {
                assertThat(next).isGreaterThan(last);
            }
            last = next;
        }
    }

    @Test
    void many_threads_make_no_two_alike() {
        Set<String> made = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> made.add(ids.next()));
        assertThat(made).hasSize(20_000);
    }

    @Test
    void a_short_name_can_be_read_out() {
        assertThat(ids.shortName()).matches("[0-9a-z]{5}").doesNotContain("i", "l", "o", "u");
    }
}
