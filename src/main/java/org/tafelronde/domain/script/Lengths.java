package org.tafelronde.domain.script;

import java.time.Duration;

/** The length of a step. */
final class Lengths {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    /** A café of one day; longer is a mistake in the script. */
    static final Duration LONGEST = Duration.ofHours(12);

    private Lengths() {}

    static void check(String id, String title, Duration length, Duration minimum) {
        Ids.check("a step's id", id);
        Texts.check("the title of step " + id, title);
        between("step " + id, length, SHORTEST, LONGEST);
        between("the minimum of step " + id, minimum, Duration.ZERO, length);
    }

    static void between(String what, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    what + " lasts from " + minutes(least) + " to " + minutes(most) + ", not " + minutes(value));
        }
    }

    private static String minutes(Duration d) {
        return d.toSecondsPart() == 0 ? d.toMinutes() + " minutes" : d.toSeconds() + " seconds";
    }
}
