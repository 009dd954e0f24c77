package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * Virtual people who are waited for: a rehearsal's clock stands still while one of them is behind, so that on a slow machine, too, the same
 * seed gives the same café. Nobody waits for real people: a café's time is the world's.
 */
public interface Stragglers {
    Stragglers NOBODY = new Stragglers() {
        @Override
        public boolean behind(String session, Instant due) {
            return false;
        }

        @Override
        public void goOn(String session, Duration stoodStill) {
            // Nothing of theirs stood still.
        }
    };

    /**
     * Whether somebody has not yet done, or read, what was to be done by then. It is asked again until it is so; meanwhile nobody begins
     * anything that is planned for later.
     *
     * @param due in real time: when something happens in this session because it is time
     */
    boolean behind(String session, Instant due);

    /**
     * The session's clock goes on.
     *
     * @param stoodStill for so long, in real time
     */
    void goOn(String session, Duration stoodStill);
}
