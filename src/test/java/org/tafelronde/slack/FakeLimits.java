package org.tafelronde.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** So many calls of a method in any minute; so many messages in any second. */
final class FakeLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Set<String> TWENTY = Set.of(
            "conversations.create",
            "conversations.archive",
            "conversations.setTopic",
            "conversations.list",
            "conversations.canvases.create",
            "pins.add",
            "bookmarks.add");
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
    private final Map<String, Deque<Instant>> past = new HashMap<>();
    private boolean hold;

    FakeLimits(InstantSource clock) {
        this.clock = clock;
    }

    void hold() {
        hold = true;
    }

    /** How long the caller must wait; empty: it may go on. */
    Optional<Duration> tooMany(FakeSlack.Call call) {
        if (!hold) {
            return Optional.empty();
        }
        if (call.method().equals("chat.postMessage")) {
            return within("post/" + call.of("channel"), 1, SECOND).or(() -> within("post", 3, SECOND));
        }
        return within(
                call.method(),
                TWENTY.contains(call.method()) ? 20 : HUNDRED.contains(call.method()) ? 100 : 50,
                MINUTE);
    }

    private Optional<Duration> within(String what, int most, Duration time) {
        Instant now = clock.instant();
        Deque<Instant> calls = past.computeIfAbsent(what, w -> new ArrayDeque<>());
        while (!calls.isEmpty() && !calls.peekFirst().plus(time).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= most) {
            return Optional.of(Duration.between(now, calls.peekFirst().plus(time)));
        }
        calls.addLast(now);
        return Optional.empty();
    }
}
