package org.tafelronde.domain.session;

import java.time.Duration;
import java.util.Set;
import org.tafelronde.domain.script.Intervention;

/** Something that happens in a step at a known time after the step's beginning. */
sealed interface Moment {
    Duration at();

    record Opens(Duration at) implements Moment {}

    record Seats(Duration at) implements Moment {}

    record Intervenes(Duration at, Intervention intervention) implements Moment {}

    record IsHalfOver(Duration at, Duration left, Set<String> tables) implements Moment {}

    record Warns(Duration at, Duration left, Set<String> tables) implements Moment {}

    record TimeIsUp(Duration at, Set<String> tables) implements Moment {}

    record HandsOver(Duration at) implements Moment {}

    record PickingEndsSoon(Duration at, Duration left) implements Moment {}

    record Bells(Duration at, String theme) implements Moment {}

    record Asks(Duration at, int prompt) implements Moment {}

    record Shares(Duration at, int prompt) implements Moment {}

    /** The slot is over: the next step begins. */
    record Ends(Duration at) implements Moment {}
}
