package org.tafelronde.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.seating.Plan;
import org.tafelronde.domain.seating.Planner;
import org.tafelronde.domain.seating.Repair;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.Seater;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.seating.SeatingProblem;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Participant.Presence;

/** Who sits where: the plan at the start, and the few changes to it (F9-F17). */
final class Seats {
    private Seats() {}

    static Session seat(Session s) {
        List<TableSpec> tables = TableChoice.made(s).tables();
        Plan plan = plan(s, tables, Planner.tries(s.roster().present().size()));
        return s.seatedAt(
                new Floor(tables, plan.rotation(), plan.costs().repeats(), plan.provenBest(), Map.of(), List.of()));
    }

    /** With what is wished of people; where that leaves no plan at all, without those who are to stay at a table. */
    static Plan plan(Session s, List<TableSpec> tables, int tries) {
        SeatingProblem wished = problem(s, tables);
        try {
            return Planner.plan(wished, tries);
        } catch (IllegalArgumentException impossible) {
            return Planner.plan(Wishes.without(wished), tries);
        }
    }

    /** As few changed seats as can be; rounds up to {@code frozen} stay. */
    static Session repair(Session s, int frozen) {
        Floor floor = s.floor().orElseThrow();
        return s.seatedAt(floor.seatedAs(Repair.repair(problem(s, floor.tables()), floor.rotation(), frozen)
                .rotation()));
    }

    /**
     * Somebody sits down while a round is under way: at the smallest table, one whose theme is new to them first. Nobody else moves. Who has a
     * seat in that round keeps it.
     */
    static Session sit(Session s, String who, int round) {
        Floor floor = s.floor().orElseThrow();
        Seating seating = floor.round(round);
        if (seating.tableOf(who).isPresent()) {
            return s;
        }
        Set<String> seen = new HashSet<>();
        floor.rotation()
                .rounds()
                .subList(0, round - 1)
                .forEach(r -> r.tableOf(who).ifPresent(t -> seen.add(t.theme())));
        Optional<TableSeating> smallest = seating.tables().stream()
                .min(Comparator.comparing((TableSeating t) -> seen.contains(t.theme()))
                        .thenComparing(t -> present(s, t)));
        List<Seating> rounds = new ArrayList<>(floor.rotation().rounds());
        rounds.set(
                round - 1,
                new Seating(seating.tables().stream()
                        .map(t -> smallest.filter(t::equals).isPresent() ? joinedBy(t, who) : t)
                        .toList()));
        return s.seatedAt(floor.seatedAs(new Rotation(rounds)));
    }

    private static long present(Session s, TableSeating table) {
        return table.members().stream()
                .filter(m -> s.roster().find(m).filter(Participant::isPresent).isPresent())
                .count();
    }

    private static TableSeating joinedBy(TableSeating table, String who) {
        List<String> members = new ArrayList<>(table.members());
        members.add(who);
        return new TableSeating(table.table(), table.theme(), table.host(), members);
    }

    static SeatingProblem problem(Session s, List<TableSpec> tables) {
        // By name, not by the order of checking in: the same people get the same plan from the same seed.
        List<Seater> people = s.roster().all().stream()
                .sorted(Comparator.comparing(Participant::name).thenComparing(Participant::id))
                .flatMap(p -> seater(p).stream())
                .toList();
        int rounds = s.script().rounds().size();
        return new SeatingProblem(
                people,
                tables,
                rounds,
                s.script().hostRounds(),
                Wishes.stays(s, tables),
                Wishes.apart(s),
                s.setting().seed());
    }

    private static Optional<Seater> seater(Participant p) {
        return switch (p.presence()) {
            case Presence.Expected expected -> Optional.empty();
            case Presence.Present present ->
                Optional.of(new Seater(
                        p.id(), p.organisation(), p.role(), present.fromRound(), Integer.MAX_VALUE, present.missed()));
            case Presence.Gone gone ->
                gone.untilRound() < gone.fromRound()
                        ? Optional.empty()
                        : Optional.of(new Seater(
                                p.id(),
                                p.organisation(),
                                p.role(),
                                gone.fromRound(),
                                gone.untilRound(),
                                gone.missed()));
        };
    }

