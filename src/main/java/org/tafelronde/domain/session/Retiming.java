package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.seating.TableSpec;

/** More time, less time, on to the next. */
final class Retiming {
    private Retiming() {}

    static Decision extend(Session s, String by, Duration more, Optional<String> table, Instant now, boolean anyway) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (!(s.stage() instanceof Stage.Running running)) {
            return Decision.refused(
                    s.stage() instanceof Stage.Paused ? new Refusal.IsPaused() : new Refusal.NothingIsRunning());
        }
        if (more.abs().compareTo(Limits.EXTENSION) > 0) {
            return Decision.refused(new Refusal.TooLong(Limits.EXTENSION));
        }
        return table.isPresent()
                ? extendOne(s, running, more, table.get(), now)
                : extendAll(s, running, more, now, anyway);
    }

    private static Decision extendAll(Session s, Stage.Running running, Duration more, Instant now, boolean anyway) {
        Step step = s.script().plan().get(running.step());
        Duration elapsed = elapsed(running, now);
        Duration old = s.agenda().length(running.step());
        Duration length = old.plus(more);
        if (elapsed.compareTo(old) >= 0) {
            // Between two rounds there is nothing left to lengthen.
            return Decision.refused(new Refusal.NotARound());
        }
        if (more.isNegative()) {
            Duration least = anyway ? elapsed : longer(elapsed, step.minimum());
            if (length.compareTo(least) < 0) {
                return Decision.refused(
                        new Refusal.Protected(step.title(), running.startedAt().plus(least)));
            }
        }
        return switch (s.agenda().reflow(s.script(), running.step(), running.startedAt(), length)) {
            case Agenda.Reflow.Fits fits -> retimed(s.planned(fits.agenda()), step, s.tableIds());
            case Agenda.Reflow.TooMuch much ->
                anyway
                        ? retimed(s.planned(much.anyway()), step, s.tableIds())
                        : Decision.refused(new Refusal.DoesNotFit(
                                much.tooMuch(), much.anyway().end(s.script(), running.step(), running.startedAt())));
        };
    }

    /** One table may talk on while the others change; everybody still begins the next round together. */
    private static Decision extendOne(Session s, Stage.Running running, Duration more, String typed, Instant now) {
        if (!(s.script().plan().get(running.step()) instanceof Step.Round round)
                || s.floor().isEmpty()) {
            return Decision.refused(new Refusal.NotARound());
        }
        Floor floor = s.floor().get();
        Optional<TableSpec> table = floor.tableNamed(typed);
        if (table.isEmpty()) {
            return Decision.refused(floor.noSuchTable(typed));
        }
        Duration extra =
                floor.extra().getOrDefault(table.get().id(), Duration.ZERO).plus(more);
        Duration most = round.changing().minus(Limits.GRACE);
        Duration elapsed = Duration.between(running.startedAt(), now);
        boolean over = elapsed.compareTo(s.agenda().length(running.step()).plus(extra)) >= 0;
        if (extra.isNegative() || extra.compareTo(most) > 0 || over) {
            return Decision.refused(new Refusal.OnlyWithinTheChange(most.isNegative() ? Duration.ZERO : most));
        }
        return retimed(
                s.seatedAt(floor.givingExtra(table.get().id(), more)),
                round,
                Set.of(table.get().id()));
    }

    private static Decision retimed(Session s, Step step, Set<String> tables) {
        Instant ends = tables.size() == 1
                ? s.endsAt(tables.iterator().next()).orElseThrow()
                : s.stepEndsAt().orElseThrow();
        return Decision.changed(s, new Event.Retimed(step, tables, ends, s.end().orElseThrow()));
    }

    static Decision skip(Session s, String by, Instant now, boolean anyway) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (!(s.stage() instanceof Stage.Running running)) {
            return Decision.refused(
                    s.stage() instanceof Stage.Paused ? new Refusal.IsPaused() : new Refusal.NothingIsRunning());
        }
        Step step = s.script().plan().get(running.step());
        Duration elapsed = elapsed(running, now);
        boolean protectedStep =
                step instanceof Step.Pick || step instanceof Step.Feedback || step instanceof Step.Debrief;
        if (protectedStep && !anyway && elapsed.compareTo(step.minimum()) < 0) {
            return Decision.refused(
                    new Refusal.Protected(step.title(), running.startedAt().plus(step.minimum())));
        }
        boolean talking =
                step instanceof Step.Round && elapsed.compareTo(s.agenda().length(running.step())) < 0;
        return talking ? endTheTalk(s, running, step, elapsed, now) : endTheSlot(s, running, step, now);
    }

    /** A round's talk ends now, and people still get their time to change tables. */
    private static Decision endTheTalk(Session s, Stage.Running running, Step step, Duration elapsed, Instant now) {
        Floor same = s.floor().orElseThrow().nextRound();
        Session shorter = s.seatedAt(same).planned(withLength(s, running, elapsed));
        Session done = shorter.at(running.done(elapsed.minus(Duration.ofMillis(1))));
        return then(done, new Event.Skipped(step, done.end().orElseThrow()), now);
    }

    private static Decision endTheSlot(Session s, Stage.Running running, Step step, Instant now) {
        Duration elapsed = elapsed(running, now);
        Duration changing = step instanceof Step.Round round ? round.changing() : Duration.ZERO;
        // A round whose people are changing tables began that much later, as far as the plan is concerned.
        Stage.Running shifted = new Stage.Running(
                running.step(),
                changing.isZero() ? running.startedAt() : now.minus(s.agenda().slot(s.script(), running.step())),
                running.done());
        Session shorter = changing.isZero() ? s.planned(withLength(s, running, elapsed)) : s;
        Duration slot = shorter.agenda().slot(s.script(), running.step());
        Session done = shorter.at(shifted.done(slot.minus(Duration.ofMillis(1))));
        return then(done, new Event.Skipped(step, done.end().orElseThrow()), now);
    }

    private static Decision then(Session done, Event first, Instant now) {
        return switch (done.timeIsUp(now)) {
            case Decision.Changed changed -> {
                java.util.List<Event> all = new java.util.ArrayList<>();
                all.add(first);
                all.addAll(changed.events());
                yield new Decision.Changed(changed.session(), all);
            }
            case Decision.Refused refused -> refused;
            case Decision.Ignored ignored -> Decision.changed(done, first);
        };
    }

    private static Agenda withLength(Session s, Stage.Running running, Duration length) {
        java.util.List<Duration> lengths = new java.util.ArrayList<>(s.agenda().lengths());
        lengths.set(running.step(), length);
        return new Agenda(lengths, s.agenda().hardEnd());
    }

    /** How much of the step is over: more than what has happened in it, so that a step cut short at this very moment still ends. */
    private static Duration elapsed(Stage.Running running, Instant now) {
        return longer(Duration.between(running.startedAt(), now), running.done().plusMillis(1));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
