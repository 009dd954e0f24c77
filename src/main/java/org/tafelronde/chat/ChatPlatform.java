package org.tafelronde.chat;

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

    /** Who is in a place, bots and deactivated accounts marked. */
    List<Member> members(Place place);
}
