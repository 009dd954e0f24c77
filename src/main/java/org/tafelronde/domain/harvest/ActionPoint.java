package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that is to be done after the café (F56).
 *
 * @param number by which people call it, from 1; given out when it is kept
 * @param owner who does it: a role, never a name; empty: nobody has taken it on yet
 * @param due when it is to be done; empty: no date was agreed
 * @param by who put it down
 * @param outcome what became of it; empty: nobody has told
 */
public record ActionPoint(
        String session,
        int number,
        String text,
        Optional<String> owner,
        Optional<LocalDate> due,
        String by,
        Instant at,
        Optional<Outcome> outcome) {

    /**
     * What became of it, as somebody told who may know. Who that was is kept nowhere (F54).
     *
     * @param on the day on which it was told
     */
    public record Outcome(State state, LocalDate on) {
        /** How it stands. */
        public enum State {
            DONE,
            GOING_ON,
            /** It lies still, or does not happen at all. */
            STUCK
        }
    }

    public ActionPoint {
        // One that was kept before anybody was asked.
        outcome = outcome == null ? Optional.empty() : outcome;
    }

    /** Something that was just agreed. */
    public ActionPoint(
            String session,
            int number,
            String text,
            Optional<String> owner,
            Optional<LocalDate> due,
            String by,
            Instant at) {
        this(session, number, text, owner, due, by, at, Optional.empty());
    }

    public boolean isDone() {
        return outcome.filter(o -> o.state() == Outcome.State.DONE).isPresent();
    }

    /** What is told last counts. */
    public ActionPoint became(Outcome other) {
        return new ActionPoint(session, number, text, owner, due, by, at, Optional.of(other));
    }

    public ActionPoint numbered(int other) {
        return new ActionPoint(session, other, text, owner, due, by, at, outcome);
    }

    /** Whoever put it down is nobody any more. */
    public ActionPoint by(String nobody) {
        return new ActionPoint(session, number, text, owner, due, nobody, at, outcome);
    }
}
