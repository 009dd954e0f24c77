package org.tafelronde.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due, then sleeps until the next thing is due, or until it is nudged. It looks again at least every
 * {@link #LONGEST_SLEEP}, so that what another process promised is seen too.
 */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** What a ticker does. */
    public interface Work {
        /**
         * Does everything that is due by {@code now}.
         *
         * @return when something is due next; empty when nothing is known
         */
        Optional<Instant> doDue(Instant now);
    }

    private final InstantSource clock;
    private final Work work;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private boolean nudge;
    private volatile boolean closed;

    public Ticker(String name, InstantSource clock, Work work) {
        this.clock = clock;
        this.work = work;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    public Ticker start() {
        thread.start();
        return this;
    }

    /** Something new may be due. */
    public void nudge() {
        lock.lock();
        try {
            nudge = true;
            nudged.signal();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (!closed) {
            Duration sleep;
            try {
                sleep = work.doDue(clock.instant())
                        .map(next -> Duration.between(clock.instant(), next))
                        .filter(until -> until.compareTo(LONGEST_SLEEP) < 0)
                        .orElse(LONGEST_SLEEP);
            } catch (RuntimeException e) {
                // A ticker that stops would silence every café; whatever is due stays due.
                LOG.error("{} failed and tries again", thread.getName(), e);
                sleep = AFTER_FAILURE;
            }
            sleep(sleep);
        }
    }

    private void sleep(Duration most) {
        lock.lock();
        try {
            long nanos = most.toNanos();
            while (!nudge && !closed && nanos > 0) {
                nanos = nudged.awaitNanos(nanos);
            }
            nudge = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the work at hand end, and stops. */
    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
