package org.tafelronde.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Receipts;

/** What follows when a message is out, or will not be. */
public final class Aftermath implements Receipts {
    private final Stores stores;
    private final FrontDoor door;
    private final Runnable afterwards;

    public Aftermath(Stores stores, FrontDoor door, Runnable afterwards) {
        this.stores = stores;
        this.door = door;
        this.afterwards = afterwards;
    }

    @Override
    public void sent(Delivery delivery) {
        switch (delivery.what()) {
            // Somebody may have answered before we knew what their platform calls the message.
            case Outgoing.Post post -> delivery.ref().ifPresent(door::known);
            case Outgoing.Remove remove -> forgetWhenEmpty(delivery.session());
            default -> {}
        }
    }

    /** A session is deleted when its last place is gone. */
    private void forgetWhenEmpty(String session) {
        boolean more = stores.deliveries().ofSession(session).stream()
                .filter(d -> d.what() instanceof Outgoing.Remove)
                .anyMatch(d -> d.state() != Delivery.State.SENT);
        if (!more) {
            stores.transactions().inOne(() -> {
                stores.sessions().delete(session);
                return session;
            });
        }
    }

    @Override
    public void failed(List<Delivery> deliveries) {
        deliveries.stream().collect(Collectors.groupingBy(Delivery::session)).forEach((session, unsaid) -> {
            stores.transactions().inOne(() -> {
                stores.sessions()
                        .find(session)
                        .map(s -> new Turn(stores, s, stores.clock().instant()))
                        .ifPresent(turn -> tell(turn, unsaid));
                return session;
            });
        });
        afterwards.run();
    }

    private static void tell(Turn turn, List<Delivery> failed) {
        FollowUps followUps = new FollowUps(turn);
        failed.stream().filter(FollowUps::isOne).forEach(followUps::instead);
        new Unsaid(turn).tell(failed.stream().filter(d -> !FollowUps.isOne(d)).toList());
    }
}
