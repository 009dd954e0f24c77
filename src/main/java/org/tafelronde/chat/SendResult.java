package org.tafelronde.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * How sending ended. There is a fourth ending, which no platform can tell: nobody knows (a broken line, a time-out). Then
 * {@link ChatPlatform#send} throws {@link UnknownOutcome}.
 */
public sealed interface SendResult {
    /**
     * It is there.
     *
     * @param ref of the message; for {@link Outgoing.OpenPlace} its place is the new one and its id is empty; for what makes no message,
     *     the place or message concerned
     * @param but what of it did not work; empty: all did
     */
    record Sent(MessageRef ref, Optional<Failure> but) implements SendResult {
        /** All of it. */
        public Sent(MessageRef ref) {
            this(ref, Optional.empty());
        }
    }

    /** Not now: the platform asks for patience. */
    record Later(Duration after, Failure why) implements SendResult {}

    /** No, and asking again will not help until a person acts. */
    record Never(Failure why) implements SendResult {}
}