    /** People whose seat in the round under way, or in a later one, is another than it was. */
    static Set<String> changed(Session before, Session after) {
        Set<String> changed = new HashSet<>();
        if (before.floor().isEmpty() || after.floor().isEmpty()) {
            return changed;
        }
        for (int r = Math.max(1, before.roundsBegun());
                r <= before.script().rounds().size();
                r++) {
            for (Participant p : after.roster().present()) {
                Optional<String> was = table(before, p.id(), r);
                if (!Objects.equals(was, table(after, p.id(), r))) {
                    changed.add(p.id());
                }
            }
        }
        return changed;
    }

    private static Optional<String> table(Session s, String who, int round) {
        return s.floor().orElseThrow().seatOf(who, round).map(TableSeating::table);
    }

    static Decision move(Session s, String by, String who, String typed, Instant now) {
        Optional<Refusal> no = refusal(s, by, who);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Floor floor = s.floor().orElseThrow();
        Optional<TableSpec> table = floor.tableNamed(typed);
        if (table.isEmpty()) {
            return Decision.refused(noSuchTable(floor, typed));
        }
        int round = Math.min(
                Math.max(1, Attendance.firstRoundFor(s, now)),
                s.script().rounds().size());
        Optional<TableSeating> from = floor.seatOf(who, round);
        if (from.map(TableSeating::table).filter(table.get().id()::equals).isPresent()) {
            return Decision.refused(new Refusal.AlreadyThere(table.get().id()));
        }
        Optional<Event.HostChanged> standIn = standIn(s, who);
        Session ready = standIn.map(change -> hosting(s, change)).orElse(s);
        Rotation moved = Repair.move(
                problem(ready, floor.tables()),
                ready.floor().orElseThrow().rotation(),
                round,
                who,
                table.get().id());
        Session after = ready.seatedAt(ready.floor().orElseThrow().seatedAs(moved));
        List<Event> events = new ArrayList<>();
        events.add(new Event.Moved(
                who, from.map(TableSeating::table).orElse(""), table.get().id()));
        standIn.ifPresent(events::add);
        Set<String> others = changed(s, after);
        others.remove(who);
        if (!others.isEmpty()) {
            events.add(new Event.Rerouted(others));
        }
        return new Decision.Changed(after, events);
    }

    static Decision host(Session s, String by, String who, String typed, Instant now) {
        Optional<Refusal> no = refusal(s, by, who);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Floor floor = s.floor().orElseThrow();
        Optional<TableSpec> table = floor.tableNamed(typed);
        if (table.isEmpty()) {
            return Decision.refused(noSuchTable(floor, typed));
        }
        int round = Math.min(
                Math.max(1, Attendance.firstRoundFor(s, now)),
                s.script().rounds().size());
        Optional<TableSeating> seating = seatingOf(floor, round, table.get().id());
        String name = s.roster().find(who).map(Participant::name).orElse("");
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
                .min(Comparator.comparingLong((String m) -> timesHost(floor, m))
                        .thenComparing(Comparator.naturalOrder()))
                .map(m -> new Event.HostChanged(t.table(), who, m, round)));
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

    /** Empty when the table is closed in that round, because too few people are left. */
    static Optional<TableSeating> seatingOf(Floor floor, int round, String table) {
        return floor.round(round).tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst();
    }

    private static boolean hosted(Floor floor, int round, String table, String who) {
        return round >= 1
                && seatingOf(floor, round, table)
                        .filter(t -> t.host().equals(who))
                        .isPresent();
    }

    private static Optional<Refusal> refusal(Session s, String by, String who) {
        if (!s.isRunBy(by)) {
            return Optional.of(new Refusal.NotTheFacilitator());
        }
        if (s.stage() instanceof Stage.Closed) {
            return Optional.of(new Refusal.IsClosed());
        }
        if (s.floor().isEmpty()) {
            return Optional.of(new Refusal.NotSeatedYet());
        }
        Optional<Participant> person = s.roster().find(who);
        if (person.filter(Participant::isPresent).isEmpty()) {
            return Optional.of(
                    new Refusal.NotPresent(person.map(Participant::name).orElse("")));
        }
        return Optional.empty();
    }

    private static Refusal noSuchTable(Floor floor, String typed) {
        return new Refusal.NoSuchTable(
                typed, floor.tables().stream().map(TableSpec::id).toList());
    }
}
