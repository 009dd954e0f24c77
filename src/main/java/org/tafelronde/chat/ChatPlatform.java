package org.tafelronde.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A chat system, seen from inside. Only the Courier sends. */
public interface ChatPlatform {
    Platform platform();

    /**
     * Does it, or says why not.
     *
     * @param deliveryId travels with the message, so that {@link #lookUp} can find it; sending the same id twice has no second effect
     *     where the platform can prevent it
     * @throws UnknownOutcome when it may or may not have happened
     */
    SendResult send(String deliveryId, Outgoing what);

    /**
     * Whether an earlier {@link #send} arrived after all.
     *
     * @return where it is, or empty when the platform is sure that it is not there
     * @throws UnknownOutcome when the platform cannot say
     */
    Optional<SendResult.Sent> lookUp(String deliveryId, Outgoing what);

    /**
     * How long this platform wants to be spared before it is asked to do this; zero: it may be asked now. What may wait is passed over
     * meanwhile by what need not.
     */
    default Duration patience(Outgoing what) {
        return Duration.ZERO;
    }

    /** How many things are taken in hand at once. The fewer, the sooner something urgent gets its turn; the more, the fewer transactions. */
    default int atOnce() {
        return 50;
    }

    /** Whether what is taken in hand at once is also said at once, each by a thread of its own; otherwise one after the other. */
    default boolean together() {
        return false;
    }

    /** Who is in a place, bots and deactivated accounts marked. */
    List<Member> members(Place place);
}
