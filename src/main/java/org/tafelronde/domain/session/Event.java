package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Step;

/** Something that others should hear of. {@code due} is when it was meant to happen. */
public sealed interface Event {
    record CheckedIn(String who) implements Event {}

    /** Came after the start, and has a seat from this round on. */
    record JoinedLate(String who, int fromRound) implements Event {}

    record WentAway(String who) implements Event {}

    record Started(Instant at, Instant end) implements Event {}

    /** Everybody has a route, and the tables exist. */
    record Seated(Instant due) implements Event {}

    /** These people's routes changed. */
    record Rerouted(Set<String> who) implements Event {
        public Rerouted {
            who = Set.copyOf(who);
        }
    }

    /** A step that is not a round begins. */
    record StepOpened(Step step, Instant due, Instant endsAt) implements Event {}

    record RoundOpened(Step.Round round, Instant due, Instant endsAt) implements Event {}

    record InterventionDropped(
            Step.Round round, Intervention intervention, Set<String> tables, Instant due, boolean spare)
            implements Event {
        public InterventionDropped {
            tables = Set.copyOf(tables);
        }
    }

    /** A round is half over at these tables, as long as it is by now. Nobody is told by a message of its own. */
    record HalfTime(Step.Round round, Duration left, Set<String> tables, Instant due, Instant endsAt) implements Event {
        public HalfTime {
            tables = Set.copyOf(tables);
        }
    }

    record TimeLeft(Step.Round round, Duration left, Set<String> tables, Instant due, Instant endsAt) implements Event {
        public TimeLeft {
            tables = Set.copyOf(tables);
        }
    }

    record PickingEnds(Duration left, Instant due, Instant endsAt) implements Event {}

    record TimeUp(Step.Round round, Set<String> tables, Instant due) implements Event {
        public TimeUp {
            tables = Set.copyOf(tables);
        }
    }

    /** The hosts are asked to complete the handover card. */
    record HandoverDue(Step.Round round, Instant due) implements Event {}

    record PickingOver(Instant due) implements Event {}

    /** A theme's turn to name its top questions. */
    record Bell(String theme, Instant due) implements Event {}

    record DebriefAsked(Step.Debrief debrief, int prompt, Instant due, Instant endsAt) implements Event {}

    record DebriefShared(Step.Debrief debrief, int prompt, Instant due) implements Event {}

    record Paused() implements Event {}

    record Resumed(Instant stepEndsAt, Instant end) implements Event {}

    /**
     * The time of a step changed.
     *
     * @param tables whose; all of them as a rule
     */
    record Retimed(Step step, Set<String> tables, Instant stepEndsAt, Instant end) implements Event {
        public Retimed {
            tables = Set.copyOf(tables);
        }
    }

    record Skipped(Step step, Instant end) implements Event {}

    record Moved(String who, String from, String to) implements Event {}

    record HostChanged(String table, String from, String to, int round) implements Event {}

    record DeputyNamed(String who) implements Event {}

    record TakenOver(String from, String by) implements Event {}

    /** The plan is through, or the facilitator closed it. */
    record Closed(Instant at, List<String> unused) implements Event {}

    /** People may object to what management will read. */
    record ReviewOpened(Instant until) implements Event {}

    /** Nobody can object to what management will read any more. */
    record ReviewOver(Instant due) implements Event {}

    /** The actions are asked after, so long after the end. */
    record FollowUpDue(Duration after, Instant due) implements Event {}
}
