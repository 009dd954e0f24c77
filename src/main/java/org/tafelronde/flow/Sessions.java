package org.tafelronde.flow;

import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.session.Session;

/** Where sessions are kept. Every method joins the caller's transaction. */
public interface Sessions {
    void add(Session session);

    Optional<Session> find(String id);

    /**
     * Keeps it, counted one version further.
     *
     * @throws Stale when somebody else saved this session since it was read
     */
    void save(Session session);

    /** Those that this person runs or takes part in, the newest first. */
    List<Session> involving(String person);

    /** Those that are not closed, and rehearsals or not. */
    List<Session> open();

    /** All of them, the newest first. */
    List<Session> all();

    /** The session and everything that belongs to it is gone: questions, deliveries, places, media. */
    void delete(String id);

    /** Two turns met on one session: run this one again. */
    final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Stale(String session, int version) {
            super("session " + session + " is not at version " + version + " any more");
        }
    }
}
