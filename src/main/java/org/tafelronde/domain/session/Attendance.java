package org.tafelronde.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.session.Participant.Presence;

/** Coming and going (F4, F15, F40). */
final class Attendance {
    private Attendance() {}

    static Decision checkIn(Session s, String who, String name, Instant now) {
        Optional<Participant> known = s.roster().find(who);
        if (known.filter(Participant::isPresent).isPresent()) {
            return new Decision.Ignored();
        }
        if (s.stage() instanceof Stage.Closed) {
            return Decision.refused(new Refusal.IsClosed());
        }
        Optional<Instant> opens = s.setting().plannedStart().map(at -> at.minus(Limits.CHECK_IN_BEFORE));
        if (s.stage() instanceof Stage.Gathering && opens.filter(now::isBefore).isPresent()) {
            return Decision.refused(new Refusal.CheckInNotOpen(opens.get()));
        }
        if (s.roster().present().size() >= Limits.PEOPLE) {
            return Decision.refused(new Refusal.TooManyPeople(Limits.PEOPLE));
        }
        Participant participant =
                known.orElseGet(() -> Participant.expected(who, name)).called(name);
        if (s.floor().isEmpty()) {
            return Decision.changed(
                    s.with(s.roster().with(participant.as(Presence.Present.from(1)))), new Event.CheckedIn(who));
        }
        // In the change after a round's talk, or after the last one, the seat is for the next round.
        int from = firstRoundFor(s, now);
        Presence.Present presence =
                participant.presence() instanceof Presence.Gone gone ? gone.back(from) : Presence.Present.from(from);
        Session joined = s.with(s.roster().with(participant.as(presence)));
        Session sitting = from == frozen(s) ? Seats.sit(joined, who, from) : joined;
        Session reseated = from > s.script().rounds().size() ? joined : Seats.repair(sitting, frozen(s));
        List<Event> events = new ArrayList<>();
        events.add(new Event.CheckedIn(who));
        events.add(new Event.JoinedLate(who, from));
        rerouted(s, reseated, who).ifPresent(events::add);
        return new Decision.Changed(reseated, events);
    }

    static Decision share(Session s, String who, int people) {
        if (people < 1 || people > Limits.ROOM) {
            return Decision.refused(new Refusal.NoSuchRoom(Limits.ROOM));
        }
        Optional<Participant> known = s.roster().find(who).filter(Participant::isPresent);
        if (known.isEmpty()) {
            return Decision.refused(new Refusal.NotPresent(""));
        }
        Participant sharing = known.get().sharing(people);
        return sharing.equals(known.get())
                ? new Decision.Ignored()
                : Decision.changed(s.with(s.roster().with(sharing)));
    }

    static Decision leave(Session s, String who, Instant now) {
        Optional<Participant> known = s.roster().find(who);
        if (known.isEmpty() || !(known.get().presence() instanceof Presence.Present present)) {
            return Decision.refused(
                    new Refusal.NotPresent(known.map(Participant::name).orElse("")));
        }
        if (s.floor().isEmpty() || s.stage() instanceof Stage.Closed) {
            Session left =
                    s.floor().isEmpty() ? s.with(s.roster().with(known.get().as(new Presence.Expected()))) : s;
            return Decision.changed(left, new Event.WentAway(who));
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.WentAway(who));
        Session staying = s;
        Optional<Event.HostChanged> standIn = Hosting.standIn(s, who);
        if (standIn.isPresent()) {
            staying = Hosting.hosting(s, standIn.get());
            events.add(standIn.get());
        }
        int frozen = frozen(s);
        Session left = staying.with(
                s.roster().with(known.get().as(new Presence.Gone(present.fromRound(), frozen, present.missed()))));
        Session reseated = frozen >= s.script().rounds().size() ? left : Seats.repair(left, frozen);
        rerouted(s, reseated, who).ifPresent(events::add);
        return new Decision.Changed(reseated, events);
    }

    /** Rounds that have begun stay as they are. */
    static int frozen(Session s) {
        return s.roundsBegun();
    }

    static int firstRoundFor(Session s, Instant now) {
        boolean talking =
                s.round().isPresent() && s.stepEndsAt().filter(now::isBefore).isPresent()
                        || s.round().isPresent() && s.stage() instanceof Stage.Paused;
        return talking ? s.roundsBegun() : s.roundsBegun() + 1;
    }

    /** Who, but for this one, goes elsewhere than they were told. */
    private static Optional<Event> rerouted(Session before, Session after, String butFor) {
        Set<String> changed = Seats.changed(before, after);
        Set<String> others = new java.util.HashSet<>(changed);
        others.remove(butFor);
        return others.isEmpty() ? Optional.empty() : Optional.of(new Event.Rerouted(others));
    }
}
