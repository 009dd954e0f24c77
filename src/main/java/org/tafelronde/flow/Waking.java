package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.domain.session.Session;

/** What must be put right when the program begins, before any time passes and anything is said. */
public final class Waking {
    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);
    /** For this long a platform may send an event again. */
    private static final Duration KEYS_KEPT = Duration.ofDays(3);

    private final Stores stores;
    private final FrontDoor door;

    public Waking(Stores stores, FrontDoor door) {
        this.stores = stores;
        this.door = door;
    }

    /**
     * A real café's time went on while the program was away. A rehearsal's did not: it goes on where it stood, so that at hundreds of times
     * the real speed nothing of it is missed.
     */
    public void wake() {
        Instant now = stores.clock().instant();
        stores.transactions().inOne(() -> {
            stores.memory().forgetBefore(now.minus(KEYS_KEPT));
            List<Session> open = stores.sessions().open();
            open.forEach(
                    s -> stores.linguist().prepare(s.script().card(), s.script().language()));
            open.stream().filter(s -> s.setting().isRehearsal()).forEach(s -> goesOn(s, now));
            return now;
        });
        door.catchUp();
    }

    private void goesOn(Session session, Instant now) {
        Duration stoodStill = session.nextDue()
                .map(due -> Duration.between(session.setting().tempo().real(due), now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        LOG.info("rehearsal {} goes on", session.setting().id());
        Turn turn = new Turn(stores, session.stoodStill(stoodStill), now);
        turn.save();
    }
}
