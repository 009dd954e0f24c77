package org.tafelronde.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import jakarta.inject.Provider;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Speaker;

/**
 * Hears what happens in Slack's channels. Slack is told that it was heard when the Door has returned; when the Door throws, Slack sends it
 * again.
 *
 * <p>A message that mentions the bot comes twice, as a message and as a mention: it is called by its place and time, so that it is heard
 * once.
 */
final class Ears {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

    private final Workspaces workspaces;
    private final Rooms rooms;
    private final Threads threads;
    private final Folk folk;
    private final Provider<Door> door;
    private final Whispers whispers;

    Ears(Workspaces workspaces, Rooms rooms, Threads threads, Folk folk, Provider<Door> door, Whispers whispers) {
        this.workspaces = workspaces;
        this.rooms = rooms;
        this.threads = threads;
        this.folk = folk;
        this.door = door;
        this.whispers = whispers;
    }

    void listen(App app) {
        app.event(
                MessageEvent.class,
                (p, c) -> in(p, c, w -> {
                    MessageEvent e = p.getEvent();
                    written(
                            w,
                            e.getBotId(),
                            new Written(
                                    e.getChannel(),
                                    e.getUser(),
                                    e.getTs(),
                                    e.getThreadTs(),
                                    e.getParentUserId(),
                                    e.getText()));
                }));
        app.event(
                MessageThreadBroadcastEvent.class,
                (p, c) -> in(p, c, w -> {
                    MessageThreadBroadcastEvent e = p.getEvent();
                    written(
                            w,
                            null,
                            new Written(e.getChannel(), e.getUser(), e.getTs(), e.getThreadTs(), null, e.getText()));
                }));
        app.event(
                MessageFileShareEvent.class,
                (p, c) -> in(p, c, w -> {
                    MessageFileShareEvent e = p.getEvent();
                    written(
                            w,
                            null,
                            new Written(
                                    e.getChannel(),
                                    e.getUser(),
                                    e.getTs(),
                                    e.getThreadTs(),
                                    e.getParentUserId(),
                                    e.getText()));
                }));
        app.event(
                AppMentionEvent.class,
                (p, c) -> in(p, c, w -> {
                    AppMentionEvent e = p.getEvent();
                    written(
                            w,
                            e.getBotId(),
                            new Written(e.getChannel(), e.getUser(), e.getTs(), e.getThreadTs(), null, e.getText()));
                }));
        app.event(MessageChangedEvent.class, (p, c) -> in(p, c, w -> changed(w, p.getEvent())));
        app.event(MessageDeletedEvent.class, (p, c) -> in(p, c, w -> deleted(w, p.getEvent())));
        app.event(
                MemberJoinedChannelEvent.class,
                (p, c) -> in(p, c, w -> {
                    MemberJoinedChannelEvent e = p.getEvent();
                    // Who comes into a channel of other people comes for them. Their name is kept with them: Slack
                    // brings it
                    // again when it cannot be asked for it now.
                    if (rooms.isOurs(w, e.getChannel()) && folk.isHumanForSure(w, e.getUser())) {
                        Speaker who = folk.speakerForSure(w, e.getUser());
                        door.get()
                                .hear(new Incoming.Arrived(
                                        p.getEventId(),
                                        who,
                                        id(w, e.getChannel()).place()));
                    }
                }));
        app.event(
                MemberLeftChannelEvent.class,
                (p, c) -> in(p, c, w -> {
                    MemberLeftChannelEvent e = p.getEvent();
                    if (!w.bot().equals(e.getUser())) {
                        door.get()
                                .hear(new Incoming.Left(
                                        p.getEventId(),
                                        folk.speaker(w, e.getUser(), ""),
                                        id(w, e.getChannel()).place()));
                    }
                }));
        app.event(
                ChannelArchiveEvent.class,
                (p, c) -> in(
                        p,
                        c,
                        w -> vanished(
                                w,
                                p.getEventId(),
                                p.getEvent().getChannel(),
                                p.getEvent().getUser())));
        app.event(
                GroupArchiveEvent.class,
                (p, c) -> in(
                        p,
                        c,
                        w -> vanished(
                                w,
                                p.getEventId(),
                                p.getEvent().getChannel(),
                                p.getEvent().getUser())));
        app.event(
                ChannelDeletedEvent.class,
                (p, c) -> in(p, c, w -> vanished(w, p.getEventId(), p.getEvent().getChannel(), null)));
        app.event(AppUninstalledEvent.class, (p, c) -> gone(p.getTeamId(), c));
        app.event(TokensRevokedEvent.class, (p, c) -> gone(p.getTeamId(), c));
    }

    /** What a workspace tells where the bot is not, is no business of ours. */
    private <E extends Event> Response in(EventsApiPayload<E> payload, Context context, Consumer<Workspace> work) {
        Optional<Workspace> workspace = workspaces.of(payload.getTeamId());
        if (workspace.isPresent()) {
            work.accept(workspace.get());
        } else {
            LOG.warn("an event came from a workspace where the bot is not installed");
        }
        return context.ack();
    }

