package org.tafelronde.flow;

import java.util.Optional;

/** Where a facilitator can watch a café: a live page of their own. */
public interface Desks {
    /** This server has no address that people could open. */
    Desks NOWHERE = (session, person) -> Optional.empty();

    /**
     * The address of a person's desk for a session. Whoever has it can do there what that person can do.
     *
     * @param person the key of who runs the session
     * @return empty when people cannot reach this server
     */
    Optional<String> address(String session, String person);
}
