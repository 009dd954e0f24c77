package org.tafelronde.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/**
 * {@code p01}, {@code p02} ... for people: in the order of their names, so that the same people are called the same however fast each of
 * them came in; who runs the café only when they take part; then whoever has a seat and is on no roster any more.
 */
final class Pseudonyms {
    private final Map<String, String> byId = new HashMap<>();

    static Pseudonyms of(Session session) {
        Pseudonyms all = new Pseudonyms();
        session.roster().all().stream()
                .filter(p -> !session.isRunBy(p.id()) || !(p.presence() instanceof Participant.Presence.Expected))
                .sorted(Comparator.comparing(Participant::name).thenComparing(Participant::id))
                .map(Participant::id)
                .forEach(all::number);
        session.floor().stream()
                .flatMap(floor -> floor.rotation().rounds().stream())
                .flatMap(round -> round.tables().stream())
                .map(TableSeating::members)
                .forEach(members -> members.forEach(all::number));
        return all;
    }

    private void number(String id) {
        byId.computeIfAbsent(id, i -> "p%02d".formatted(byId.size() + 1));
    }

    /** Null for who is neither on the roster nor at a table: a facilitator who asks, somebody who was forgotten. */
    @Nullable
    String of(String id) {
        return byId.get(id);
    }
}
