package org.tafelronde.teams;

import java.time.Duration;

/** Not now, and nothing happened. It leaves this room as {@code SendResult.Later}. */
final class TeamsAsksPatience extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration after;

    TeamsAsksPatience(String what, Duration after) {
        super("Teams asks for patience: " + what);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
