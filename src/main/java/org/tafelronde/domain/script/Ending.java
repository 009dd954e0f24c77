package org.tafelronde.domain.script;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens when the plan is through.
 *
 * @param review so long people may object before management has the digest (F55); empty: the facilitator publishes it without asking them
 * @param followUp whether the actions are asked after later on (F60)
 */
public record Ending(Optional<Duration> review, boolean followUp) {
    public static final Duration SHORTEST_REVIEW = Duration.ofHours(1);
    public static final Duration LONGEST_REVIEW = Duration.ofDays(14);

    /** Of a script that says nothing about it. */
    public static final Ending USUAL = new Ending(Optional.empty(), true);

    public Ending {
        review.ifPresent(Ending::check);
    }

    private static void check(Duration review) {
        if (review.compareTo(SHORTEST_REVIEW) < 0 || review.compareTo(LONGEST_REVIEW) > 0) {
            throw new IllegalArgumentException("people have an hour to fourteen days to object, not " + review);
        }
    }
}
