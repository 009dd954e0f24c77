package org.tafelronde.domain.seating;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody to be seated.
 *
 * @param organisation people of one are spread over the tables
 * @param role likewise
 * @param fromRound the first round with a seat, from 1
 * @param untilRound the last one; {@link Integer#MAX_VALUE} as a rule
 * @param missed rounds between without a seat
 * @param heads how many people share this seat: more than one in a meeting room. It is one seat among others all the same, as a table talks
 *     by one microphone a seat; but rooms are spread over the tables (F66)
 */
public record Seater(
        String id,
        Optional<String> organisation,
        Optional<String> role,
        int fromRound,
        int untilRound,
        Set<Integer> missed,
        int heads) {
    public Seater {
        missed = Set.copyOf(missed);
        if (heads < 1) {
            throw new IllegalArgumentException(id + " has at least one head, not " + heads);
        }
    }

    /** Somebody for themselves. */
    public Seater(
            String id,
            Optional<String> organisation,
            Optional<String> role,
            int fromRound,
            int untilRound,
            Set<Integer> missed) {
        this(id, organisation, role, fromRound, untilRound, missed, 1);
    }

    /** Somebody who is there from the first round to the last. */
    public static Seater of(String id) {
        return new Seater(id, Optional.empty(), Optional.empty(), 1, Integer.MAX_VALUE, Set.of());
    }

    public boolean present(int round) {
        return fromRound <= round && round <= untilRound && !missed.contains(round);
    }

    /** What rooms have in common; nothing, for somebody for themselves. */
    Optional<String> room() {
        return heads > 1 ? Optional.of("room") : Optional.empty();
    }

    /** From the first round to the last. */
    boolean presentInAll(int rounds) {
        for (int r = 1; r <= rounds; r++) {
            if (!present(r)) {
                return false;
            }
        }
        return true;
    }
}
