package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Progress;

/**
 * A delivery.
 *
 * @param kind the name of what it is, as in its JSON: only posts and direct messages can be answered
 * @param waits 1 while it holds its lane, else 0
 * @param refPlace with {@code refId} where it is, on the delivery's own platform
 */
@MappedEntity("delivery")
record DeliveryRow(
        @Id String id,
        String session,
        String platform,
        String lane,
        String kind,
        String what,
        String about,
        int urgency,
        long promised,
        long notBefore,
        @Nullable Long deadline,
        String state,
        int waits,
        int attempts,
        @Nullable Long leased,
        @Nullable String refPlace,
        @Nullable String refId,
        @Nullable Long sentAt,
        String problem) {

    static DeliveryRow of(Delivery d) {
        return new DeliveryRow(
                d.id(),
                d.session(),
                d.platform().name(),
                d.lane(),
                d.what().getClass().getSimpleName(),
                Json.write(d.what(), Outgoing.class),
                d.about(),
                d.urgency(),
                Millis.of(d.promised()),
                Millis.notBefore(d.notBefore()),
                Millis.of(d.deadline()),
                d.state().name(),
                waits(d.state()) ? 1 : 0,
                d.attempts(),
                Millis.of(d.leased()),
                d.ref().map(ref -> ref.place().id()).orElse(null),
                d.ref().map(MessageRef::id).orElse(null),
                Millis.of(d.sentAt()),
                d.failure().map(Failure::line).orElse(""));
    }

    private static boolean waits(Delivery.State state) {
        return switch (state) {
            case PENDING, SENDING, UNKNOWN -> true;
            case SENT, BLOCKED, DROPPED -> false;
        };
    }

    Delivery delivery() {
        Platform on = new Platform(platform);
        return new Delivery(
                id,
                session,
                on,
                lane,
                Json.read(what, Outgoing.class),
                about,
                urgency,
                Millis.instant(promised),
                Millis.optional(deadline),
                new Progress(
                        Delivery.State.valueOf(state),
                        Millis.instant(notBefore),
                        attempts,
                        Millis.optional(leased),
                        refPlace == null || refId == null
                                ? Optional.empty()
                                : Optional.of(new MessageRef(new Place(on, refPlace), refId)),
                        Millis.optional(sentAt),
                        Failure.ofLine(problem)));
    }
}
