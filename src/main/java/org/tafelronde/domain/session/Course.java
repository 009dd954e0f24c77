package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Step;

/** How a café runs its course: start, one moment after the other, pause, resume, close. */
final class Course {
    private Course() {}

    static Decision start(Session s, String by, Instant now) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (s.stage() instanceof Stage.Closed) {
            return Decision.refused(new Refusal.IsClosed());
        }
        if (!(s.stage() instanceof Stage.Gathering)) {
            return Decision.refused(new Refusal.AlreadyStarted());
        }
        if (s.roster().present().isEmpty()) {
            return Decision.refused(new Refusal.NobodyCheckedIn());
        }
        Instant end = s.agenda().end(s.script(), 0, now);
        Agenda agenda = s.script().hardEnd() ? s.agenda().endingBy(end) : s.agenda();
        Session started = s.planned(agenda).startedAt(now).at(Stage.Running.from(0, now));
        return run(started, now, new ArrayList<>(List.of(new Event.Started(now, end))));
    }

    static Decision timeIsUp(Session s, Instant now) {
        if (s.nextDue().filter(due -> !due.isAfter(now)).isEmpty()) {
            return new Decision.Ignored();
        }
        return s.stage() instanceof Stage.Closed closed
                ? Afterwards.timeIsUp(s, closed, now)
                : run(s, now, new ArrayList<>());
    }

    /** One moment after the other, until the next one is in the future. */
    private static Decision run(Session s, Instant now, List<Event> events) {
        Session session = s;
        while (session.stage() instanceof Stage.Running running) {
            Optional<Moment> next = Moments.next(session, running.step(), running.done());
            if (next.isEmpty() || running.startedAt().plus(next.get().at()).isAfter(now)) {
                break;
            }
            session = happen(session, running, next.get(), events);
        }
        return new Decision.Changed(session, events);
    }

    private static Session happen(Session session, Stage.Running running, Moment first, List<Event> events) {
        if (first instanceof Moment.Ends ends) {
            return nextStep(session, running, running.startedAt().plus(ends.at()), events);
        }
        // Moments of one instant belong together: they are done, or not, as one.
        Session after = session;
        for (Moment m : Moments.of(session, running.step())) {
            if (m.at().equals(first.at()) && !(m instanceof Moment.Ends)) {
                after = happen(after, running, m, running.startedAt().plus(m.at()), events);
            }
        }
        return after.at(running.done(first.at()));
    }

    private static Session happen(
            Session session, Stage.Running running, Moment moment, Instant due, List<Event> events) {
        Step step = session.script().plan().get(running.step());
        Instant endsAt = running.startedAt().plus(session.agenda().length(running.step()));
        switch (moment) {
            case Moment.Opens opens ->
                events.add(
                        step instanceof Step.Round round
                                ? new Event.RoundOpened(round, due, endsAt)
                                : new Event.StepOpened(step, due, endsAt));
            case Moment.Seats seats -> {
                Session seated = Seats.seat(session);
                // A café that begins with a round needs its tables first.
                int before = events.isEmpty() || !(events.getLast() instanceof Event.RoundOpened)
                        ? events.size()
                        : events.size() - 1;
                events.add(before, new Event.Seated(due));
                return seated;
            }
            case Moment.Intervenes m -> intervene(session, (Step.Round) step, m.intervention(), due, events);
            case Moment.IsHalfOver m ->
                events.add(new Event.HalfTime((Step.Round) step, m.left(), m.tables(), due, due.plus(m.left())));
            case Moment.Warns m ->
                events.add(new Event.TimeLeft((Step.Round) step, m.left(), m.tables(), due, due.plus(m.left())));
            case Moment.TimeIsUp m -> events.add(new Event.TimeUp((Step.Round) step, m.tables(), due));
            case Moment.HandsOver m -> events.add(new Event.HandoverDue((Step.Round) step, due));
            case Moment.PickingEndsSoon m -> events.add(new Event.PickingEnds(m.left(), due, endsAt));
            case Moment.Bells m -> events.add(new Event.Bell(m.theme(), due));
            case Moment.Asks m -> {
                Step.Debrief debrief = (Step.Debrief) step;
                Duration share = session.agenda()
                        .length(running.step())
                        .dividedBy(debrief.prompts().size());
                events.add(new Event.DebriefAsked(
                        debrief, m.prompt(), due, due.plus(share.multipliedBy(3).dividedBy(4))));
            }
            case Moment.Shares m -> events.add(new Event.DebriefShared((Step.Debrief) step, m.prompt(), due));
            case Moment.Ends m -> throw new IllegalStateException("a step's end is no moment within it");
        }
        return session;
    }

    private static void intervene(
            Session session, Step.Round round, Intervention intervention, Instant due, List<Event> events) {
        Set<String> tables = session.tableIds();
        events.add(new Event.InterventionDropped(round, intervention, tables, due, false));
    }

    private static Session nextStep(Session session, Stage.Running running, Instant at, List<Event> events) {
        if (session.script().plan().get(running.step()) instanceof Step.Pick) {
            events.add(new Event.PickingOver(at));
        }
        if (session.floor().isEmpty()) {
            // The first step was cut short before anybody was seated.
            events.add(new Event.Seated(at));
        }
        Session next = session.floor().map(f -> session.seatedAt(f.nextRound())).orElseGet(() -> Seats.seat(session));
        if (running.step() + 1 == session.script().plan().size()) {
            events.add(new Event.Closed(at, List.of()));
            return Afterwards.ended(next.at(new Stage.Closed(at)), at, events);
        }
        return next.at(Stage.Running.from(running.step() + 1, at));
    }

    static Decision pause(Session s, String by, Instant now) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        return switch (s.stage()) {
            case Stage.Running running ->
                Decision.changed(
                        s.at(new Stage.Paused(
                                running.step(), Duration.between(running.startedAt(), now), running.done())),
                        new Event.Paused());
            case Stage.Paused paused -> Decision.refused(new Refusal.IsPaused());
            case Stage.Gathering gathering -> Decision.refused(new Refusal.NothingIsRunning());
            case Stage.Closed closed -> Decision.refused(new Refusal.IsClosed());
        };
    }

    static Decision resume(Session s, String by, Instant now, boolean anyway) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (!(s.stage() instanceof Stage.Paused paused)) {
            return Decision.refused(new Refusal.NotPaused());
        }
        Instant startedAt = now.minus(paused.elapsed());
        Duration length = s.agenda().length(paused.step());
        return switch (s.agenda().reflow(s.script(), paused.step(), startedAt, length)) {
            case Agenda.Reflow.Fits fits -> resumed(s.planned(fits.agenda()), paused, startedAt);
            case Agenda.Reflow.TooMuch much ->
                anyway
                        ? resumed(s.planned(much.anyway()), paused, startedAt)
                        : Decision.refused(new Refusal.DoesNotFit(
                                much.tooMuch(), much.anyway().end(s.script(), paused.step(), startedAt)));
        };
    }

    private static Decision resumed(Session s, Stage.Paused paused, Instant startedAt) {
        Session on = s.at(new Stage.Running(paused.step(), startedAt, paused.done()));
        return Decision.changed(
                on, new Event.Resumed(on.stepEndsAt().orElseThrow(), on.end().orElseThrow()));
    }

    static Decision close(Session s, String by, Instant now) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (s.stage() instanceof Stage.Closed) {
            return Decision.refused(new Refusal.IsClosed());
        }
        List<String> unused = s.stage() instanceof Stage.Gathering
                ? List.of()
                : s.step()
                        .map(step -> s.script().plan().stream()
                                .skip(s.script().plan().indexOf(step) + 1L)
                                .map(Step::title)
                                .toList())
                        .orElse(List.of());
        List<Event> events = new ArrayList<>(List.of(new Event.Closed(now, unused)));
        return new Decision.Changed(Afterwards.ended(s.at(new Stage.Closed(now)), now, events), events);
    }
}
