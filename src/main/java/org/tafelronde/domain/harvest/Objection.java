package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody does not want management to read a question (F55).
 *
 * @param number by which the facilitator calls it, from 1; given out when it is kept
 * @param question its id
 * @param by who objects; in no export
 * @param reason in their words; may be empty
 * @param verdict what the facilitator made of it; empty: nothing yet
 * @param asked the asker's own words, once the facilitator put the question in others
 */
public record Objection(
        String session,
        int number,
        String question,
        String by,
        String reason,
        Instant at,
        Optional<Verdict> verdict,
        Optional<String> asked) {

    /** What becomes of the question. */
    public enum Verdict {
        LEFT_OUT,
        KEPT,
        REWORDED
    }

    public Objection {
        // One that was kept before the asker's words were.
        asked = asked == null ? Optional.empty() : asked;
    }

    /** Somebody just objected. */
    public Objection(String session, String question, String by, String reason, Instant at) {
        this(session, 0, question, by, reason, at, Optional.empty(), Optional.empty());
    }

    public Objection numbered(int other) {
        return new Objection(session, other, question, by, reason, at, verdict, asked);
    }

    public Objection decided(Verdict what) {
        return new Objection(session, number, question, by, reason, at, Optional.of(what), asked);
    }

    /** The question gets other words than these; the first ones stay the asker's. */
    public Objection reworded(String before) {
        return new Objection(session, number, question, by, reason, at, verdict, asked.or(() -> Optional.of(before)));
    }

    /** Whoever objects is nobody any more. */
    public Objection by(String nobody) {
        return new Objection(session, number, question, nobody, reason, at, verdict, asked);
    }
}
