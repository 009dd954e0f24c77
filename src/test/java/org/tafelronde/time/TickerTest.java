package org.tafelronde.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tafelronde.testing.SettableClock;

/** The ticker does what is due, sleeps, and wakes on a nudge. Nobody here sleeps: the tests wait for the ticker's own looks. */
@Timeout(20)
class TickerTest {
    private static final Instant NOON = Instant.parse("2026-05-12T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final BlockingQueue<Instant> looks = new LinkedBlockingQueue<>();

    private Instant look() throws InterruptedException {
        Instant at = looks.poll(10, TimeUnit.SECONDS);
        assertThat(at).as("the ticker looks").isNotNull();
        return at;
    }

    @Test
    void it_looks_at_once_and_on_every_nudge() throws InterruptedException {
        try (Ticker ticker = new Ticker("test", clock, now -> {
                    looks.add(now);
                    return Optional.empty();
                })
                .start()) {
            assertThat(look()).isEqualTo(NOON);
            clock.forward(Duration.ofSeconds(5));
            ticker.nudge();
            Instant at = look();
            while (!at.equals(NOON.plusSeconds(5))) {
                at = look();
            }
        }
    }

    @Test
    void what_is_due_at_once_is_looked_at_at_once() throws InterruptedException {
        long began = System.nanoTime();
        try (Ticker ticker = new Ticker("test", clock, now -> {
                    looks.add(now);
                    return Optional.of(now);
                })
                .start()) {
            for (int i = 0; i < 100; i++) {
                look();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            ticker.nudge();
        }
    }

    @Test
    void a_failure_does_not_stop_it() throws InterruptedException {
        try (Ticker ticker = new Ticker("failing on purpose", clock, now -> {
                    looks.add(now);
                    throw new IllegalStateException("on purpose");
                })
                .start()) {
            look();
            ticker.nudge();
            look();
        }
    }

    @Test
    void closed_it_looks_no_more() throws InterruptedException {
        Ticker ticker = new Ticker("test", clock, now -> {
                    looks.add(now);
                    return Optional.empty();
                })
                .start();
        look();
        ticker.close();
        looks.clear();
        ticker.nudge();
        assertThat(looks).isEmpty();
    }
}
