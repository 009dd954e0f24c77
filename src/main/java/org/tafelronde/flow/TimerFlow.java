package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Runnable afterwards;

    /**
     * @param afterwards called when something was committed: there may be a message to say
     */
    public TimerFlow(Stores stores, FrontDoor door, Runnable afterwards) {
        this.stores = stores;
        this.door = door;
        this.afterwards = afterwards;
    }

    @Override
    public Optional<Instant> doDue(Instant now) {
        // A reply that crossed the very message that it answers is heard at the next look.
        door.catchUp();
        List<String> due = stores.timers().due(now, AT_ONCE);
        boolean failed = false;
        for (String session : due) {
            failed |= !look(session);
        }
        Optional<Instant> next = stores.timers().next();
        // One café in trouble must not keep the others from being looked at, nor the processor busy.
        return failed ? Optional.of(now.plus(AFTER_FAILURE)) : next;
    }

    private boolean look(String id) {
        try {
            stores.transactions().inOne(() -> {
                lookAt(id);
                return id;
            });
            afterwards.run();
            return true;
        } catch (Sessions.Stale e) {
            // Somebody said something at that instant; the timer is still due and is looked at again.
            return true;
        } catch (RuntimeException e) {
            LOG.error("the timer of session {} failed and is tried again", id, e);
            return false;
        }
    }

    private void lookAt(String id) {
        Optional<Session> session = stores.sessions().find(id);
        if (session.isEmpty()) {
            stores.timers().set(id, Optional.empty());
            return;
        }
        Turn turn = new Turn(stores, session.get(), stores.clock().instant());
        switch (session.get().timeIsUp(turn.cafeNow())) {
            case Decision.Changed changed -> {
                turn.becomes(changed.session());
                new Announcements(turn).of(changed.events());
                turn.save();
            }
            case Decision.Ignored ignored -> turn.setTimer();
            case Decision.Refused refused -> throw new IllegalStateException("nobody refuses the time: " + refused);
        }
    }
}
