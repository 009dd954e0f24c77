package org.tafelronde.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.seating.Repair;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;

/** The facilitator puts somebody at another table (F16). */
final class Moving {
    private Moving() {}

    static Decision move(Session s, String by, String who, String typed, Instant now) {
        Optional<Refusal> no = refusal(s, by, who);
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
        Optional<TableSeating> from = floor.seatOf(who, round);
        if (from.map(TableSeating::table).filter(table.get().id()::equals).isPresent()) {
            return Decision.refused(new Refusal.AlreadyThere(table.get().id()));
        }
        Optional<Event.HostChanged> standIn = Hosting.standIn(s, who);
        Session ready = standIn.map(change -> Hosting.hosting(s, change)).orElse(s);
        Rotation moved = Repair.move(
                Seats.problem(ready, floor.tables()),
                ready.floor().orElseThrow().rotation(),
                round,
                who,
                table.get().id());
        Session after = ready.seatedAt(ready.floor().orElseThrow().seatedAs(moved));
        List<Event> events = new ArrayList<>();
        events.add(new Event.Moved(
                who, from.map(TableSeating::table).orElse(""), table.get().id()));
        standIn.ifPresent(events::add);
        Set<String> others = Seats.changed(s, after);
        others.remove(who);
        if (!others.isEmpty()) {
            events.add(new Event.Rerouted(others));
        }
        return new Decision.Changed(after, events);
    }

    /** Why this person cannot be given another place or task. */
    static Optional<Refusal> refusal(Session s, String by, String who) {
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
}
