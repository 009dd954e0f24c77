package org.tafelronde.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.domain.session.Session;

/**
 * What a button or a form says when it is pressed: a command, for the session that the message was about, wherever it is pressed.
 *
 * @param session its id; empty for a command that belongs to none
 * @param command as somebody would type it
 */
record Action(Optional<String> session, String command) {
    private static final Pattern WITH_SESSION = Pattern.compile("@([a-z0-9]+) (.*)", Pattern.DOTALL);

    static String of(Session session, String command) {
        return "@" + session.setting().id() + " " + command;
    }

    static Action parse(String action) {
        Matcher m = WITH_SESSION.matcher(action);
        return m.matches() ? new Action(Optional.of(m.group(1)), m.group(2)) : new Action(Optional.empty(), action);
    }
}
