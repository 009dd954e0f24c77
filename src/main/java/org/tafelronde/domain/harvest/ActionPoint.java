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
 */
public record ActionPoint(
        String session,
        int number,
        String text,
        Optional<String> owner,
        Optional<LocalDate> due,
        String by,
        Instant at) {

    public ActionPoint numbered(int other) {
        return new ActionPoint(session, other, text, owner, due, by, at);
    }

    /** Whoever put it down is nobody any more. */
    public ActionPoint by(String nobody) {
        return new ActionPoint(session, number, text, owner, due, nobody, at);
    }
}
