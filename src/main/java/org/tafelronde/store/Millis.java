package org.tafelronde.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as they are stored. */
final class Millis {
    private static final int NANOS = 1_000_000;

    private Millis() {}

    static long of(Instant at) {
        return at.toEpochMilli();
    }

    /** For what must not happen before its time: a fast clock's instants lie between milliseconds. */
    static long notBefore(Instant at) {
        return at.getNano() % NANOS == 0 ? at.toEpochMilli() : at.toEpochMilli() + 1;
    }

    static @Nullable Long of(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    static Optional<Instant> optional(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
