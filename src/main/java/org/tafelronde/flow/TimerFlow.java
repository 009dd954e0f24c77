package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Session;
import org.tafelronde.time.Ticker;

/** What happens because it is time. */
public final class TimerFlow implements Ticker.Work {
    private static final Logger LOG = LoggerFactory.getLogger(TimerFlow.class);
    private static final int AT_ONCE = 20;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Stores stores;
    private final FrontDoor door;
    private final Standstill standstill;
    private final Runnable afterwards;

    /**
     * @param stragglers whom a rehearsal waits for
     * @param afterwards called when something was committed: there may be a message to say
     */
    public TimerFlow(Stores stores, FrontDoor door, Stragglers stragglers, Runnable afterwards) {
        this.stores = stores;
        this.door = door;
        this.standstill = new Standstill(stragglers);
        this.afterwards = afterwards;
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        // A reply that crossed the very message that it answers is heard at the next look.
        door.catchUp();
        Set<String> due = new LinkedHashSet<>(stores.timers().due(now, AT_ONCE));
        // Their timer may be another one meanwhile: somebody paused, or published.
        due.addAll(standstill.waiting());
        boolean failed = false;
        for (String session : due) {
            failed |= !look(session);
        }
        // One café in trouble must not keep the others from being looked at, nor the processor busy.
        return failed
                ? Optional.of(now.plus(AFTER_FAILURE))
                : standstill.lookAgain(now, stores.timers().next());
    }

    private boolean look(String id) {
        Instant now = stores.clock().instant();
        try {
            boolean went = stores.transactions().inOne(() -> lookAt(id, now));
            if (went) {
                standstill.isOver(id, now);
                afterwards.run();
            }
            return true;
        } catch (Sessions.Stale e) {
            // Somebody said something at that instant; the timer is still due and is looked at again.
            return true;
        } catch (RuntimeException e) {
            LOG.error("the timer of session {} failed and is tried again", id, e);
            return false;
        }
    }

    /**
     * @return false when the session's clock stands still
     */
    private boolean lookAt(String id, Instant now) {
        Optional<Session> session = stores.sessions().find(id);
        if (session.isEmpty()) {
            stores.timers().set(id, Optional.empty());
            return true;
        }
        Optional<Session> going = standstill.unlessWaiting(session.get(), now);
        if (going.isEmpty()) {
            stores.timers().set(id, standstill.lookAgain(now, Optional.empty()));
            return false;
        }
        Turn turn = new Turn(stores, going.get(), Standstill.lookedAt(going.get(), now));
        switch (turn.session().timeIsUp(turn.cafeNow())) {
            case Decision.Changed changed -> {
                turn.becomes(changed.session());
                new Announcements(turn).of(changed.events());
                turn.save();
            }
            case Decision.Ignored ignored -> turn.setTimer();
            case Decision.Refused refused -> throw new IllegalStateException("nobody refuses the time: " + refused);
        }
        return true;
    }
}
