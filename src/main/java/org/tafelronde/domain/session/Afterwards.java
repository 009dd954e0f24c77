package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafelronde.domain.script.Ending;

/**
 * What is still to come when a café is over.
 *
 * @param reviewUntil until then people may object to what management will read (F55); empty: nobody is asked, or not any more
 * @param reviewed whether people were asked
 * @param followedUp how many times the actions were asked after, or were to be (F60)
 */
public record Afterwards(Optional<Instant> reviewUntil, boolean reviewed, int followedUp) {
    /** The café has just ended, or has not. */
    public static final Afterwards NOTHING_YET = new Afterwards(Optional.empty(), false, 0);

    /** So long after the end the actions are asked after. */
    public static final List<Duration> FOLLOW_UPS = List.of(Duration.ofDays(30), Duration.ofDays(90));

    /** So long it lasts at most in a rehearsal, on the café's own clock: nobody watches virtual people for a day. */
    public static final Duration REHEARSED_REVIEW = Ending.SHORTEST_REVIEW;

    Afterwards reviewing(Instant until) {
        return new Afterwards(Optional.of(until), true, followedUp);
    }

    Afterwards notReviewing() {
        return new Afterwards(Optional.empty(), reviewed, followedUp);
    }

    /** The script may ask for a review whenever a café ends that had tables. */
    static Session ended(Session closed, Instant at, List<Event> events) {
        Optional<Instant> until = closed.script().ending().review().map(length -> at.plus(lasting(closed, length)));
        if (until.isEmpty() || closed.floor().isEmpty()) {
            return closed;
        }
        events.add(new Event.ReviewOpened(until.get()));
        return closed.afterwards(closed.afterwards().reviewing(until.get()));
    }

    static Decision review(Session s, String by, Duration length, Instant now) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (!(s.stage() instanceof Stage.Closed)) {
            return Decision.refused(new Refusal.NotClosed());
        }
        if (s.published()) {
            return Decision.refused(new Refusal.IsPublished());
        }
        Instant until = now.plus(lasting(s, length));
        return Decision.changed(s.afterwards(s.afterwards().reviewing(until)), new Event.ReviewOpened(until));
    }

    private static Duration lasting(Session s, Duration review) {
        boolean shorter = s.setting().isRehearsal() && review.compareTo(REHEARSED_REVIEW) > 0;
        return shorter ? REHEARSED_REVIEW : review;
    }

    private Afterwards askedAfter() {
        return new Afterwards(reviewUntil, reviewed, followedUp + 1);
    }

    static Optional<Instant> nextDue(Session s, Stage.Closed closed) {
        return Stream.of(s.afterwards().reviewUntil(), nextFollowUp(s, closed))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Virtual people do nothing afterwards. */
    private static Optional<Instant> nextFollowUp(Session s, Stage.Closed closed) {
        int next = s.afterwards().followedUp();
        boolean more = next < FOLLOW_UPS.size()
                && s.script().ending().followUp()
                && !s.setting().isRehearsal();
        return more ? Optional.of(closed.at().plus(FOLLOW_UPS.get(next))) : Optional.empty();
    }

    static Decision timeIsUp(Session s, Stage.Closed closed, Instant now) {
        List<Event> events = new ArrayList<>();
        Session after = s;
        Optional<Instant> review = s.afterwards().reviewUntil().filter(until -> !until.isAfter(now));
        if (review.isPresent()) {
            events.add(new Event.ReviewOver(review.get()));
            after = after.afterwards(after.afterwards().notReviewing());
        }
        Optional<Event> followUp = Optional.empty();
        Optional<Instant> due = nextFollowUp(after, closed);
        while (due.isPresent() && !due.get().isAfter(now)) {
            int done = after.afterwards().followedUp();
            // When the program was away for so long that two are due, the later one asks the same.
            followUp = Optional.of(new Event.FollowUpDue(FOLLOW_UPS.get(done), due.get()));
            after = after.afterwards(after.afterwards().askedAfter());
            due = nextFollowUp(after, closed);
        }
        followUp.ifPresent(events::add);
        return new Decision.Changed(after, events);
    }
}
