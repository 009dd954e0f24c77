package org.tafelronde.outbox;

import java.time.Instant;
import java.util.Optional;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.outbox.Delivery.State;

/**
 * How far a delivery is.
 *
 * @param notBefore not tried earlier than this
 * @param attempts how often somebody took it in hand
 * @param leased while it is being said: until when nobody else may try
 * @param ref where it is, once it is said
 * @param sentAt when it was said; of what was perhaps said, since when that is not known
 * @param failure why it was not said, or what of it did not work
 */
public record Progress(
        State state,
        Instant notBefore,
        int attempts,
        Optional<Instant> leased,
        Optional<MessageRef> ref,
        Optional<Instant> sentAt,
        Optional<Failure> failure) {

    static final Progress NONE = new Progress(
            State.PENDING, Instant.EPOCH, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Progress sending(Instant until) {
        return new Progress(State.SENDING, notBefore, attempts + 1, Optional.of(until), ref, sentAt, failure);
    }

    Progress sent(MessageRef where, Instant when, Optional<Failure> but) {
        return new Progress(
                State.SENT, notBefore, attempts, Optional.empty(), Optional.of(where), Optional.of(when), but);
    }

    /** Nobody has it in hand; it is tried again. */
    Progress later(Instant next, Failure why) {
        return new Progress(State.PENDING, next, attempts, Optional.empty(), ref, sentAt, Optional.of(why));
    }

    Progress unknown(Instant since, Instant next, Failure why) {
        return new Progress(State.UNKNOWN, next, attempts, Optional.empty(), ref, Optional.of(since), Optional.of(why));
    }

    Progress givenUp(State other, Optional<Instant> perhaps, Failure why) {
        return new Progress(other, notBefore, attempts, Optional.empty(), Optional.empty(), perhaps, Optional.of(why));
    }
}
