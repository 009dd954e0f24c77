package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.SettableClock;

class PaceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T10:00:00Z"));
    private final Pace pace = new Pace(clock);

    @Test
    void seven_posts_in_a_second_are_enough_for_one_thread() {
        for (int i = 0; i < 7; i++) {
            assertThat(pace.untilSaid("the thread")).isZero();
            pace.saying("the thread").close();
        }
        assertThat(pace.untilSaid("the thread")).isEqualTo(SECOND);
        assertThat(pace.untilSaid("another thread")).isZero();
        clock.forward(SECOND);
        assertThat(pace.untilSaid("the thread")).isZero();
    }

    @Test
    void a_call_counts_from_when_teams_may_have_had_it_and_not_from_when_we_sent_it() {
        List<Pace.Call> onTheirWay = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            onTheirWay.add(pace.saying("the thread"));
        }
        clock.forward(SECOND.multipliedBy(3));
        assertThat(pace.untilSaid("the thread")).isEqualTo(SECOND);
        onTheirWay.forEach(Pace.Call::close);
        clock.forward(Duration.ofMillis(400));
        assertThat(pace.untilSaid("the thread")).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void three_channels_a_second_are_made() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.untilChannel()).isZero();
            pace.channel().close();
        }
        assertThat(pace.untilChannel()).isEqualTo(SECOND);
    }
}
