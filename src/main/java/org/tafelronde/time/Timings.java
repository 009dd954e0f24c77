package org.tafelronde.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long things took, or how late they were: count, median, 99th percentile, worst. Safe for use by many threads. */
public final class Timings {
    private final List<Duration> all = new ArrayList<>();

    public synchronized void add(Duration one) {
        all.add(one);
    }

    public synchronized int count() {
        return all.size();
    }

    /**
     * The smallest of the durations that at least this share of all of them do not exceed (nearest rank).
     *
     * @param percent from 0 to 100
     * @return zero when nothing was measured
     */
    public synchronized Duration percentile(double percent) {
        if (all.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1));
    }

    public Duration max() {
        return percentile(100);
    }

    /** {@code count 84, p50 3 ms, p99 12 ms, max 15 ms}. */
    @Override
    public String toString() {
        return "count " + count() + ", p50 " + millis(percentile(50)) + ", p99 " + millis(percentile(99)) + ", max "
                + millis(max());
    }

    private static String millis(Duration d) {
        return String.format(Locale.ROOT, "%.1f ms", d.toNanos() / 1e6);
    }
}
