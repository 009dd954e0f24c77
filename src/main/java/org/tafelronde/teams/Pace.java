package org.tafelronde.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much Teams lets us do, and what it asked for itself. It never waits; it says how long to wait. Who asks decides what goes first. Safe
 * for use by many threads.
 */
final class Pace {
    private static final int MOST_REMEMBERED = 5_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final List<Limit> IN_ONE_CONVERSATION =
            List.of(new Limit(7, SECOND), new Limit(60, HALF_A_MINUTE), new Limit(1_800, HOUR));
    /** Older tenants have 30. Who asks may go on with as many as go together, before any of these is said. */
    private static final List<Limit> IN_ALL = List.of(new Limit(30 - (TeamsPlatform.AT_ONCE - 1), SECOND));

    private static final List<Limit> CHANNELS = List.of(new Limit(3, SECOND));

    private final InstantSource clock;
    private final Map<String, Deque<Call>> past = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Call>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Limit(int most, Duration time) {}

    /**
     * One call on its way. Teams counts it when it arrives there, which is some time before its answer is here: from then on it is past,
     * and until then it counts as if it were just arriving.
     */
    final class Call implements AutoCloseable {
        private Instant arrived = Instant.MAX;

        @Override
        public void close() {
            synchronized (Pace.this) {
                arrived = clock.instant();
            }
        }
    }

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** How long until something may be said there; zero: now. */
    synchronized Duration untilSaid(String conversation) {
        Duration all = until("", IN_ALL);
        Duration here = until(conversation, IN_ONE_CONVERSATION);
        return all.compareTo(here) >= 0 ? all : here;
    }

    /**
     * Something is said there.
     *
     * @return to be closed when the answer is there
     */
    synchronized Call saying(String conversation) {
        Call call = new Call();
        used("", IN_ALL, call);
        used(conversation, IN_ONE_CONVERSATION, call);
        return call;
    }

    /** The same for making and closing channels. */
    synchronized Duration untilChannel() {
        return until("channels", CHANNELS);
    }

    synchronized Call channel() {
        Call call = new Call();
        used("channels", CHANNELS, call);
        return call;
    }

    private Duration until(String what, List<Limit> limits) {
        Deque<Call> calls = past.getOrDefault(what, new ArrayDeque<>());
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Limit limit : limits) {
            Instant begin = now.minus(limit.time());
            List<Instant> within = calls.stream()
                    .map(c -> c.arrived.isBefore(now) ? c.arrived : now)
                    .filter(c -> c.isAfter(begin))
                    .sorted()
                    .toList();
            if (within.size() >= limit.most()) {
                Instant free = within.get(within.size() - limit.most()).plus(limit.time());
                Duration wait = Duration.between(now, free);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        return longest;
    }

    private void used(String what, List<Limit> limits, Call call) {
        Deque<Call> calls = past.computeIfAbsent(what, w -> new ArrayDeque<>());
        calls.addLast(call);
        if (calls.size() > limits.getLast().most()) {
            calls.removeFirst();
        }
    }
}
