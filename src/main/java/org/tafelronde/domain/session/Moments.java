package org.tafelronde.domain.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;

/** All moments of a step, in order. Computed anew whenever a length changes, so that nothing needs to be moved. */
final class Moments {
    private Moments() {}

    static List<Moment> of(Session session, int step) {
        Script script = session.setting().script();
        Duration length = session.agenda().length(step);
        Duration slot = session.agenda().slot(script, step);
        List<Moment> all = new ArrayList<>();
        all.add(new Moment.Opens(Duration.ZERO));
        if (step == 0 && session.floor().isEmpty()) {
            all.add(new Moment.Seats(seatingAt(script)));
        }
        switch (script.plan().get(step)) {
            case Step.Round round -> round(all, session, round, length, slot);
            case Step.Pick pick -> {
                if (length.compareTo(Limits.LAST_WARNING.multipliedBy(2)) >= 0) {
                    all.add(new Moment.PickingEndsSoon(length.minus(Limits.LAST_WARNING), Limits.LAST_WARNING));
                }
            }
            case Step.Feedback feedback -> {
                List<Theme> themes = script.themes();
                for (int i = 0; i < themes.size(); i++) {
                    all.add(new Moment.Bells(
                            part(length, i, themes.size()), themes.get(i).id()));
                }
            }
            case Step.Debrief debrief -> {
                int n = debrief.prompts().size();
                for (int i = 0; i < n; i++) {
                    all.add(new Moment.Asks(part(length, i, n), i));
                    // People write alone for three quarters of the time, then read.
                    all.add(new Moment.Shares(part(length, 4 * i + 3, 4 * n), i));
                }
            }
            case Step.Talk talk -> {}
            case Step.CaseTelling telling -> {}
            case Step.Card card -> {}
            case Step.Break pause -> {}
        }
        all.add(new Moment.Ends(slot));
        all.sort(Comparator.comparing(Moment::at));
        return all;
    }

    static Optional<Moment> next(Session session, int step, Duration done) {
        return of(session, step).stream()
                // A step that became shorter than what is over of it still ends.
                .filter(m -> m.at().compareTo(done) > 0 || m instanceof Moment.Ends)
                .findFirst();
    }

    /** By the script's own length: a change of plan does not make the check-in shorter or longer. */
    private static Duration seatingAt(Script script) {
        Step first = script.plan().getFirst();
        return first instanceof Step.Round || first.length().compareTo(Limits.CHECK_IN_AFTER.multipliedBy(2)) < 0
                ? Duration.ZERO
                : Limits.CHECK_IN_AFTER;
    }

    private static void round(List<Moment> all, Session session, Step.Round round, Duration length, Duration slot) {
        round.interventions()
                .forEach(i -> i.at().filter(at -> at.compareTo(length) < 0)
                        .ifPresent(at -> all.add(new Moment.Intervenes(at, i))));
        session.floor()
                .ifPresent(floor -> floor.tablesByExtra().forEach((extra, tables) -> {
                    Duration end = length.plus(extra);
                    halfTime(end).ifPresent(half -> all.add(new Moment.IsHalfOver(half, end.minus(half), tables)));
                    for (Duration left : List.of(Limits.FIRST_WARNING, Limits.LAST_WARNING)) {
                        // Half of the round at least is over before anybody is hurried.
                        if (end.compareTo(left.multipliedBy(2)) >= 0) {
                            all.add(new Moment.Warns(end.minus(left), left, tables));
                        }
                    }
                    all.add(new Moment.TimeIsUp(end, tables));
                }));
        Duration grace = shorter(Limits.GRACE, slot.minus(length).dividedBy(2));
        all.add(new Moment.HandsOver(length.plus(grace)));
    }

    /** Not so near the first warning that one would come on the heels of the other. */
    private static Optional<Duration> halfTime(Duration end) {
        Duration half = end.dividedBy(2);
        Duration warned = end.minus(Limits.FIRST_WARNING);
        return Optional.of(half).filter(h -> h.plus(Limits.BEFORE_FIRST_WARNING).compareTo(warned) < 0);
    }

    private static Duration part(Duration whole, int i, int n) {
        return whole.multipliedBy(i).dividedBy(n);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
