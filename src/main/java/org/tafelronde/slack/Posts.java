package org.tafelronde.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.UnknownOutcome;

/** What is said in channels and to people. Every message carries its delivery's id, by which it is found again. */
final class Posts {
    private static final int MOST_REMEMBERED = 20_000;
    private static final int LONGEST_EDIT = 3_800;
    private static final String HEARD = "white_check_mark";
    private static final String WITHDRAWN = "leftwards_arrow_with_hook";

    private final Line line;
    private final Delivered delivered;
    private final Files files;
    private final Pins pins;
    private final Canvases canvases;
    private final Doubts doubts;
    /** What a delivery is so far, in messages. */
    private final Remembered<String, Said> said = new Remembered<>(MOST_REMEMBERED);
    /** Which message stands for what is above a place. */
    private final Remembered<SlackId, String> topics = new Remembered<>(MOST_REMEMBERED);

    private final Remembered<SlackId, Boolean> fresh = new Remembered<>(MOST_REMEMBERED);

    /** The messages of one delivery, by their number, and where they are: a person's channel is known only then. */
    private record Said(String channel, TreeMap<Integer, String> parts, boolean whole) {}

    Posts(Line line, Delivered delivered, Files files, Pins pins, Canvases canvases, Doubts doubts) {
        this.doubts = doubts;
        this.line = line;
        this.delivered = delivered;
        this.files = files;
        this.pins = pins;
        this.canvases = canvases;
    }

    /** Nothing of this café stands there yet that would have to be looked for. */
    void isFresh(SlackId room) {
        topics.forget(room);
        fresh.put(room, true);
    }

    MessageRef post(Workspace in, String delivery, Outgoing.Post post) {
        SlackId place = SlackId.of(post.place());
        Said whole = say(in, delivery, place.id(), thread(place, post.thread()), post.content());
        String ts = whole.parts().firstEntry().getValue();
        if (post.pinned()) {
            pins.pin(in, place.id(), ts);
        }
        canvases.later(in, delivery, place.id(), post.content());
        return place.message(ts);
    }

    /** In a place that is a thread, everything stands in it. */
    private static Optional<String> thread(SlackId place, Optional<MessageRef> root) {
        return place.thread().or(() -> root.map(Posts::ts));
    }

    /** How long until all that this content speaks of can be said with it. */
    Duration patience(Content content) {
        return files.patience(content);
    }

    /** To the person's id: Slack finds the channel with them, and says which it is. */
    MessageRef direct(Workspace in, String delivery, Outgoing.Direct direct) {
        Said whole = say(in, delivery, SlackId.of(direct.to()).id(), Optional.empty(), direct.content());
        return new SlackId(in.team(), whole.channel())
                .message(whole.parts().firstEntry().getValue());
    }

    private Said say(Workspace in, String delivery, String to, Optional<String> thread, Content content) {
        Said so = said.get(delivery).orElseGet(() -> new Said(to, new TreeMap<>(), false));
        if (so.whole()) {
            return so;
        }
        List<Blocks.Message> messages = Blocks.of(content);
        try {
            for (int part = 0; part < messages.size(); part++) {
                if (!so.parts().containsKey(part)) {
                    ChatPostMessageResponse there =
                            say(line, in, so.channel(), thread, messages.get(part), Delivered.mark(delivery, part));
                    so.parts().put(part, there.getTs());
                    so = new Said(there.getChannel(), so.parts(), false);
                    said.put(delivery, so);
                }
            }
            files.share(in, so.channel(), thread, delivery, content);
        } catch (SlackAsksPatience e) {
            throw so.parts().isEmpty() ? e : new UnknownOutcome("a message is there in part", e);
        }
        Said whole = new Said(so.channel(), so.parts(), true);
        said.put(delivery, whole);
        return whole;
    }

    /** One message of Slack, with what travels with it. */
    static ChatPostMessageResponse say(
            Line line,
            Workspace in,
            String channel,
            Optional<String> thread,
            Blocks.Message message,
            Message.Metadata mark) {
        return line.ask(
                in,
                Pace.POST,
                channel,
                c -> c.chatPostMessage(r -> {
                    thread.ifPresent(r::threadTs);
                    return r.channel(channel)
                            .text(message.text())
                            .blocksAsString(message.blocks().toString())
                            .metadata(mark)
                            .unfurlLinks(false)
                            .unfurlMedia(false);
                }));
    }