    /**
     * What the bot archives itself it knows.
     *
     * @param by Slack does not always tell
     */
    private void vanished(Workspace w, String key, String channel, @Nullable String by) {
        if (w.bot().equals(by)) {
            return;
        }
        Speaker who = by == null ? Speaker.of(id(w, w.bot()).person(), "") : folk.speaker(w, by, "");
        door.get().hear(new Incoming.Vanished(key, who, id(w, channel).place()));
    }

    private Response gone(String team, Context context) {
        LOG.warn("the app was taken away from a workspace");
        workspaces.gone(team);
        return context.ack();
    }

    /**
     * Something that somebody wrote.
     *
     * @param parent who wrote what it answers, where Slack says so
     */
    private record Written(
            String channel,
            @Nullable String by,
            String ts,
            @Nullable String thread,
            @Nullable String parent,
            @Nullable String text) {
        /** The message that it answers. */
        Optional<String> root() {
            return Optional.ofNullable(thread).filter(t -> !t.equals(ts));
        }

        boolean isAlone() {
            return channel.startsWith("D");
        }
    }

    private void written(Workspace w, @Nullable String bot, Written m) {
        String by = m.by();
        if (bot != null || by == null || by.equals(w.bot())) {
            return;
        }
        SlackId place = id(w, m.channel());
        String key = "message/" + place.id() + "/" + m.ts();
        Speaker who = folk.speaker(w, by, "");
        String words = Optional.ofNullable(m.text()).orElse("");
        Optional<String> command = Words.afterMention(words, w.bot());
        if (command.isEmpty() && !isForUs(w, m)) {
            return;
        }
        String plain = plain(w, command.orElse(words));
        Incoming what;
        if (command.isPresent()) {
            what = new Incoming.Command(key, who, place.place(), plain, mentioned(w, command.get()));
        } else if (m.root().isPresent()) {
            what = new Incoming.Reply(key, who, place.message(m.root().get()), place.message(m.ts()), plain);
        } else {
            what = new Incoming.Said(key, who, place.message(m.ts()), plain);
        }
        Answer answer = door.get().hear(what);
        whispers.inChannel(w, key, m.channel(), by, m.root(), answer);
    }

    /** In a channel of other people, only what stands under words of the bot. */
    private boolean isForUs(Workspace w, Written m) {
        return m.isAlone()
                || rooms.isOurs(w, m.channel())
                || m.root().filter(root -> isUnderTheBot(w, m, root)).isPresent();
    }

    private boolean isUnderTheBot(Workspace w, Written m, String root) {
        return m.parent() == null
                ? threads.isOurs(w, id(w, m.channel()).under(root))
                : w.bot().equals(m.parent());
    }

    private Incoming.Mentioned mentioned(Workspace w, String written) {
        return Words.mentioned(written, w.team(), user -> folk.name(w, user));
    }

    private String plain(Workspace w, String written) {
        return Words.plain(written, user -> folk.name(w, user));
    }

    /** Slack tells of a change also when a link was unfolded or somebody answered under it: edited is what says so, once for each time. */
    private void changed(Workspace w, MessageChangedEvent e) {
        MessageChangedEvent.Message now = e.getMessage();
        String by = now.getUser();
        if (by == null || now.getBotId() != null || by.equals(w.bot())) {
            return;
        }
        MessageRef message = id(w, e.getChannel()).message(now.getTs());
        Speaker who = folk.speaker(w, by, "");
        if ("tombstone".equals(now.getSubtype())) {
            door.get().hear(new Incoming.Deleted("deleted/" + message.place().id() + "/" + now.getTs(), who, message));
            return;
        }
        if (now.getEdited() == null) {
            return;
        }
        String key = "edited/" + message.place().id() + "/" + now.getTs() + "/"
                + now.getEdited().getTs();
        String words = Optional.ofNullable(now.getText()).orElse("");
        Answer answer = door.get().hear(new Incoming.Edited(key, who, message, plain(w, words)));
        whispers.inChannel(w, key, e.getChannel(), by, Optional.ofNullable(now.getThreadTs()), answer);
    }

    private void deleted(Workspace w, MessageDeletedEvent e) {
        MessageDeletedEvent.Message before = e.getPreviousMessage();
        if (before == null
                || before.getUser() == null
                || before.getBotId() != null
                || before.getUser().equals(w.bot())) {
            return;
        }
        SlackId place = id(w, e.getChannel());
        String key = "deleted/" + place.place().id() + "/" + e.getDeletedTs();
        Answer answer = door.get()
                .hear(new Incoming.Deleted(
                        key, folk.speaker(w, before.getUser(), ""), place.message(e.getDeletedTs())));
        whispers.inChannel(w, key, e.getChannel(), before.getUser(), Optional.ofNullable(before.getThreadTs()), answer);
    }

    private static SlackId id(Workspace w, String channel) {
        return new SlackId(w.team(), channel);
    }
}
