package org.tafelronde.time;

import java.time.Duration;

/** Measures how long something takes. */
public final class Stopwatch {
    private final long startedAt = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch start() {
        return new Stopwatch();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
