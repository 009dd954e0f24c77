package org.tafelronde.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;

/** Who hosts a table, when it is somebody else than was planned (F34, F35). */
final class Hosting {
    private Hosting() {}

    static Decision host(Session s, String by, String who, String typed, Instant now) {
        Optional<Refusal> no = Moving.refusal(s, by, who);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Floor floor = s.floor().orElseThrow();
        Optional<TableSpec> table = floor.tableNamed(typed);
        if (table.isEmpty()) {
            return Decision.refused(floor.noSuchTable(typed));
        }
        int round = Math.min(
                Math.max(1, Attendance.firstRoundFor(s, now)),
                s.script().rounds().size());
        Optional<TableSeating> seating = floor.seatingOf(table.get().id(), round);
        String name = name(s, who);
        if (seating.filter(t -> t.members().contains(who)).isEmpty()) {
            return Decision.refused(new Refusal.NotPresent(name));
        }
        String host = seating.get().host();
        if (host.equals(who)) {
            return Decision.refused(new Refusal.AlreadyThere(table.get().id()));
        }
        if (hosted(floor, round - 1, table.get().id(), who)) {
            return Decision.refused(new Refusal.HostedHereBefore(name));
        }
        Event.HostChanged change = new Event.HostChanged(table.get().id(), host, who, round);
        return Decision.changed(hosting(s, change), change);
    }

    static Decision stepDown(Session s, String who, Instant now) {
        if (s.floor().isEmpty()) {
            return Decision.refused(new Refusal.NotSeatedYet());
        }
        return standIn(s, who)
                .<Decision>map(change -> Decision.changed(hosting(s, change), change))
                .orElseGet(() ->
                        Decision.refused(isHost(s, who) ? new Refusal.NobodyToTakeOver() : new Refusal.NotTheHost()));
    }

    private static boolean isHost(Session s, String who) {
        int round = Math.max(1, s.roundsBegun());
        return s.floor()
                .orElseThrow()
                .seatOf(who, round)
                .filter(t -> t.host().equals(who))
                .isPresent();
    }

    /** Who takes over when this person, if they host now, stops: somebody at the same table who has not hosted it just before. */
    static Optional<Event.HostChanged> standIn(Session s, String who) {
        if (s.floor().isEmpty() || s.stage() instanceof Stage.Closed || s.roundsBegun() == 0) {
            return Optional.empty();
        }
        Floor floor = s.floor().get();
        int round = s.roundsBegun();
        Optional<TableSeating> seat =
                floor.seatOf(who, round).filter(t -> t.host().equals(who));
        return seat.flatMap(t -> t.members().stream()
                .filter(m -> !m.equals(who))
                .filter(m -> s.roster().find(m).filter(Participant::isPresent).isPresent())
                .filter(m -> !hosted(floor, round - 1, t.table(), m))
                // Whoever stays with a theme would have to travel in the old host's place.
                .min(Comparator.comparing((String m) -> stays(s, m))
                        .thenComparingLong(m -> timesHost(floor, m))
                        // By name, not by account: the same seed gives the same café.
                        .thenComparing(m -> name(s, m))
                        .thenComparing(Comparator.naturalOrder()))
                .map(m -> new Event.HostChanged(t.table(), who, m, round)));
    }

    private static String name(Session s, String who) {
        return s.roster().find(who).map(Participant::name).orElse("");
    }

    private static boolean stays(Session s, String who) {
        return s.roster().find(who).flatMap(Participant::stays).isPresent();
    }

    private static long timesHost(Floor floor, String who) {
        return floor.rotation().rounds().stream()
                .flatMap(r -> r.tables().stream())
                .filter(t -> t.host().equals(who))
                .count();
    }

    /**
     * The new host takes the old one's place in the plan from this round on, and the reverse: both sit at this table now, so every later
     * round keeps its sizes, and the new host stays for the handover.
     */
    static Session hosting(Session s, Event.HostChanged change) {
        Floor floor = s.floor().orElseThrow();
        List<Seating> rounds = new ArrayList<>();
        for (int r = 1; r <= floor.rotation().rounds().size(); r++) {
            Seating seating = floor.round(r);
            rounds.add(r < change.round() ? seating : exchanged(seating, change.from(), change.to()));
        }
        return s.seatedAt(floor.seatedAs(new Rotation(rounds)));
    }

    private static Seating exchanged(Seating seating, String a, String b) {
        return new Seating(seating.tables().stream()
                .map(t -> new TableSeating(
                        t.table(),
                        t.theme(),
                        other(t.host(), a, b),
                        t.members().stream().map(m -> other(m, a, b)).toList()))
                .toList());
    }

    private static String other(String who, String a, String b) {
        return who.equals(a) ? b : who.equals(b) ? a : who;
    }

    private static boolean hosted(Floor floor, int round, String table, String who) {
        return round >= 1
                && floor.seatingOf(table, round)
                        .filter(t -> t.host().equals(who))
                        .isPresent();
    }
}
