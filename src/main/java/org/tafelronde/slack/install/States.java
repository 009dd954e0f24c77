package org.tafelronde.slack.install;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tafelronde.secret.Seal;
import org.tafelronde.secret.Tokens;

/**
 * What goes to Slack with a browser and comes back with it: signed, good for a while, and for the browser alone that has the cookie. So
 * nobody can make another's browser end an installation that it did not begin.
 */
@Singleton
final class States {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String PURPOSE = "slack installation";

    private final Seal seal;
    private final InstantSource clock;

    States(Seal seal, InstantSource clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** A new browser's own word. */
    String cookie() {
        return Tokens.next();
    }

    String state(String cookie) {
        String end = String.valueOf(clock.instant().plus(LIFE).getEpochSecond());
        return end + "." + seal.sign(PURPOSE, end + " " + cookie);
    }

    boolean isGood(String state, String cookie) {
        int dot = state.indexOf('.');
        if (cookie.isEmpty() || dot < 1 || !state.substring(0, dot).matches("\\d{1,12}")) {
            return false;
        }
        String end = state.substring(0, dot);
        return seal.isSigned(PURPOSE, end + " " + cookie, state.substring(dot + 1))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
    }
}
