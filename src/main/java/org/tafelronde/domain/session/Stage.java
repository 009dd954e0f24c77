package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;

/** Where a session stands. */
public sealed interface Stage {
    /** People come in and check in. */
    record Gathering() implements Stage {}

    /**
     * A step of the plan is under way.
     *
     * @param step index in the plan, from 0
     * @param startedAt the step's beginning, moved by what pauses took
     * @param done every moment of the step up to here has happened; negative when none has
     */
    record Running(int step, Instant startedAt, Duration done) implements Stage {
        public static final Duration NOTHING = Duration.ofMillis(-1);

        static Running from(int step, Instant startedAt) {
            return new Running(step, startedAt, NOTHING);
        }

        Running done(Duration until) {
            return new Running(step, startedAt, until);
        }
    }

    /**
     * The clock stands still.
     *
     * @param elapsed how much of the step is over
     */
    record Paused(int step, Duration elapsed, Duration done) implements Stage {}

    /** Over. The digest can still be published. */
    record Closed(Instant at) implements Stage {}
}
