package org.tafelronde.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Participant.Presence;
import org.tafelronde.domain.session.Session;

/** The seating problem that a session had, as a rotation checker reads it: people as in the session file, and the tables. */
public final class SeatingInstance {
    private final ObjectNode instance = new ObjectMapper().createObjectNode();

    private SeatingInstance() {}

    public static String of(Session session) {
        SeatingInstance all = new SeatingInstance();
        all.instance.put("rounds", session.script().rounds().size());
        ArrayNode tables = all.instance.putArray("tables");
        session.floor()
                .orElseThrow()
                .tables()
                .forEach(t -> tables.addObject().put("id", t.id()).put("value", t.theme()));
        ArrayNode people = all.instance.putArray("participants");
        int number = 0;
        for (Participant p : session.roster().all()) {
            String id = "p%02d".formatted(++number);
            switch (p.presence()) {
                case Presence.Expected expected -> {}
                case Presence.Present present ->
                    person(people, id, p, present.fromRound(), Integer.MAX_VALUE, present.missed());
                case Presence.Gone gone -> person(people, id, p, gone.fromRound(), gone.untilRound(), gone.missed());
            }
        }
        return all.instance.toPrettyString();
    }

    private static void person(ArrayNode people, String id, Participant p, int from, int until, Set<Integer> missed) {
        if (until < from) {
            return;
        }
        ObjectNode person = people.addObject().put("id", id);
        p.organisation().ifPresent(o -> person.put("organisation", o));
        if (from > 1) {
            person.put("from_round", from);
        }
        if (until < Integer.MAX_VALUE) {
            person.put("until_round", until);
        }
        if (!missed.isEmpty()) {
            missed.stream().sorted().forEach(person.putArray("absent_rounds")::add);
        }
    }
}
