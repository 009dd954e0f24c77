package org.tafelronde.desk;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.MediaLinks;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Conclusion;
import org.tafelronde.flow.HarvestSoFar;
import org.tafelronde.flow.Overview;
import org.tafelronde.flow.Stores;
import org.tafelronde.time.Ticker;

/**
 * Looks at the cafés whose desks are open, once for all desks of a café, and tells those desks when something changed. It is woken after
 * everything that is committed here, and looks by itself as well: a message that goes out wakes nobody, and neither does another process.
 */
@Singleton
public final class Watching implements Ticker.Work {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    /** What two hundred people do at once is seen in one look. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final Duration BY_ITSELF = Duration.ofMillis(300);

    /** The digest is read and mended after the end, or after the time to object; then the link has had its time. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Stores stores;
    private final MediaLinks files;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private Instant lookedAt = Instant.EPOCH;

    Watching(Stores stores, MediaLinks files) {
        this.stores = stores;
        this.files = files;
    }

    /**
     * What a look saw.
     *
     * @param json for the page
     */
    record Seen(Session session, String json) {
        /** For whom it is. */
        boolean isFor(String person) {
            return session.isRunBy(person);
        }
    }

    /** Hears what is seen; empty: the café is not there any more. */
    interface Desk extends Consumer<Optional<Seen>> {}

    /** The desks of one session. Its lock holds while they are told, so that no older look comes after a newer one. */
    private static final class Watched {
        final List<Desk> desks = new CopyOnWriteArrayList<>();
        final Findings findings;

        @Nullable
        String told;

        Watched(Findings findings) {
            this.findings = findings;
        }
    }

    /** The session, for a person who runs it, while its link has its time. */
    Optional<Session> session(Links.Seat seat) {
        return find(seat.session()).filter(s -> s.isRunBy(seat.person()));
    }

    /** What the questions come to, for a person who runs the session. It is remembered while a desk is open, and forgotten with the last one. */
    Optional<HarvestSoFar> findings(Links.Seat seat) {
        return session(seat).map(s -> {
            Watched its = watched.get(seat.session());
            return (its == null ? new Findings(stores) : its.findings).of(s);
        });
    }

    private Optional<Session> find(String session) {
        Instant now = stores.clock().instant();
        return stores.sessions().find(session).filter(s -> !isPast(s, now));
    }

    private static boolean isPast(Session s, Instant now) {
        if (!(s.stage() instanceof Stage.Closed closed)) {
            return false;
        }
        Instant last =
                s.afterwards().reviewUntil().filter(closed.at()::isBefore).orElse(closed.at());
        return now.isAfter(s.setting().tempo().real(last).plus(KEPT));
    }

    /** Tells a desk how it stands, and from now on what changes. */
    AutoCloseable open(String session, Desk desk) {
        Watched its = watched.compute(session, (id, before) -> {
            Watched w = before == null ? new Watched(new Findings(stores)) : before;
            w.desks.add(desk);
            return w;
        });
        synchronized (its) {
            Optional<Seen> seen = look(session, stores.clock().instant());
            its.told = its.told == null ? seen.map(Seen::json).orElse("") : its.told;
            desk.accept(seen);
        }
        return () -> watched.computeIfPresent(session, (id, w) -> {
            w.desks.remove(desk);
            return w.desks.isEmpty() ? null : w;
        });
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        if (now.isBefore(lookedAt.plus(BETWEEN))) {
            return Optional.of(lookedAt.plus(BETWEEN));
        }
        lookedAt = now;
        watched.forEach((session, its) -> {
            try {
                tell(session, its, now);
            } catch (RuntimeException e) {
                LOG.warn("the desks of session {} could not look and try again", session, e);
            }
        });
        return Optional.of(now.plus(BY_ITSELF));
    }

    private void tell(String session, Watched its, Instant now) {
        synchronized (its) {
            Optional<Seen> seen = look(session, now);
            String json = seen.map(Seen::json).orElse("");
            if (!json.equals(its.told)) {
                its.told = json;
                its.desks.forEach(desk -> desk.accept(seen));
            }
        }
    }

    private Optional<Seen> look(String session, Instant now) {
        return find(session)
                .map(s -> new Seen(
                        s,
                        Wire.write(View.of(
                                Overview.of(stores, s, now),
                                Conclusion.of(stores, s).map(c -> ConclusionView.of(c, files)),
                                now))));
    }
}
