package org.tafelronde.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.UnknownOutcome;

/**
 * Where the workspace lets the bot make no channels: the café is held in the channel where it was begun, and each table is a thread there.
 * The message that a thread begins with is its head: it says which table it is, and what stands above it.
 */
final class Threads {
    private static final int MOST_REMEMBERED = 5_000;
    private static final String CREATE = "conversations.create";
    /** Slack's words for that. */
    private static final Set<String> FORBIDDEN = Set.of("restricted_action", "user_is_restricted", "no_permission");

    private final Line line;
    private final Line quick;
    private final Delivered delivered;
    private final Doubts doubts;
    private final Pins pins;

    /** Channels in which a café is held because no other could be made: for its tables that need not be tried again. */
    private final Remembered<SlackId, Boolean> halls = new Remembered<>(MOST_REMEMBERED);

    private final Remembered<String, SlackId> made = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<SlackId, String> titles = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<SlackId, Boolean> ours = new Remembered<>(MOST_REMEMBERED);

    Threads(Line line, Line quick, Delivered delivered, Doubts doubts, Pins pins) {
        this.line = line;
        this.quick = quick;
        this.delivered = delivered;
        this.doubts = doubts;
        this.pins = pins;
    }

    static boolean isForbidden(String error) {
        return FORBIDDEN.contains(error);
    }

    /** Whether this is a table of a café that is known to be held in threads. */
    boolean isFor(Outgoing.OpenPlace open) {
        return open.kind() == Outgoing.Kind.TABLE
                && beside(open).flatMap(halls::get).isPresent();
    }

    /** A table is the thread under a message of ours, which is there once for each delivery. */
    SlackId table(Workspace in, String delivery, Outgoing.OpenPlace open, String error) {
        SlackId hall = beside(open).orElseThrow(() -> mayNot(error, Failure.Kind.NO_CHANNELS));
        halls.put(hall, true);
        return made.get(delivery, () -> {
            Blocks.Message head = Blocks.first(head(open.title(), Optional.empty()));
            ChatPostMessageResponse there =
                    Posts.say(line, in, hall.id(), Optional.empty(), head, Delivered.room(delivery, open.title()));
            SlackId room = hall.under(there.getTs());
            titles.put(room, open.title());
            ours.put(room, true);
            return room;
        });
    }

    /** Where everybody comes together: the channel in which somebody said that there is to be a café. */
    SlackId hall(Workspace in, Outgoing.OpenPlace open, String error) {
        SlackId begun =
                beside(open).filter(SlackId::isChannel).orElseThrow(() -> mayNot(error, Failure.Kind.NO_CHANNELS));
        if (!isIn(in, begun)) {
            throw mayNot(error, Failure.Kind.NO_CHANNELS);
        }
        halls.put(begun, true);
        return begun;
    }

    private boolean isIn(Workspace in, SlackId channel) {
        try {
            Conversation info = line.ask(
                            in, "conversations.info", c -> c.conversationsInfo(r -> r.channel(channel.id())))
                    .getChannel();
            return info.isMember() && !info.isArchived();
        } catch (SlackSaysNo e) {
            return false;
        }
    }

    /** The workspace does not let the bot make channels. */
    static SlackSaysNo mayNot(String error, Failure.Kind kind) {
        return new SlackSaysNo(error, new Failure(kind, "Slack: " + error + ", " + CREATE));
    }

    private static Optional<SlackId> beside(Outgoing.OpenPlace open) {
        return open.beside().map(SlackId::of);
    }

    /**
     * The thread of a table whose making had no known end.
     *
     * @return empty when there is none
     */
    Optional<SlackId> find(Workspace in, String delivery, Outgoing.OpenPlace open) {
        Optional<SlackId> hall = beside(open).filter(h -> open.kind() == Outgoing.Kind.TABLE);
        if (hall.isEmpty()) {
            return Optional.empty();
        }
        Optional<SlackId> room = head(in, delivery, hall.get(), Map.of()).map(hall.get()::under);
        room.ifPresent(r -> made.put(delivery, r));
        if (room.isEmpty() && halls.get(hall.get()).isPresent()) {
            doubts.later(() -> made.get(delivery)
                    .flatMap(SlackId::thread)
                    .ifPresent(ts -> head(in, delivery, hall.get(), Map.of(0, ts))));
        }
        return room;
    }

    /** Where the bot cannot read, it has begun no thread. */
    private Optional<String> head(Workspace in, String delivery, SlackId hall, Map<Integer, String> keep) {
        try {
            return Optional.of(delivered
                            .find(in, hall.id(), Optional.empty(), delivery, keep)
                            .parts())
                    .filter(parts -> !parts.isEmpty())
                    .map(parts -> Objects.requireNonNull(parts.get(parts.firstKey())));
        } catch (SlackSaysNo e) {
            return Optional.empty();
        }
    }

    /** What stands above a thread is said in its head. */
    void topic(Workspace in, SlackId room, Outgoing.Topic topic) {
        String ts = room.thread().orElseThrow();
        String title = titles.get(room, () -> delivered.titleOf(in, room.id(), ts));
        Posts.update(line, in, room.id(), ts, head(title, Optional.of(topic.text())));
    }

    private static Content head(String title, Optional<String> above) {
        Content head = Content.of(new Content.Part.Heading(title));
        return above.map(text -> head.and(new Content.Part.Paragraph(text))).orElse(head);
    }

    /** Other people's channel goes on, and so could the thread: but nothing of it is held up to them any more. */
    void close(Workspace in, SlackId room) {
        for (String ts : delivered.pinned(in, room.id(), room.thread().orElseThrow())) {
            pins.unpin(in, room.id(), ts);
        }
    }

    /**
     * Whether the bot began this thread. Slack says so with the answer, nearly always.
     *
     * @throws UnknownOutcome when Slack cannot say it now
     */
    boolean isOurs(Workspace in, SlackId thread) {
        try {
            return ours.get(thread, () -> in.bot().equals(author(in, thread)));
        } catch (SlackSaysNo e) {
            return false;
        }
    }

    private String author(Workspace in, SlackId thread) {
        String ts = thread.thread().orElseThrow();
        return quick
                .ask(
                        in,
                        "conversations.replies",
                        c -> c.conversationsReplies(
                                r -> r.channel(thread.id()).ts(ts).limit(1)))
                .getMessages()
                .stream()
                .findFirst()
                .map(Message::getUser)
                .orElse("");
    }
}
