package org.tafelronde.rehearsal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Settings;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Stragglers;
import org.tafelronde.time.Patience;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebPerson;

/** All rehearsals of this process. No real person is in any of them but the one who watches (F8). */
@Singleton
public final class Rehearsals implements Stragglers {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

    private final WebChat chat;
    private final Stores stores;
    private final Settings settings;
    private final Opening opening;
    private final Map<String, Play> plays = new ConcurrentHashMap<>();

    Rehearsals(WebChat chat, Stores stores, Settings settings, Opening opening) {
        this.chat = chat;
        this.stores = stores;
        this.settings = settings;
        this.opening = opening;
    }

    /** A rehearsal under way. */
    public record Running(Session session, CompletableFuture<Outcome> end) {}

    /**
     * Begins one: the session, and the virtual people who come in by themselves.
     *
     * @param watcher hears what was acknowledged
     */
    public Running begin(Wanted wanted, Watcher watcher) {
        Lines lines = new Lines(wanted.script());
        Person facilitator = wanted.facilitator()
                .orElseGet(() -> chat.register(
                        lines.facilitator(), wanted.script().language().code(), true));
        String name = chat.person(facilitator.id()).map(WebPerson::name).orElse(lines.facilitator());
        Instant now = stores.clock().instant();
        ZonedDateTime start = now.atZone(settings.zone()).with(wanted.script().startsAt());
        Session session = opening.open(
                facilitator.key(),
                name,
                new Opening.Wish(
                        wanted.script(),
                        settings.zone(),
                        new Tempo(now, start.toInstant(), wanted.speed()),
                        wanted.seed().orElseGet(now::toEpochMilli),
                        Optional.of(new Rehearsal(
                                wanted.people(),
                                wanted.facilitator().isEmpty(),
                                wanted.facilitator().isEmpty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                now);
        return play(session, watcher);
    }

    /**
     * Goes on with what was under way when the program ended.
     *
     * @return the oldest of them
     */
    public Optional<Running> goOn(Watcher watcher) {
        return stores.sessions().open().stream()
                .filter(s -> s.setting().isRehearsal()
                        && !plays.containsKey(s.setting().id()))
                .sorted(Comparator.comparing(s -> s.setting().id()))
                .map(s -> play(s, watcher))
                .toList()
                .stream()
                .findFirst();
    }

    /**
     * A rehearsal that had come to its end when the program ended, before anybody was told so: what is left of it is done.
     *
     * @return the oldest of them
     */
    public Optional<Running> untold(Watcher watcher) {
        return stores.sessions().all().stream()
                .filter(s -> s.stage() instanceof Stage.Closed)
                .filter(s -> s.setting().rehearsal().filter(Rehearsal::awaited).isPresent())
                .min(Comparator.comparing(s -> s.setting().id()))
                .map(s -> play(s, watcher));
    }

    /** Whoever waited for this rehearsal knows what it came to: it is not told again. */
    public void told(Outcome outcome) {
        stores.transactions().inOne(() -> {
            stores.sessions().find(outcome.session()).map(Session::told).ifPresent(stores.sessions()::save);
            return outcome;
        });
    }

    private Running play(Session session, Watcher watcher) {
        Rehearsal rehearsal = session.setting().rehearsal().orElseThrow();
        Play play = new Play(chat, stores, opening, session, rehearsal, watcher);
        plays.put(session.setting().id(), play);
        play.end().whenComplete((outcome, failure) -> close(session.setting().id()));
        play.start();
        LOG.info("rehearsal {} has {} virtual people", session.setting().id(), rehearsal.people());
        return new Running(session, play.end());
    }

    /**
     * The web chat's own name of a session's plenary, as soon as it is there.
     *
     * @throws IllegalStateException when it does not come
     */
    String plenary(Session session) {
        Patience patience = new Patience(Duration.ofSeconds(10));
        return patience.until(() -> stores.addresses()
                        .place(Platform.WEBCHAT, session.setting().id() + "/plenary")
                        .map(Place::id))
                .orElseThrow(() -> new IllegalStateException("the plenary of the rehearsal does not come"));
    }

    /**
     * Stops a rehearsal and takes away everything of it.
     *
     * @param cafe its short name
     * @param by who runs it
     * @return false when there is none of theirs
     */
    boolean delete(String cafe, Person by) {
        Optional<Session> session = stores.sessions().involving(by.key()).stream()
                .filter(s ->
                        s.setting().isRehearsal() && s.setting().shortName().equals(cafe) && s.isRunBy(by.key()))
                .findFirst();
        if (session.isEmpty()) {
            return false;
        }
        String id = session.get().setting().id();
        close(id);
        chat.person(by.id())
                .ifPresent(me -> chat.press(
                        by, me.direct().id(), Optional.empty(), "@" + id + " delete anyway", Map.of(), id + "/delete"));
        return true;
    }

    @Override
    public boolean behind(String session, Instant due) {
        Play play = plays.get(session);
        return play != null && play.behind(due);
    }

    @Override
    public void goOn(String session, Duration stoodStill) {
        Play play = plays.get(session);
        if (play != null) {
            play.goOn(stoodStill);
        }
    }

    private void close(String session) {
        Play play = plays.remove(session);
        if (play != null) {
            // Not on the play's own thread: closing waits for it.
            Thread.ofVirtual().start(() -> stop(play));
        }
    }

    private static void stop(Play play) {
        try {
            play.close();
        } catch (Exception e) {
            LOG.warn("a rehearsal did not end well", e);
        }
    }

    @PreDestroy
    void close() {
        plays.values().forEach(Rehearsals::stop);
        plays.clear();
    }
}
