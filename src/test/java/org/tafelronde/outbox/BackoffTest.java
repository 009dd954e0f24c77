package org.tafelronde.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Twice as long each time, up to a minute. */
class BackoffTest {
    @Test
    void it_doubles_and_stops_at_a_minute() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Backoff.after(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(7)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Backoff.after(8)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.after(1_000_000)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.after(0)).isEqualTo(Duration.ofMillis(500));
    }
}
