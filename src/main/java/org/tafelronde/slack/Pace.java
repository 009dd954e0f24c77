package org.tafelronde.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * How much Slack lets us do: so many calls of a method in a minute, so many messages in a second, and what it asked for itself. It never
 * waits; it says how long to wait. Who asks decides what goes first. Safe for use by many threads.
 */
final class Pace {
    static final String POST = "chat.postMessage";
    static final int CHANNELS_A_MINUTE = 20;

    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int POSTS_PER_SECOND = 3;

    private static final Set<String> TWENTY = Set.of(
            "conversations.create",
            "conversations.archive",
            "conversations.setTopic",
            "conversations.list",
            "conversations.canvases.create",
            "users.list",
            "pins.add",
            "pins.remove");
    private static final Set<String> HUNDRED = Set.of(
            "chat.postEphemeral",
            "views.open",
            "views.update",
            "views.publish",
            "users.info",
            "conversations.members",
            "files.getUploadURLExternal",
            "files.completeUploadExternal",
            "auth.test");

    private final InstantSource clock;
    private final Remembered<String, Deque<Instant>> past = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<String, Instant> closedUntil = new Remembered<>(MOST_REMEMBERED);

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** So many within so long. */
    private record Limit(String of, int most, Duration time) {}

    private static Limit limit(String team, String method) {
        if (method.equals(POST)) {
            return new Limit(team + "/" + method, POSTS_PER_SECOND, SECOND);
        }
        int most = TWENTY.contains(method) ? CHANNELS_A_MINUTE : HUNDRED.contains(method) ? 100 : 50;
        return new Limit(team + "/" + method, most, MINUTE);
    }

    private static Limit inChannel(String team, String channel) {
        return new Limit(team + "/" + POST + "/" + channel, 1, SECOND);
    }

    /**
     * How long until this may be called; zero: now.
     *
     * @param channel where a message goes; of no matter for other methods
     */
    synchronized Duration until(String team, String method, String channel) {
        Instant now = clock.instant();
        Limit limit = limit(team, method);
        Duration wait = longer(until(limit, now), asked(limit.of(), now));
        return method.equals(POST) ? longer(wait, until(inChannel(team, channel), now)) : wait;
    }

    /** How long Slack itself has asked us to leave this method alone. */
    synchronized Duration asked(String team, String method) {
        return asked(limit(team, method).of(), clock.instant());
    }

    private Duration asked(String of, Instant now) {
        Instant open = closedUntil.get(of).orElse(now);
        return open.isAfter(now) ? Duration.between(now, open) : Duration.ZERO;
    }

    private Duration until(Limit limit, Instant now) {
        Deque<Instant> calls = past.get(limit.of()).orElseGet(ArrayDeque::new);
        while (!calls.isEmpty() && !calls.getFirst().plus(limit.time()).isAfter(now)) {
            calls.removeFirst();
        }
        return calls.size() < limit.most()
                ? Duration.ZERO
                : Duration.between(now, calls.getFirst().plus(limit.time()));
    }

    synchronized void used(String team, String method, String channel) {
        Instant now = clock.instant();
        used(limit(team, method), now);
        if (method.equals(POST)) {
            used(inChannel(team, channel), now);
        }
    }

    private void used(Limit limit, Instant now) {
        Deque<Instant> calls = past.get(limit.of(), ArrayDeque::new);
        calls.addLast(now);
        if (calls.size() > limit.most()) {
            calls.removeFirst();
        }
    }

    /** Slack said 429. */
    synchronized void asks(String team, String method, Duration patience) {
        closedUntil.put(limit(team, method).of(), clock.instant().plus(patience));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
