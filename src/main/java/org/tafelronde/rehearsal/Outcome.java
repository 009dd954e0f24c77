package org.tafelronde.rehearsal;

import org.tafelronde.time.Timings;

/**
 * How a rehearsal ended.
 *
 * @param session its id
 * @param timers how late each prompt was there, in real time
 * @param replies how long each answered reply took, its commit included
 */
public record Outcome(String session, Timings timers, Timings replies) {}
