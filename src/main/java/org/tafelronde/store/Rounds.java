package org.tafelronde.store;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Rounds as they are stored. */
final class Rounds {
    private Rounds() {}

    static @Nullable Integer nullable(OptionalInt round) {
        return round.isPresent() ? round.getAsInt() : null;
    }

    static OptionalInt optional(@Nullable Integer round) {
        return round == null ? OptionalInt.empty() : OptionalInt.of(round);
    }
}
