package org.tafelronde.time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for something that comes by itself, looking every few milliseconds.
 *
 * @param most for how long
 */
public record Patience(Duration most) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    /**
     * @return empty when it did not come in time
     */
    public <T> Optional<T> until(Supplier<Optional<T>> there) {
        Stopwatch watch = Stopwatch.start();
        Optional<T> found = there.get();
        while (found.isEmpty() && watch.elapsed().compareTo(most) < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY.toMillis()));
            found = there.get();
        }
        return found;
    }
}
