package org.tafelronde.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import com.slack.api.model.event.ReactionAddedEvent;
import jakarta.inject.Provider;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Speaker;

/**
 * What a reaction means: a question mark keeps a message as a question of whoever set it, "sos" calls for help. All others are people's own
 * affair; votes are never counted from them, as everybody would see the counts.
 */
final class Signs {
    private static final Set<String> QUESTION = Set.of("question", "grey_question");
    private static final String HELP = "sos";

    private final Workspaces workspaces;
    private final Rooms rooms;
    private final Folk folk;
    private final Line line;
    private final Provider<Door> door;
    private final Whispers whispers;

    /**
     * @param line for what Slack waits for
     */
    Signs(Workspaces workspaces, Rooms rooms, Folk folk, Line line, Provider<Door> door, Whispers whispers) {
        this.workspaces = workspaces;
        this.rooms = rooms;
        this.folk = folk;
        this.line = line;
        this.door = door;
        this.whispers = whispers;
    }

    void watch(App app) {
        app.event(ReactionAddedEvent.class, (payload, context) -> {
            Response heard = context.ack();
            workspaces
                    .of(payload.getTeamId())
                    .filter(w -> !w.bot().equals(payload.getEvent().getUser()))
                    .ifPresent(w -> seen(w, payload.getEvent()));
            return heard;
        });
    }

    private void seen(Workspace w, ReactionAddedEvent e) {
        boolean means = QUESTION.contains(e.getReaction()) || HELP.equals(e.getReaction());
        String channel = e.getItem().getChannel();
        // In a channel of other people, what they do under each other's words is their own affair.
        if (!means || channel == null || !(w.bot().equals(e.getItemUser()) || rooms.isOurs(w, channel))) {
            return;
        }
        SlackId place = new SlackId(w.team(), channel);
        String ts = e.getItem().getTs();
        String key = "sign/" + place.place().id() + "/" + ts + "/" + e.getUser() + "/" + e.getReaction();
        Speaker who = folk.speaker(w, e.getUser(), "");
        Optional<Message> message = HELP.equals(e.getReaction()) ? Optional.empty() : message(w, channel, ts);
        Optional<String> root = message.map(Message::getThreadTs).filter(thread -> !thread.equals(ts));
        Optional<Incoming> what = HELP.equals(e.getReaction())
                ? Optional.of(new Incoming.Command(key, who, place.place(), HELP))
                : message.map(m -> question(key, who, place.message(ts), root.map(place::message), words(w, m)));
        what.ifPresent(it -> {
            Answer answer = door.get().hear(it);
            whispers.inChannel(w, key, channel, e.getUser(), root, answer);
        });
    }

    private static Incoming question(
            String key, Speaker who, MessageRef message, Optional<MessageRef> root, String words) {
        String asked = Hands.QUESTION + words;
        return root.<Incoming>map(r -> new Incoming.Reply(key, who, r, message, asked))
                .orElseGet(() -> new Incoming.Said(key, who, message, asked));
    }

    private String words(Workspace w, Message m) {
        return Words.plain(Optional.ofNullable(m.getText()).orElse(""), user -> folk.name(w, user));
    }

    /** A message of a person that is still there; what the bot says is no question of anybody's. */
    private Optional<Message> message(Workspace w, String channel, String ts) {
        try {
            return line
                    .ask(
                            w,
                            "conversations.replies",
                            c -> c.conversationsReplies(
                                    r -> r.channel(channel).ts(ts).limit(1)))
                    .getMessages()
                    .stream()
                    .filter(m -> ts.equals(m.getTs()) && m.getBotId() == null)
                    .findFirst();
        } catch (SlackSaysNo e) {
            return Optional.empty();
        }
    }
}
