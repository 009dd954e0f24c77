package org.tafelronde.slack;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done beside what is said, when Slack lets us: no message waits for it, and no promise hangs on it. */
final class Chores implements AutoCloseable {
    private final Pins pins;
    private final Doubts doubts;
    private final Canvases canvases;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slack-chores").daemon().factory());

    Chores(Pins pins, Doubts doubts, Canvases canvases) {
        this.pins = pins;
        this.doubts = doubts;
        this.canvases = canvases;
    }

    /**
     * From now on it looks every second.
     *
     * @param first what is done once, before everything else
     */
    Chores start(Runnable first) {
        clockwork.execute(first);
        var unused = clockwork.scheduleWithFixedDelay(this::workAlone, 1, 1, TimeUnit.SECONDS);
        return this;
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

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
