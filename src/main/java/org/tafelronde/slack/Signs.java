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
    private final Threads threads;
    private final Folk folk;
    private final Line line;
    private final Provider<Door> door;
    private final Whispers whispers;

    /**
     * @param line for what Slack waits for
     */
    Signs(
            Workspaces workspaces,
            Rooms rooms,
            Threads threads,
            Folk folk,
            Line line,
            Provider<Door> door,
            Whispers whispers) {
        this.workspaces = workspaces;
        this.rooms = rooms;
        this.threads = threads;
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
        boolean help = HELP.equals(e.getReaction());
        String channel = e.getItem().getChannel();
        if (channel == null || !help && !QUESTION.contains(e.getReaction())) {
            return;
        }
        SlackId place = new SlackId(w.team(), channel);
        message(w, channel, e.getItem().getTs()).ifPresent(m -> {
            Optional<String> root = Optional.ofNullable(m.getThreadTs()).filter(thread -> !thread.equals(m.getTs()));
            String key = "sign/" + place.place().id() + "/" + m.getTs() + "/" + e.getUser() + "/" + e.getReaction();
            if (isForUs(w, place, root) && (help || m.getBotId() == null)) {
                Speaker who = folk.speaker(w, e.getUser(), "");
                Answer answer = door.get()
                        .hear(
                                help
                                        ? new Incoming.Command(key, who, place.place(), HELP)
                                        : question(
                                                key,
                                                who,
                                                place.message(m.getTs()),
                                                root.map(place::message),
                                                words(w, m)));
                whispers.inChannel(w, key, channel, e.getUser(), root, answer);
            }
        });
    }

    private boolean isForUs(Workspace w, SlackId place, Optional<String> root) {
        return rooms.isOurs(w, place.id())
                || root.filter(thread -> threads.isOurs(w, place.under(thread))).isPresent();
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

    /** A message that is still there. */
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
                    .filter(m -> ts.equals(m.getTs()))
                    .findFirst();
        } catch (SlackSaysNo e) {
            return Optional.empty();
        }
    }
}
