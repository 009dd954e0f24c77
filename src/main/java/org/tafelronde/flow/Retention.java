package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.domain.session.Afterwards;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.time.Ids;

/**
 * What is past its time goes (F68): a café, and all that was said in it, so many days after its end. One that never ended counts from when
 * somebody last did something with its plan; one that runs is left alone. A note about its actions that falls on the last day is said first.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    /** For this long a note that was due is on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofDays(1);

    private final Stores stores;
    private final Duration kept;

    public Retention(Stores stores, Duration kept) {
        this.stores = stores;
        this.kept = kept;
    }

    public Duration kept() {
        return kept;
    }

    /** Whether a café is kept for long enough that its actions can be asked after so late. */
    public boolean allows(Duration followUp) {
        return kept.compareTo(followUp) >= 0;
    }

    /**
     * @return how many are gone
     */
    public int purge(Instant now) {
        int gone = 0;
        for (Session session : stores.sessions().all()) {
            String id = session.setting().id();
            if (isPast(session, now) && goes(id, now)) {
                LOG.info("session {} was past its time and is deleted", id);
                gone++;
            }
        }
        return gone;
    }

    /**
     * Somebody may do something with the café in the meantime: begin it after all, or go on with it. Then it stays.
     *
     * @return whether it is gone
     */
    private boolean goes(String id, Instant now) {
        try {
            return stores.transactions().inOne(() -> {
                Optional<Session> past = stores.sessions().find(id).filter(s -> isPast(s, now));
                // Saved as it is, so that whoever changes it at this very moment finds it changed, or this does.
                past.ifPresent(stores.sessions()::save);
                past.ifPresent(s -> stores.sessions().delete(id));
                return past.isPresent();
            });
        } catch (Sessions.Stale e) {
            return false;
        }
    }

    private boolean isPast(Session s, Instant now) {
        return lastSign(s)
                .filter(last -> !last.plus(kept).isAfter(now))
                .filter(last -> !isFollowedUp(s, last, now))
                .isPresent();
    }

    /** In real time; empty while it runs. */
    private static Optional<Instant> lastSign(Session s) {
        Optional<Instant> begun = s.startedAt().map(s.setting().tempo()::real);
        return switch (s.stage()) {
            case Stage.Closed closed ->
                Optional.of(
                        s.setting().tempo().real(s.afterwards().reviewUntil().orElse(closed.at())));
            case Stage.Gathering gathering ->
                Stream.of(Ids.madeAt(s.setting().id()), s.setting().plannedStart())
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo);
            case Stage.Paused paused -> begun;
            case Stage.Running running -> Optional.empty();
        };
    }

    private boolean isFollowedUp(Session s, Instant end, Instant now) {
        boolean asked = s.stage() instanceof Stage.Closed
                && s.script().ending().followUp()
                && !s.setting().isRehearsal();
        return asked
                && Afterwards.FOLLOW_UPS.stream()
                        .map(end::plus)
                        .anyMatch(
                                due -> !due.isAfter(now) && due.plus(ON_ITS_WAY).isAfter(now))
                && !stores.harvests().actions(s.setting().id()).isEmpty();
    }
}
