package org.tafelronde.outbox;

import java.time.Instant;
import java.util.Optional;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Platform;

/**
 * An outgoing message, kept until it is said.
 *
 * <p>In {@code what}, a place's id is our own key for the place, and a message's id may be the id of the delivery that made it: the
 * Courier puts in the platform's own ids when it knows them ({@link Addresses}).
 *
 * @param id sortable: within a lane, order of ids is order of saying
 * @param session to which it belongs
 * @param lane what is said in one lane is said in order: a place's key, a person's key
 * @param about the prompt that it says; empty: none
 * @param urgency the smaller goes first, between lanes
 * @param promised when it was meant to be said, in real time
 * @param notBefore not tried earlier than this
 * @param deadline not said after this, but told
 * @param leased while it is being said: until when nobody else may try
 * @param ref where it is, once it is said
 * @param problem why it was not said, for the facilitator
 */
public record Delivery(
        String id,
        String session,
        Platform platform,
        String lane,
        Outgoing what,
        String about,
        int urgency,
        Instant promised,
        Instant notBefore,
        Optional<Instant> deadline,
        State state,
        int attempts,
        Optional<Instant> leased,
        Optional<MessageRef> ref,
        Optional<Instant> sentAt,
        String problem) {

    /** How far it is. */
    public enum State {
        /** Waiting. */
        PENDING,
        /** Being said: written down before the call, so that a crash in it is noticed. */
        SENDING,
        /** Said. */
        SENT,
        /** The line broke: to be looked up on the platform before it is said again. */
        UNKNOWN,
        /** A definite no: given up until a person acts. */
        BLOCKED,
        /** Its deadline passed; the facilitator was told. */
        DROPPED
    }

    /** Smaller goes first. */
    public static final class Urgency {
        public static final int PROMPT = 0;
        public static final int PEOPLE = 3;
        public static final int NICETY = 6;

        private Urgency() {}
    }

    /** A new one, to be said now. */
    public static Delivery of(
            String id, String session, Platform platform, String lane, Outgoing what, int urgency, Instant promised) {
        return new Delivery(
                id,
                session,
                platform,
                lane,
                what,
                "",
                urgency,
                promised,
                Instant.EPOCH,
                Optional.empty(),
                State.PENDING,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public Delivery about(String prompt) {
        return new Delivery(
                id, session, platform, lane, what, prompt, urgency, promised, notBefore, deadline, state, attempts,
                leased, ref, sentAt, problem);
    }

    public Delivery by(Instant latest) {
        return new Delivery(
                id,
                session,
                platform,
                lane,
                what,
                about,
                urgency,
                promised,
                notBefore,
                Optional.of(latest),
                state,
                attempts,
                leased,
                ref,
                sentAt,
                problem);
    }

    Delivery sending(Instant until) {
        return new Delivery(
                id,
                session,
                platform,
                lane,
                what,
                about,
                urgency,
                promised,
                notBefore,
                deadline,
                State.SENDING,
                attempts + 1,
                Optional.of(until),
                ref,
                sentAt,
                problem);
    }

    Delivery sent(MessageRef where, Instant at) {
        return ended(State.SENT, Optional.of(where), Optional.of(at), "");
    }

    Delivery unknown(Instant next, String why) {
        return waiting(State.UNKNOWN, next, why);
    }

    Delivery later(Instant next, String why) {
        return waiting(State.PENDING, next, why);
    }

    Delivery blocked(String why) {
        return ended(State.BLOCKED, Optional.empty(), Optional.empty(), why);
    }

    Delivery dropped(String why) {
        return ended(State.DROPPED, Optional.empty(), Optional.empty(), why);
    }

    private Delivery waiting(State other, Instant next, String why) {
        return new Delivery(
                id,
                session,
                platform,
                lane,
                what,
                about,
                urgency,
                promised,
                next,
                deadline,
                other,
                attempts,
                Optional.empty(),
                ref,
                sentAt,
                why);
    }

    private Delivery ended(State other, Optional<MessageRef> where, Optional<Instant> at, String why) {
        return new Delivery(
                id,
                session,
                platform,
                lane,
                what,
                about,
                urgency,
                promised,
                notBefore,
                deadline,
                other,
                attempts,
                Optional.empty(),
                where,
                at,
                why);
    }
}
