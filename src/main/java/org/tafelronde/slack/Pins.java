package org.tafelronde.slack;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tafelronde.chat.UnknownOutcome;

/** Pins what was said: a nicety that no message waits for. What Slack does not take now is pinned a little later. */
final class Pins {
    private static final String METHOD = "pins.add";
    private static final int TRIES = 20;

    private final Line line;
    private final Queue<Pin> waiting = new ConcurrentLinkedQueue<>();

    private record Pin(Workspace in, String channel, String ts, int tries) {}

    Pins(Line line) {
        this.line = line;
    }

    void pin(Workspace in, String channel, String ts) {
        waiting.add(new Pin(in, channel, ts, 0));
        work();
    }

    /** What is not pinned (any more) is as it should be. */
    void unpin(Workspace in, String channel, String ts) {
        line.answer(
                in, "pins.remove", "", c -> c.pinsRemove(r -> r.channel(channel).timestamp(ts)));
    }

    /** Does what can be done now. */
    synchronized void work() {
        for (int i = waiting.size(); i > 0; i--) {
            Pin pin = waiting.poll();
            if (pin == null) {
                return;
            }
            if (!line.pace().until(pin.in().team(), METHOD, "").isZero()) {
                waiting.add(pin);
            } else if (!done(pin) && pin.tries() < TRIES) {
                waiting.add(new Pin(pin.in(), pin.channel(), pin.ts(), pin.tries() + 1));
            }
        }
    }

    private boolean done(Pin pin) {
        try {
            // Whatever it answers is its last word: already pinned, full, forbidden.
            line.answer(
                    pin.in(),
                    METHOD,
                    "",
                    c -> c.pinsAdd(r -> r.channel(pin.channel()).timestamp(pin.ts())));
            return true;
        } catch (SlackSaysNo e) {
            return true;
        } catch (SlackAsksPatience | UnknownOutcome e) {
            return false;
        }
    }
}
