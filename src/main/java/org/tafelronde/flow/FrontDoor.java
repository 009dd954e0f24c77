package org.tafelronde.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/** Where everything comes in: once for each key, in one transaction, to the flow that it is for. */
public final class FrontDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int TRIES = 5;

    private final Stores stores;
    private final Settings settings;
    private final CommandFlow commands;
    private final ReplyFlow replies;
    private final ComingAndGoing comingAndGoing;
    private final Runnable afterwards;

    /**
     * @param afterwards called when something was committed: there may be a timer to set or a message to say
     */
    public FrontDoor(Stores stores, Settings settings, Runnable afterwards) {
        this.stores = stores;
        this.settings = settings;
        this.replies = new ReplyFlow(stores);
        this.commands = new CommandFlow(stores, settings);
        this.comingAndGoing = new ComingAndGoing();
        this.afterwards = afterwards;
    }

    @Override
    public Answer hear(Incoming what) {
        Sessions.Stale met = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                Answer answer = stores.transactions().inOne(() -> once(what));
                afterwards.run();
                return answer;
            } catch (Sessions.Stale e) {
                met = e;
            }
        }
        throw java.util.Objects.requireNonNull(met);
    }

    /** A message of ours is there: replies to it that came before we knew are heard now. */
    void known(MessageRef root) {
        rehear(() -> stores.memory().takeEarly(root));
    }

    /** The same after a start, for all messages that are known by now. */
    public void catchUp() {
        rehear(stores.memory()::takeKnown);
    }

    private void rehear(Supplier<List<Incoming.Reply>> early) {
        if (!stores.memory().hasEarly()) {
            return;
        }
        boolean heard = stores.transactions().inOne(() -> {
            List<Incoming.Reply> kept = early.get();
            Instant now = stores.clock().instant();
            kept.forEach(reply -> hear(reply, now));
            return !kept.isEmpty();
        });
        if (heard) {
            afterwards.run();
        }
    }

    private Answer once(Incoming what) {
        String key = what.by().person().platform().name() + "/" + what.key();
        Optional<Answer> before = stores.memory().answered(key);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = stores.clock().instant();
        Answer answer = translated(hear(what, now));
        stores.memory().remember(key, answer, now);
        return answer;
    }

    private Answer hear(Incoming what, Instant now) {
        Optional<String> placeKey = stores.addresses().key(what.in());
        return switch (what) {
            case Incoming.Command command -> {
                Hearing h = hearing(command, placeKey, Optional.empty(), now);
                yield commands.hear(h, CommandLine.parse(command.text()), java.util.Map.of());
            }
            case Incoming.Pressed pressed -> {
                Action action = Action.parse(pressed.action());
                Hearing h = hearing(pressed, placeKey, action.session(), now);
                yield commands.hear(h, CommandLine.parse(action.command()), pressed.values());
            }
            case Incoming.Reply reply -> reply(reply, placeKey, now);
            case Incoming.Said said -> said(hearing(said, placeKey, Optional.empty(), now), said);
            case Incoming.Edited edited ->
                replies.edited(hearing(edited, placeKey, askedIn(edited.message()), now), edited);
            case Incoming.Deleted deleted ->
                replies.deleted(hearing(deleted, placeKey, askedIn(deleted.message()), now), deleted);
            case Incoming.Arrived arrived -> comingAndGoing.arrived(hearing(arrived, placeKey, Optional.empty(), now));
            case Incoming.Vanished gone -> comingAndGoing.vanished(hearing(gone, placeKey, Optional.empty(), now));
            case Incoming.Left left -> comingAndGoing.left(hearing(left, placeKey, Optional.empty(), now));
        };
    }

    /** The thread may be a place of its own: a table, where the bot may make no channels. */
    private Answer reply(Incoming.Reply reply, Optional<String> placeKey, Instant now) {
        Optional<String> room = stores.addresses().key(reply.root().thread());
        return room.isPresent()
                ? replies.inRoom(hearing(reply, room, Optional.empty(), now), reply)
                : replies.reply(hearing(reply, placeKey, repliedTo(reply, placeKey), now), reply);
    }

    /** One place may get the digests of many cafés, and somebody alone with the bot may run several: there the message says whose it is. */
    private Optional<String> repliedTo(Incoming.Reply reply, Optional<String> placeKey) {
        return placeKey.filter(key -> !FloorPlan.isManagement(key)).isPresent()
                ? Optional.empty()
                : stores.deliveries().that(reply.root()).map(Delivery::session);
    }

    /** One channel may hold several cafés, one after the other: what was written there belongs to the one in which it was asked. */
    private Optional<String> askedIn(MessageRef message) {
        return stores.harvests().fromSource(Asking.key(message)).map(Question::session);
    }

    /** Loose words: a question when they begin so; to the bot alone, whatever the bot understands. */
    private Answer said(Hearing h, Incoming.Said said) {
        CommandLine line = CommandLine.parse(said.text());
        boolean command = said.text().strip().toLowerCase(java.util.Locale.ROOT).startsWith("/cafe");
        boolean alone = h.placeKey().isEmpty();
        if (command || (alone && understood(h, line))) {
            return commands.hear(h, line, java.util.Map.of());
        }
        return replies.said(h, said);
    }

    /** While people look back, "Leave it to the crew." is an answer, and "leave" alone is a command. */
    private static boolean understood(Hearing h, CommandLine line) {
        boolean lookingBack = h.turn()
                .flatMap(t -> t.session().step())
                .filter(Step.Debrief.class::isInstance)
                .isPresent();
        return Word.of(line.first())
                .filter(word -> !lookingBack || line.rest().isEmpty() || word == Word.ANSWER)
                .isPresent();
    }

    private Hearing hearing(Incoming what, Optional<String> placeKey, Optional<String> named, Instant now) {
        Optional<Session> session = named.or(() -> placeKey.map(FloorPlan::sessionOf))
                .flatMap(stores.sessions()::find)
                .or(() -> placeKey.isEmpty() && named.isEmpty() ? latest(what) : Optional.empty());
        session.ifPresent(s -> LOG.debug(
                "session {} hears a {}", s.setting().id(), what.getClass().getSimpleName()));
        return new Hearing(what, placeKey, session, stores, settings, now);
    }

    /** In a place that is no café's: the newest of the speaker's sessions, one that is not closed before the others. */
    private Optional<Session> latest(Incoming what) {
        List<Session> mine = stores.sessions().involving(what.by().person().key());
        return mine.stream()
                .filter(s -> !(s.stage() instanceof Stage.Closed))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    private Answer translated(Answer answer) {
        return new Answer(answer.whispers().stream().map(this::translated).toList(), answer.form());
    }

    private Content translated(Content content) {
        return stores.translation().content(content);
    }
}
