package org.tafelronde.flow;

import java.util.List;
import java.util.OptionalInt;

/**
 * A part of a long list: what fits into one message.
 *
 * @param next the number of the page after it; empty: it is the last
 */
record Page<T>(List<T> items, OptionalInt next) {
    Page {
        items = List.copyOf(items);
    }

    /**
     * @param wanted from 1; none, or one that there is not: the first, or the last
     */
    static <T> Page<T> of(List<T> all, OptionalInt wanted, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int number = Math.clamp(wanted.orElse(1), 1, pages);
        List<T> items = all.subList((number - 1) * size, Math.min(all.size(), number * size));
        return new Page<>(items, number < pages ? OptionalInt.of(number + 1) : OptionalInt.empty());
    }
}
