package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.domain.session.Session;

/** Since when the clock of each rehearsal stands still, as somebody in it is behind. Used by one thread. */
final class Standstill {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /** Whoever is behind for longer is in trouble that waiting does not mend. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

    private final Stragglers stragglers;
    private final Map<String, Instant> since = new HashMap<>();

    Standstill(Stragglers stragglers) {
        this.stragglers = stragglers;
    }

    Set<String> waiting() {
        return Set.copyOf(since.keySet());
    }

    /** When to look next: soon, if somebody waits. */
    Optional<Instant> lookAgain(Instant now, Optional<Instant> otherwise) {
        Instant soon = now.plus(LOOK_AGAIN);
        return since.isEmpty() || otherwise.filter(soon::isAfter).isPresent() ? otherwise : Optional.of(soon);
    }

    /**
     * The session as it goes on, its clock set back by as long as it stood still; empty while it waits.
     *
     * @param now in real time
     */
    Optional<Session> unlessWaiting(Session session, Instant now) {
        String id = session.setting().id();
        Optional<Instant> due = due(session).filter(d -> !d.isAfter(now));
        if (due.isPresent() && stragglers.behind(id, due.get())) {
            since.putIfAbsent(id, now);
            if (stoodStill(id, now).compareTo(LONGEST) < 0) {
                return Optional.empty();
            }
            LOG.warn("rehearsal {} does not wait any longer for who is behind", id);
        }
        return Optional.of(since.containsKey(id) ? session.stoodStill(stoodStill(id, now)) : session);
    }

    /** What {@link #unlessWaiting} gave is kept now: people go on, too. */
    void isOver(String session, Instant now) {
        if (since.containsKey(session)) {
            stragglers.goOn(session, stoodStill(session, now));
            since.remove(session);
        }
    }

    /**
     * The instant at which this session is looked at. On a busy machine a look comes late, and at two thousand times the speed that is hours
     * of the café: a rehearsal's clock does not jump over what happens in between.
     *
     * @param now in real time
     */
    static Instant lookedAt(Session session, Instant now) {
        // A nanosecond on, the café's clock is not before the moment, however it was rounded.
        return due(session).map(d -> d.plusNanos(1)).filter(now::isAfter).orElse(now);
    }

    /**
     * The instant at which something is said in this session: in a rehearsal before what is due and has not happened yet.
     *
     * @param now in real time
     */
    static Instant saidAt(Session session, Instant now) {
        return due(session).map(d -> d.minusMillis(1)).filter(now::isAfter).orElse(now);
    }

    /** In real time; empty for a real café, which waits for nobody. */
    private static Optional<Instant> due(Session session) {
        return session.nextDue()
                .filter(d -> session.setting().isRehearsal())
                .map(session.setting().tempo()::real);
    }

    private Duration stoodStill(String session, Instant now) {
        return Duration.between(since.getOrDefault(session, now), now);
    }
}
