package org.tafelronde.slack;

import java.util.List;
import java.util.Optional;
import org.tafelronde.slack.install.Keyring;

/** The workspaces that installed the bot over the web. */
final class InstalledWorkspaces implements Workspaces {
    private final Keyring keyring;

    InstalledWorkspaces(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Optional<Workspace> of(String team) {
        return keyring.of(team).map(key -> new Workspace(key.team(), key.token(), key.bot()));
    }

    @Override
    public Optional<Workspace> only() {
        List<String> teams = keyring.teams();
        return teams.size() == 1 ? of(teams.getFirst()) : Optional.empty();
    }

    /** Whether it has another token by now, is asked of the keyring each time. */
    @Override
    public void doubted(String team) {}

    @Override
    public void gone(String team) {
        keyring.gone(team);
    }
}
