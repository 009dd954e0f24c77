package org.tafelronde.slack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done beside what is said, when Slack lets us: no message waits for it, and no promise hangs on it. */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final Pins pins;
    private final Doubts doubts;
    private final Canvases canvases;
    private final Homes homes;
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("slack-chores").daemon().factory());

    Chores(Pins pins, Doubts doubts, Canvases canvases, Homes homes) {
        this.pins = pins;
        this.doubts = doubts;
        this.canvases = canvases;
        this.homes = homes;
    }

    /**
     * From now on it looks every second.
     *
     * @param first what is done once, before everything else
     */
    Chores start(Runnable first) {
        clockwork.execute(first);
        var work = clockwork.scheduleWithFixedDelay(() -> guarded(this::workAlone), 1, 1, TimeUnit.SECONDS);
        var look = clockwork.scheduleWithFixedDelay(() -> guarded(this::look), 1, 1, TimeUnit.SECONDS);
        return this;
    }

    /** One that breaks off would be the last. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("a chore in Slack broke off; it is done again", e);
        }
    }

    /** Also done beside each message. */
    void work() {
        pins.work();
        doubts.work();
    }

    /** With what is too long for a message to stand beside it. */
    void workAlone() {
        work();
        canvases.work();
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
