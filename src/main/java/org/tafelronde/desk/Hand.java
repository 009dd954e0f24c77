package org.tafelronde.desk;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/** Says at the door what somebody presses on their desk, as if they had pressed it in the chat. */
@Singleton
final class Hand {
    /** A link can be forwarded by mistake: it runs this café, and neither ends nor deletes it nor speaks for its owner elsewhere. */
    private static final Set<String> MAY_SAY = Set.of(
            "start",
            "pause",
            "resume",
            "extend",
            "skip",
            "intervene",
            "move",
            "broadcast",
            "resend",
            // What the questions come to, and what becomes of the digest.
            "apart",
            "together",
            "topics",
            "undo",
            "publish",
            "review",
            "objections");

    private static final int LONGEST = 4_000;

    private final Door door;

    Hand(Door door) {
        this.door = door;
    }

    /** Empty when it is nothing that a desk says. */
    Optional<Answer> says(Session session, String person, Wire.Saying what) {
        String command = withoutSession(session, what.command().strip());
        boolean fine = what.key().matches("[A-Za-z0-9-]{8,64}") && command.length() <= LONGEST && isSaid(command);
        return fine ? Optional.of(door.hear(pressed(session, person, command, what))) : Optional.empty();
    }

    /** Whether somebody at a desk can press what the bot offers under its words: there it names the session. */
    static boolean maySay(String action) {
        return isSaid(action.replaceFirst("^@\\w+ ", ""));
    }

    private static boolean isSaid(String command) {
        return MAY_SAY.contains(command.split("\\s", 2)[0]);
    }

    /** A button of the bot's names the session that it was about. */
    private static String withoutSession(Session session, String command) {
        String named = "@" + session.setting().id() + " ";
        return command.startsWith(named) ? command.substring(named.length()) : command;
    }

    private static Incoming pressed(Session session, String who, String command, Wire.Saying what) {
        Person person = Person.ofKey(who);
        String name = session.roster().find(who).map(Participant::name).orElse("");
        String id = session.setting().id();
        return new Incoming.Pressed(
                "desk/" + id + "/" + what.key(),
                new Speaker(person, name, what.language(), false),
                new Place(person.platform(), "desk"),
                "@" + id + " " + command,
                Map.of());
    }
}
