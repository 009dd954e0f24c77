package org.tafelronde.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kept promises: when each session must be looked at next, in real time. One row for a session. */
public interface Timers {
    /**
     * @param due empty: not at all
     */
    void set(String session, Optional<Instant> due);

    /** Sessions that are due, the longest overdue first. */
    List<String> due(Instant now, int most);

    /** The earliest of all. */
    Optional<Instant> next();
}
