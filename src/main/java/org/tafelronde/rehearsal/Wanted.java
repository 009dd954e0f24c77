package org.tafelronde.rehearsal;

import java.util.Optional;
import java.util.OptionalLong;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.script.Script;

/**
 * What rehearsal is wanted.
 *
 * @param people virtual ones, from 3 to 1,000
 * @param speed café seconds per real second, at least 1
 * @param seed fixes the seating and what everybody says; empty: any
 * @param facilitator who watches and may give commands; empty: a virtual one, who publishes the digest too
 */
public record Wanted(Script script, int people, double speed, OptionalLong seed, Optional<Person> facilitator) {
    public static final int MOST = 1_000;
    public static final double FASTEST = 2_000;

    public Wanted {
        if (people < 3 || people > MOST) {
            throw new IllegalArgumentException("a rehearsal has from 3 to " + MOST + " people, not " + people);
        }
        if (!(speed >= 1 && speed <= FASTEST)) {
            throw new IllegalArgumentException(
                    "a rehearsal goes from 1 to " + (int) FASTEST + " times the real speed, not " + speed);
        }
    }
}
