package org.tafelronde.slack;

import java.time.Duration;

/** Too many calls: not now. It leaves this room as {@code SendResult.Later}. */
final class SlackAsksPatience extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration after;

    SlackAsksPatience(String method, Duration after) {
        super("Slack asks for patience: " + method);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
