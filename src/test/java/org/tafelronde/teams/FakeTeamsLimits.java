package org.tafelronde.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Teams bears: so much in one conversation, and so much of one app in one tenant. */
final class FakeTeamsLimits {
    private static final List<Limit> IN_ONE = List.of(
            new Limit(7, Duration.ofSeconds(1)),
            new Limit(60, Duration.ofSeconds(30)),
            new Limit(1_800, Duration.ofHours(1)));
    /** Of an older tenant; the newer have 50. */
    private static final Limit IN_ALL = new Limit(30, Duration.ofSeconds(1));

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> past = new HashMap<>();
    private int refused;

    private record Limit(int most, Duration time) {}

    FakeTeamsLimits(InstantSource clock) {
        this.clock = clock;
    }

    int refused() {
        return refused;
    }

    boolean isTooMuch(String conversation) {
        Instant now = clock.instant();
        Deque<Instant> all = past.computeIfAbsent("", c -> new ArrayDeque<>());
        // Nothing is in the conversation of a chat that is only being made.
        Deque<Instant> here = past.computeIfAbsent(conversation + " ", c -> new ArrayDeque<>());
        boolean tooMuch = isFull(all, IN_ALL, now)
                || (!conversation.isEmpty() && IN_ONE.stream().anyMatch(l -> isFull(here, l, now)));
        if (tooMuch) {
            refused++;
            return true;
        }
        all.addLast(now);
        here.addLast(now);
        return false;
    }

    private static boolean isFull(Deque<Instant> calls, Limit limit, Instant now) {
        Instant begin = now.minus(limit.time());
        return calls.stream().filter(c -> c.isAfter(begin)).count() >= limit.most();
    }
}
