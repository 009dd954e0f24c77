package org.tafelronde.slack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done beside what is said, when Slack lets us: no message waits for it, and no promise hangs on it. */
final class Chores implements AutoCloseable {
    private final Pins pins;
    private final Doubts doubts;
    private final Homes homes;
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("slack-chores").daemon().factory());

    Chores(Pins pins, Doubts doubts, Homes homes) {
        this.pins = pins;
        this.doubts = doubts;
        this.homes = homes;
    }

    /**
     * From now on it looks every second.
     *
     * @param first what is done once, before everything else
     */
    Chores start(Runnable first) {
        clockwork.execute(first);
        var work = clockwork.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.SECONDS);
        var look = clockwork.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        return this;
    }

    void work() {
        pins.work();
        doubts.work();
    }

    /** Apart from the work, which is done before every message: no message waits for a page. */
    void look() {
        homes.work();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
