package org.tafelronde.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.UnknownOutcome;

/**
 * Slack may take a message in after it was looked for in vain: then it is said again, and stands there twice. So where that can have happened
 * it is looked at once more, a little later, and what is too much is taken back.
 */
final class Doubts {
    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final InstantSource clock;
    private final Queue<Doubt> waiting = new ConcurrentLinkedQueue<>();

    private record Doubt(Runnable look, Instant due, int tries) {}

    Doubts(InstantSource clock) {
        this.clock = clock;
    }

    void later(Runnable look) {
        waiting.add(new Doubt(look, clock.instant().plus(LATER), 1));
    }

    /** Looks at what is due. */
    synchronized void work() {
        for (int i = waiting.size(); i > 0; i--) {
            Doubt doubt = waiting.poll();
            if (doubt == null) {
                return;
            }
            if (doubt.due().isAfter(clock.instant())) {
                waiting.add(doubt);
            } else {
                look(doubt);
            }
        }
    }

    private void look(Doubt doubt) {
        try {
            doubt.look().run();
        } catch (SlackSaysNo e) {
            LOG.debug("it cannot be looked at any more", e);
        } catch (SlackAsksPatience | UnknownOutcome e) {
            if (doubt.tries() < TRIES) {
                waiting.add(new Doubt(doubt.look(), clock.instant().plus(LATER), doubt.tries() + 1));
            }
        }
    }
}
