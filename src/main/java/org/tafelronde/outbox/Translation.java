package org.tafelronde.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Puts the platform's own ids in place of our keys. */
public final class Translation {
    private final Addresses addresses;
    private final Deliveries deliveries;

    public Translation(Addresses addresses, Deliveries deliveries) {
        this.addresses = addresses;
        this.deliveries = deliveries;
    }

    /**
     * @return empty while a place or message that it needs is not there yet
     */
    Optional<Outgoing> of(Outgoing what) {
        return switch (what) {
            case Outgoing.OpenPlace open -> Optional.of(opening(open));
            case Outgoing.Direct direct -> Optional.of(new Outgoing.Direct(direct.to(), content(direct.content())));
            case Outgoing.Invite invite -> place(invite.place()).map(p -> new Outgoing.Invite(p, invite.people()));
            case Outgoing.InviteAll all -> place(all.place()).map(p -> new Outgoing.InviteAll(p, all.from()));
            case Outgoing.Topic topic ->
                place(topic.place()).map(p -> new Outgoing.Topic(p, topic.text(), topic.countdown(), topic.over()));
            case Outgoing.Archive archive -> place(archive.place()).map(Outgoing.Archive::new);
            case Outgoing.Remove remove -> place(remove.place()).map(Outgoing.Remove::new);
            case Outgoing.Post post -> post(post);
            case Outgoing.Edit edit -> message(edit.message()).map(m -> new Outgoing.Edit(m, content(edit.content())));
            case Outgoing.React react -> message(react.message()).map(m -> new Outgoing.React(m, react.reaction()));
        };
    }

    /** Whether it belongs to a message of ours that was given up. */
    boolean inVain(Outgoing what) {
        Optional<MessageRef> to = switch (what) {
            case Outgoing.Post post -> post.thread();
            case Outgoing.Edit edit -> Optional.of(edit.message());
            case Outgoing.React react -> Optional.of(react.message());
            case Outgoing.OpenPlace open -> Optional.empty();
            case Outgoing.Direct direct -> Optional.empty();
            case Outgoing.Invite invite -> Optional.empty();
            case Outgoing.InviteAll all -> Optional.empty();
            case Outgoing.Topic topic -> Optional.empty();
            case Outgoing.Archive archive -> Optional.empty();
            case Outgoing.Remove remove -> Optional.empty();
        };
        return to.flatMap(m -> deliveries.find(m.id()))
                .filter(Delivery::isGivenUp)
                .isPresent();
    }

    /** Where a café was begun is no place of ours, and has the platform's own id already. */
    private Outgoing opening(Outgoing.OpenPlace open) {
        return switch (open.kind()) {
            case PLENARY, MANAGEMENT -> open;
            case TABLE -> open.beside(open.beside().flatMap(this::place));
        };
    }

    private Optional<Outgoing> post(Outgoing.Post post) {
        Optional<Place> place = place(post.place());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Optional<MessageRef> root = post.thread().flatMap(this::message);
        if (post.thread().isPresent() && root.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Outgoing.Post(place.get(), root, content(post.content()), post.pinned()));
    }

    private Optional<Place> place(Place ours) {
        return addresses.place(ours.platform(), ours.id());
    }

    /** A message of ours by its delivery; any other message is called by the platform's own name already. */
    private Optional<MessageRef> message(MessageRef ref) {
        Optional<Delivery> made = deliveries.find(ref.id());
        return made.isPresent() ? made.get().ref() : Optional.of(ref);
    }

    /** A button to a place that is not there (yet) is left out: the words beside it are complete without. */
    public Content content(Content content) {
        List<Button> buttons = new ArrayList<>();
        for (Button button : content.buttons()) {
            switch (button) {
                case Button.Press press -> buttons.add(press);
                case Button.Link link -> buttons.add(link);
                case Button.GoTo go ->
                    addresses
                            .place(go.place().platform(), go.place().id())
                            .ifPresent(p -> buttons.add(new Button.GoTo(go.label(), p)));
            }
        }
        return new Content(content.parts(), buttons, content.box());
    }

    /** Our key, as a place, where messages that wait can name it. */
    public static Place ours(Platform platform, String key) {
        return new Place(platform, key);
    }
}
