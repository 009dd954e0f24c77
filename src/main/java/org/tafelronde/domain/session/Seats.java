package org.tafelronde.domain.session;

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

/** Who sits where: the plan at the start, and what changes in it as people come and go (F9-F15). */
final class Seats {
    private Seats() {}

    static Session seat(Session s) {
        List<TableSpec> tables = TableChoice.made(s).tables();
        Plan plan = plan(s, tables, Planner.tries(s.roster().present().size()));
        return s.seatedAt(
                new Floor(tables, plan.rotation(), plan.costs().repeats(), plan.provenBest(), Map.of(), List.of()));
    }

    /** With what is wished of people; where that leaves no plan at all, nobody stays at a table, and at last nobody is kept apart. */
    static Plan plan(Session s, List<TableSpec> tables, int tries) {
        SeatingProblem wished = problem(s, tables);
        for (SeatingProblem some : List.of(wished, Wishes.withoutStays(wished))) {
            try {
                return Planner.plan(some, tries);
            } catch (IllegalArgumentException impossible) {
                // Fewer wishes, then.
            }
        }
        return Planner.plan(Wishes.without(wished), tries);
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
                        p.id(),
                        p.organisation(),
                        p.role(),
                        present.fromRound(),
                        Integer.MAX_VALUE,
                        present.missed(),
                        p.heads()));
            case Presence.Gone gone ->
                gone.untilRound() < gone.fromRound()
                        ? Optional.empty()
                        : Optional.of(new Seater(
                                p.id(),
                                p.organisation(),
                                p.role(),
                                gone.fromRound(),
                                gone.untilRound(),
                                gone.missed(),
                                p.heads()));
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
}
