package org.tafelronde.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test holds: it stands still until it is told to go on. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant other) {
        now = other;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }
}
