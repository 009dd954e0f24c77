package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How fast a café's time goes (F8). */
class TempoTest {
    private static final Instant REAL = Instant.parse("2026-05-12T12:00:00Z");
    private static final Instant CAFE = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void a_real_cafe_has_the_world_s_time() {
        assertThat(Tempo.REAL.cafe(REAL)).isEqualTo(REAL);
        assertThat(Tempo.REAL.real(CAFE)).isEqualTo(CAFE);
    }

    @Test
    void a_rehearsal_goes_six_hundred_times_as_fast() {
        Tempo tempo = new Tempo(REAL, CAFE, 600);
        assertThat(tempo.cafe(REAL.plusSeconds(6))).isEqualTo(CAFE.plus(Duration.ofHours(1)));
        assertThat(tempo.real(CAFE.plus(Duration.ofHours(1)))).isEqualTo(REAL.plusSeconds(6));
        assertThat(tempo.real(tempo.cafe(REAL.plusMillis(1234)))).isEqualTo(REAL.plusMillis(1234));
    }

    @Test
    void the_cafe_s_clock_is_not_behind_when_the_world_s_comes_to_a_moment() {
        Tempo tempo = new Tempo(REAL, CAFE, 600);
        for (int s = 0; s < 10_000; s += 7) {
            Instant due = CAFE.plusSeconds(s);
            // A timer is kept in whole milliseconds.
            Instant kept = Instant.ofEpochMilli(tempo.real(due).toEpochMilli());
            assertThat(tempo.cafe(kept.plusMillis(1))).isAfterOrEqualTo(due);
        }
    }

    @Test
    void a_clock_that_stood_still_goes_on_from_there() {
        Tempo tempo = new Tempo(REAL, CAFE, 20).later(Duration.ofMinutes(3));
        assertThat(tempo.cafe(REAL.plus(Duration.ofMinutes(3)))).isEqualTo(CAFE);
    }

    @Test
    void it_neither_stands_still_nor_runs_away() {
        assertThatThrownBy(() -> new Tempo(REAL, CAFE, 0)).hasMessageContaining("not 0.0");
        assertThatThrownBy(() -> new Tempo(REAL, CAFE, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tempo(REAL, CAFE, 20_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tempo(REAL, CAFE, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
