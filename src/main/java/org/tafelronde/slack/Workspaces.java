package org.tafelronde.slack;

import java.util.Optional;

/** Where the bot is installed, and by which token it speaks there. */
interface Workspaces {
    /** Empty for a workspace that the bot is not in (any more). */
    Optional<Workspace> of(String team);

    /** The only one; empty when there are several, or none. */
    Optional<Workspace> only();

    /** Slack does not take its token now: what is known of it is asked anew. */
    void doubted(String team);

    /** The app was taken away from it. */
    void gone(String team);
}
