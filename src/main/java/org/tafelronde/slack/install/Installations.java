package org.tafelronde.slack.install;

import java.util.List;
import java.util.Optional;

/** The workspaces that the bot is installed in, where they are kept. */
public interface Installations {
    Optional<Installation> of(String team);

    /** The oldest first. */
    List<Installation> all();

    /** A second installation in the same workspace replaces the first. */
    void keep(Installation installation);

    /**
     * Only if nobody else has changed the tokens meanwhile.
     *
     * @return false: somebody has, or it is gone; nothing was changed
     */
    boolean replace(Installation was, Installation is);

    void forget(String team);
}
