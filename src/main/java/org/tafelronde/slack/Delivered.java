package org.tafelronde.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds our own messages by what travels with them. Numbers come back as fractions, so everything in it is a string. */
final class Delivered {
    static final String EVENT = "tafelronde_delivery";

    private static final String ID = "delivery_id";
    private static final String PART = "part";
    private static final String KIND = "kind";
    private static final String TOPIC = "topic";
    private static final String ROOM = "room";
    private static final String TITLE = "title";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final Line line;

    Delivered(Line line) {
        this.line = line;
    }

    /** What travels with a message. */
    static Message.Metadata mark(String delivery, int part) {
        Map<String, Object> payload = new TreeMap<>(Map.of(ID, delivery));
        if (part > 0) {
            payload.put(PART, String.valueOf(part));
        }
        return new Message.Metadata(EVENT, payload);
    }

    /** What travels with the message that stands for what is above a place. */
    static Message.Metadata topic(String delivery) {
        return new Message.Metadata(EVENT, new TreeMap<>(Map.of(ID, delivery, KIND, TOPIC)));
    }

    /** What travels with the message that a table's thread begins with. */
    static Message.Metadata room(String delivery, String title) {
        return new Message.Metadata(EVENT, new TreeMap<>(Map.of(ID, delivery, KIND, ROOM, TITLE, title)));
    }

    /**
     * What a delivery became.
     *
     * @param parts the messages, by their number
     * @param files the names of the files that the bot shared there afterwards
     */
    record Found(SortedMap<Integer, String> parts, List<String> files) {}

    /**
     * Slack may hold a message twice when it was slow to say that it had it: one of them is taken back.
     *
     * @param keep the messages that we know already, by their number; of others the first stays
     */
    Found find(Workspace in, String channel, Optional<String> thread, String delivery, Map<Integer, String> keep) {
        List<Message> all = oldestFirst(in, channel, thread);
        TreeMap<Integer, String> parts = new TreeMap<>();
        List<Message> ours =
                all.stream().filter(m -> delivery.equals(payload(m).get(ID))).toList();
        ours.forEach(m -> parts.putIfAbsent(part(m), m.getTs()));
        parts.replaceAll((part, ts) -> keep.getOrDefault(part, ts));
        ours.stream().filter(m -> !parts.containsValue(m.getTs())).forEach(m -> takeBack(in, channel, m.getTs()));
        String first = parts.isEmpty() ? "" : parts.firstEntry().getValue();
        List<String> files = all.stream()
                .filter(m -> !parts.isEmpty() && m.getTs().compareTo(first) > 0)
                .filter(m -> in.bot().equals(m.getUser()) && m.getFiles() != null)
                .flatMap(m -> m.getFiles().stream())
                .map(File::getName)
                .toList();
        return new Found(parts, files);
    }

    private static int part(Message m) {
        return Integer.parseInt(payload(m).getOrDefault(PART, "0").toString());
    }

    private void takeBack(Workspace in, String channel, String ts) {
        line.ask(in, "chat.delete", c -> c.chatDelete(r -> r.channel(channel).ts(ts)));
    }

    /** The message that stands for what is above a place; of several cafés that were held there, the newest one's. */
    Optional<String> topicOf(Workspace in, String channel) {
        return oldestFirst(in, channel, Optional.empty()).stream()
                .filter(m -> TOPIC.equals(payload(m).get(KIND)))
                .map(Message::getTs)
                .reduce((older, newer) -> newer);
    }

    /** Which table a thread is, by the message that it begins with. */
    String titleOf(Workspace in, String channel, String thread) {
        List<Message> first = line.ask(
                        in,
                        "conversations.replies",
                        c -> c.conversationsReplies(
                                r -> r.channel(channel).ts(thread).limit(1).includeAllMetadata(true)))
                .getMessages();
        return first.stream()
                .findFirst()
                .map(m -> payload(m).get(TITLE))
                .map(Object::toString)
                .orElse("…");
    }

    /** What we pinned in a thread. */
    List<String> pinned(Workspace in, String channel, String thread) {
        return oldestFirst(in, channel, Optional.of(thread)).stream()
                .filter(m -> in.bot().equals(m.getUser()))
                .filter(m -> m.getPinnedTo() != null && m.getPinnedTo().contains(channel))
                .map(Message::getTs)
                .toList();
    }

    private static Map<String, Object> payload(Message m) {
        return Optional.ofNullable(m.getMetadata())
                .filter(d -> EVENT.equals(d.getEventType()))
                .map(Message.Metadata::getEventPayload)
                .orElse(Map.of());
    }

    private List<Message> oldestFirst(Workspace in, String channel, Optional<String> thread) {
        List<Message> all = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            cursor = thread.isPresent()
                    ? replies(in, channel, thread.get(), cursor, all)
                    : history(in, channel, cursor, all);
            if (cursor.isEmpty()) {
                break;
            }
        }
        all.sort(Comparator.comparing(Message::getTs));
        return all;
    }

    private String history(Workspace in, String channel, String cursor, List<Message> to) {
        ConversationsHistoryResponse page = line.ask(
                in,
                "conversations.history",
                c -> c.conversationsHistory(
                        r -> r.channel(channel).limit(PAGE).cursor(cursor).includeAllMetadata(true)));
        to.addAll(page.getMessages());
        return next(page.getResponseMetadata());
    }

    private String replies(Workspace in, String channel, String thread, String cursor, List<Message> to) {
        ConversationsRepliesResponse page = line.ask(
                in,
                "conversations.replies",
                c -> c.conversationsReplies(r ->
                        r.channel(channel).ts(thread).limit(PAGE).cursor(cursor).includeAllMetadata(true)));
        to.addAll(page.getMessages());
        return next(page.getResponseMetadata());
    }

    static String next(@org.jspecify.annotations.Nullable ResponseMetadata metadata) {
        return Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .orElse("");
    }
}
