package org.tafelronde.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;

/** Messages, and what is done to them. */
final class Posts {
    private static final int MOST_REMEMBERED = 1_000;

    private final Connector connector;
    private final Known known;
    private final Cards cards;
    /** How far a message in several parts has come: what was said is not said again. */
    private final Map<String, List<MessageRef>> begun = new ConcurrentHashMap<>();

    Posts(Connector connector, Known known, Cards cards) {
        this.connector = connector;
        this.known = known;
        this.cards = cards;
    }

    MessageRef post(String delivery, Outgoing.Post post) {
        TeamsId room = open(post.place());
        List<ObjectNode> messages = cards.messages(post.content());
        if (post.pinned()) {
            // Teams lets no bot pin: it is marked as important.
            messages.getFirst().put("importance", "high");
        }
        return post.thread()
                .map(root -> room.message(Optional.of(firstOf(root)), say(room, root, delivery, messages)))
                .orElseGet(() -> alone(room, delivery, messages));
    }

    private static String firstOf(MessageRef root) {
        int slash = root.id().indexOf('/');
        return slash < 0 ? root.id() : root.id().substring(0, slash);
    }

    private String say(TeamsId room, MessageRef root, String delivery, List<ObjectNode> messages) {
        return TeamsId.activityOf(all(room, room.conversationOf(root.id()), delivery, messages));
    }

    /** In a channel what follows stands under the first. */
    private MessageRef alone(TeamsId room, String delivery, List<ObjectNode> messages) {
        if (room.thread().isPresent() || room.isAlone()) {
            return room.message(Optional.empty(), all(room, room.conversation(), delivery, messages));
        }
        List<MessageRef> before = begun(delivery);
        if (before.isEmpty()) {
            before.add(room.message(Optional.empty(), connector.begin(room, messages.getFirst())));
        }
        MessageRef first = before.getFirst();
        rest(room, room.conversationOf(first.id()), before, messages);
        begun.remove(delivery);
        return first;
    }

    private String all(TeamsId room, String conversation, String delivery, List<ObjectNode> messages) {
        List<MessageRef> before = begun(delivery);
        rest(room, conversation, before, messages);
        begun.remove(delivery);
        return before.getFirst().id();
    }

    private void rest(TeamsId room, String conversation, List<MessageRef> before, List<ObjectNode> messages) {
        while (before.size() < messages.size()) {
            String id = connector.say(room, conversation, messages.get(before.size()));
            before.add(new MessageRef(room.place(), id));
        }
    }

    private List<MessageRef> begun(String delivery) {
        if (begun.size() > MOST_REMEMBERED) {
            begun.clear();
        }
        return begun.computeIfAbsent(delivery, d -> new java.util.ArrayList<>());
    }

    MessageRef direct(String delivery, Outgoing.Direct direct) {
        TeamsId chat = TeamsId.alone(connector.chatWith(direct.to().id()));
        return alone(chat, delivery, cards.messages(direct.content()));
    }

    /** One message stays one message: what does not fit any more is left out. */
    void edit(MessageRef message, Content content) {
        connector.change(
                TeamsId.of(message.place()),
                message.id(),
                cards.messages(content).getFirst());
    }

    void react(Outgoing.React react) {
        String sign = switch (react.reaction()) {
            case HEARD -> "2705_whiteheavycheckmark";
            case WITHDRAWN -> "1f5d1_wastebasket";
        };
        try {
            connector.react(TeamsId.of(react.message().place()), react.message().id(), sign);
        } catch (TeamsSaysNo e) {
            // Not every Teams lets a bot react yet: it knows no such address. And nobody misses it over a closed
            // channel.
            boolean noSuchThing =
                    e.status() == 405 || e.status() == 501 || e.code().equals("HTTP 404");
            boolean cannot = noSuchThing || e.code().equals("MessageWritesBlocked");
            if (!cannot) {
                throw e;
            }
        }
    }

    /** What stands above a place is one message in it, which changes; above a thread it is the first. */
    void topic(Outgoing.Topic topic) {
        TeamsId room = TeamsId.of(topic.place());
        if (known.isClosed(room)) {
            return;
        }
        Content content = titled(room, topic.text());
        Optional<String> before = room.thread().or(() -> known.topic(room));
        if (before.isPresent()) {
            edit(new MessageRef(room.place(), before.get()), content);
            return;
        }
        known.topic(room, connector.begin(room, cards.messages(content).getFirst()));
    }

    private Content titled(TeamsId room, String text) {
        return known.title(room)
                .map(title -> Content.of(new Content.Part.Heading(title), new Content.Part.Paragraph(text)))
                .orElseGet(() -> Content.text(text));
    }

    private TeamsId open(Place place) {
        TeamsId room = TeamsId.of(place);
        if (known.isClosed(room)) {
            throw TeamsSaysNo.atOnce(Failure.Kind.ARCHIVED, "");
        }
        return room;
    }
}
