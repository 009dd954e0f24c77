package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.time.Ticker;

/** What virtual people have planned to do: each thing at its time, several at once. */
final class Acts implements Ticker.Work, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final int TRIES = 20;

    private record Act(Instant due, long order, Runnable what, int tries) {}

    private final InstantSource clock;
    private final Ticker ticker;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final PriorityQueue<Act> planned =
            new PriorityQueue<>(Comparator.comparing(Act::due).thenComparing(Act::order));
    private final AtomicInteger open = new AtomicInteger();
    private long order;

    Acts(String name, InstantSource clock) {
        this.clock = clock;
        this.ticker = new Ticker("rehearsal-" + name, clock, this);
    }

    void start() {
        ticker.start();
    }

    void now(Runnable what) {
        at(clock.instant(), what);
    }

    /** Like somebody who sees an error and tries again, an act that fails is tried again. */
    void at(Instant due, Runnable what) {
        open.incrementAndGet();
        plan(due, what, 0);
    }

    private void plan(Instant due, Runnable what, int tries) {
        synchronized (planned) {
            planned.add(new Act(due, order++, what, tries));
        }
        ticker.nudge();
    }

    /** How much is planned or being done, the caller included. */
    int remaining() {
        return open.get();
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        synchronized (planned) {
            while (!planned.isEmpty() && !planned.peek().due().isAfter(now)) {
                Act act = planned.remove();
                people.execute(() -> act(act));
            }
            return Optional.ofNullable(planned.peek()).map(Act::due);
        }
    }

    private void act(Act act) {
        try {
            act.what().run();
            open.decrementAndGet();
        } catch (RuntimeException e) {
            if (act.tries() >= TRIES) {
                LOG.error("a virtual person gave up", e);
                open.decrementAndGet();
            } else {
                LOG.debug("a virtual person tries again: {}", e.toString());
                plan(clock.instant().plus(AFTER_FAILURE), act.what(), act.tries() + 1);
            }
        }
    }

    @Override
    public void close() {
        ticker.close();
        people.shutdownNow();
    }
}
