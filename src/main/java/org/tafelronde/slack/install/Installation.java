package org.tafelronde.slack.install;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The bot, installed in a workspace.
 *
 * @param team the workspace's id
 * @param name what people call the workspace
 * @param bot the bot's user id in it
 * @param scopes what was granted
 * @param locked the tokens, as only the {@link Keyring} reads them
 * @param endsAt when the token ends; empty: never
 */
public record Installation(
        String team,
        String name,
        String bot,
        Set<String> scopes,
        String locked,
        Optional<Instant> endsAt,
        Instant installed) {
    public Installation {
        if (team.isBlank() || bot.isBlank() || locked.isBlank()) {
            throw new IllegalArgumentException("an installation has a workspace, a bot and its tokens");
        }
        scopes = Set.copyOf(scopes);
    }

    Installation with(String fresh, Optional<Instant> until) {
        return new Installation(team, name, bot, scopes, fresh, until, installed);
    }

    /** Without what is locked: it may come into a log. */
    @Override
    public String toString() {
        return "installation in " + team;
    }
}
