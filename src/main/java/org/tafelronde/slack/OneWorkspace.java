package org.tafelronde.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workspace of one fixed token. Which one it is, Slack says at the first question. */
final class OneWorkspace implements Workspaces {
    private final Line line;
    private final String token;
    private volatile @Nullable Workspace known;

    OneWorkspace(Line line, String token) {
        this.line = line;
        this.token = token;
    }

    @Override
    public Optional<Workspace> of(String team) {
        return only().filter(w -> w.team().equals(team));
    }

    /**
     * @throws SlackSaysNo when the token is not valid
     * @throws org.tafelronde.chat.UnknownOutcome when Slack cannot be asked
     */
    @Override
    public Optional<Workspace> only() {
        Workspace workspace = known;
        if (workspace == null) {
            AuthTestResponse me = line.ask(new Workspace("", token, ""), "auth.test", c -> c.authTest(r -> r));
            workspace = new Workspace(me.getTeamId(), token, me.getUserId());
            known = workspace;
        }
        return Optional.of(workspace);
    }

    @Override
    public void doubted(String team) {
        known = null;
    }

    /** The token may be valid again after a new installation: it is asked again. */
    @Override
    public void gone(String team) {
        known = null;
    }
}
