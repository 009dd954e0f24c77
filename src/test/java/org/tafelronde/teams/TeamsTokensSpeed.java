package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.time.Stopwatch;
import org.tafelronde.time.Timings;

/** How long it takes to know that it is Teams who speaks, once its keys are known: {@code mvn -Dtest=TeamsTokensSpeed test}. */
class TeamsTokensSpeed {
    private static final int COLD = 2_000;
    private static final int WARM = 10_000;
    private static final int TOKENS = 100;
    private static final Duration ALLOWED = Duration.ofMillis(1);

    @Test
    void a_token_is_looked_at_in_under_a_millisecond() {
        try (FakeTeams teams = new FakeTeams();
                Line line = new Line(teams.settings(), Duration.ofSeconds(2), Clock.systemUTC())) {
            Gate gate =
                    new Gate(new Keys(line, teams.settings(), Clock.systemUTC()), teams.settings(), Clock.systemUTC());
            Activities activities = new Activities(teams);
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < TOKENS; i++) {
                tokens.add(activities.token());
            }
            Took cold = looks(gate, tokens, COLD);
            Took warm = looks(gate, tokens, WARM);
            System.out.printf("Tokens looked at, keys asked for once%n  at first: %s%n  warm:     %s%n", cold, warm);
            assertThat(warm.byTheClock().percentile(50)).isLessThan(ALLOWED);
            assertThat(warm.atWork().percentile(99)).isLessThan(ALLOWED);
            assertThat(teams.calls("GET /keys")).hasSize(1);
        }
    }

    /**
     * @param atWork without the time in which the processor did something else
     */
    private record Took(Timings byTheClock, Timings atWork) {
        @Override
        public String toString() {
            return byTheClock + "; of the processor: " + atWork;
        }
    }

    private static Took looks(Gate gate, List<String> tokens, int times) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Took took = new Took(new Timings(), new Timings());
        for (int i = 0; i < times; i++) {
            Stopwatch watch = Stopwatch.start();
            long work = threads.getCurrentThreadCpuTime();
            boolean known = gate.caller(tokens.get(i % tokens.size()), false) instanceof Gate.Caller;
            took.atWork().add(Duration.ofNanos(threads.getCurrentThreadCpuTime() - work));
            took.byTheClock().add(watch.elapsed());
            assertThat(known).isTrue();
        }
        return took;
    }
}