    /**
     * Where a delivery is, when all of it is there. What is there in part is remembered, so that the rest alone is said.
     *
     * @param place that can be read
     */
    Optional<MessageRef> find(
            Workspace in, String delivery, SlackId place, Optional<MessageRef> root, Content content, boolean pinned) {
        String to = place.id();
        Optional<String> thread = thread(place, root);
        Delivered.Found found = delivered.find(in, to, thread, delivery, Map.of());
        if (found.parts().isEmpty()) {
            said.forget(delivery);
            doubts.later(() ->
                    said.get(delivery).ifPresent(s -> delivered.find(in, s.channel(), thread, delivery, s.parts())));
            return Optional.empty();
        }
        boolean whole =
                found.parts().size() == Blocks.of(content).size() && files.areIn(found.files(), delivery, content);
        said.put(delivery, new Said(to, new TreeMap<>(found.parts()), whole));
        if (!whole) {
            return Optional.empty();
        }
        String ts = Objects.requireNonNull(found.parts().get(found.parts().firstKey()));
        if (pinned) {
            pins.pin(in, to, ts);
        }
        return Optional.of(place.message(ts));
    }

    void edit(Workspace in, Outgoing.Edit edit) {
        SlackId place = SlackId.of(edit.message().place());
        update(line, in, place.id(), ts(edit.message()), edit.content());
    }

    /** Other words for one message. */
    static void update(Line line, Workspace in, String channel, String ts, Content content) {
        Blocks.Message message = Blocks.first(content);
        line.ask(
                in,
                "chat.update",
                c -> c.chatUpdate(r -> r.channel(channel)
                        .ts(ts)
                        .text(Words.atMost(LONGEST_EDIT, message.text()))
                        .blocksAsString(message.blocks().toString())));
    }

    void react(Workspace in, Outgoing.React react) {
        String channel = SlackId.of(react.message().place()).id();
        String ts = ts(react.message());
        switch (react.reaction()) {
            case HEARD -> add(in, channel, ts, HEARD);
            case WITHDRAWN -> {
                var gone = line.answer(
                        in,
                        "reactions.remove",
                        "",
                        c -> c.reactionsRemove(
                                r -> r.channel(channel).timestamp(ts).name(HEARD)));
                if (!gone.isOk() && !"no_reaction".equals(gone.getError())) {
                    throw SlackSaysNo.of("reactions.remove", String.valueOf(gone.getError()));
                }
                add(in, channel, ts, WITHDRAWN);
            }
        }
    }

    private void add(Workspace in, String channel, String ts, String name) {
        var added = line.answer(
                in,
                "reactions.add",
                "",
                c -> c.reactionsAdd(r -> r.channel(channel).timestamp(ts).name(name)));
        if (!added.isOk() && !"already_reacted".equals(added.getError())) {
            throw SlackSaysNo.of("reactions.add", String.valueOf(added.getError()));
        }
    }

    /**
     * What stands above a place is one pinned message that gets other words: Slack lets topics be changed seldom, and tells everybody in
     * the channel each time.
     */
    void topic(Workspace in, String delivery, Outgoing.Topic topic) {
        SlackId place = SlackId.of(topic.place());
        Content content = Content.of(new Content.Part.Heading(topic.text()));
        Optional<String> there = topics.get(place).or(() -> found(in, place));
        if (there.isPresent() && updated(in, place, there.get(), content)) {
            topics.put(place, there.get());
            return;
        }
        fresh.forget(place);
        Blocks.Message message = Blocks.first(content);
        String ts = say(line, in, place.id(), Optional.empty(), message, Delivered.topic(delivery))
                .getTs();
        topics.put(place, ts);
        pins.pin(in, place.id(), ts);
    }

    /** Somebody may have taken it away: then another is made. */
    private boolean updated(Workspace in, SlackId place, String ts, Content content) {
        try {
            update(line, in, place.id(), ts, content);
            return true;
        } catch (SlackSaysNo e) {
            if (e.code().equals("message_not_found")) {
                return false;
            }
            throw e;
        }
    }

    private Optional<String> found(Workspace in, SlackId place) {
        return fresh.get(place).isPresent() ? Optional.empty() : delivered.topicOf(in, place.id());
    }

    /** Whether a message must be made for what stands above a place. */
    boolean hasNoTopic(SlackId place) {
        return topics.get(place).isEmpty();
    }

    private static String ts(MessageRef message) {
        if (!message.id().matches("\\d{1,12}\\.\\d{1,9}")) {
            throw new SlackSaysNo("message_not_found", new Failure(Failure.Kind.NO_MESSAGE, message.id()));
        }
        return message.id();
    }
}
