package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.session.Session;
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

    /** The facilitator hears of it, unless it is to them that we cannot speak: then the status shows it. */
    @Override
    public void failed(Delivery delivery) {
        stores.transactions().inOne(() -> {
            stores.sessions().find(delivery.session()).ifPresent(s -> tell(s, delivery));
            return delivery;
        });
        afterwards.run();
    }

    private void tell(Session session, Delivery delivery) {
        if (delivery.lane().equals(session.facilitator())) {
            return;
        }
        Turn turn = new Turn(stores, session, stores.clock().instant());
        Voice voice = turn.voiceFor(session.facilitator());
        boolean late = delivery.state() == Delivery.State.DROPPED;
        String line = voice.say(late ? "delivery.dropped" : "delivery.blocked", first(delivery), delivery.problem());
        Content content = Content.of(new Part.Paragraph(line));
        turn.direct(
                session.facilitator(),
                late
                        ? content
                        : content.with(
                                Button.primary(voice.say("status.resend"), Action.of(session, Word.RESEND.key()))));
        turn.sayOnly();
    }

    /** The first line of what was not said. */
    private static String first(Delivery delivery) {
        Optional<Content> content = switch (delivery.what()) {
            case Outgoing.Post post -> Optional.of(post.content());
            case Outgoing.Direct direct -> Optional.of(direct.content());
            case Outgoing.Edit edit -> Optional.of(edit.content());
            case Outgoing.OpenPlace open -> Optional.of(Content.text(open.name()));
            case Outgoing.Invite invite -> Optional.empty();
            case Outgoing.React react -> Optional.empty();
            case Outgoing.Topic topic -> Optional.of(Content.text(topic.text()));
            case Outgoing.Archive archive -> Optional.empty();
            case Outgoing.Remove remove -> Optional.empty();
        };
        List<String> lines = content.map(c -> c.plain().lines().toList())
                .orElse(List.of(delivery.what().getClass().getSimpleName()));
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
