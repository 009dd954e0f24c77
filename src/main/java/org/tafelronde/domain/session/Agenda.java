package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;

/**
 * How long each step of the plan lasts by now.
 *
 * @param lengths by the step's index; a round's without the time to change tables
 * @param hardEnd when the café must be over
 */
public record Agenda(List<Duration> lengths, Optional<Instant> hardEnd) {
    public Agenda {
        lengths = List.copyOf(lengths);
    }

    public static Agenda of(Script script) {
        return new Agenda(script.plan().stream().map(Step::length).toList(), Optional.empty());
    }

    Agenda endingBy(Instant end) {
        return new Agenda(lengths, Optional.of(end));
    }

    public Duration length(int step) {
        return lengths.get(step);
    }

    /** From the step's beginning to the next one's. */
    public Duration slot(Script script, int step) {
        return script.plan().get(step) instanceof Step.Round round
                ? length(step).plus(round.changing())
                : length(step);
    }

    /** When the café ends if this step begins then. */
    public Instant end(Script script, int step, Instant startsAt) {
        Instant end = startsAt;
        for (int i = step; i < lengths.size(); i++) {
            end = end.plus(slot(script, i));
        }
        return end;
    }

    /** What a change of plan comes to. */
    sealed interface Reflow {
        record Fits(Agenda agenda) implements Reflow {}

        /**
         * @param tooMuch how much later than the hard end it would become
         */
        record TooMuch(Duration tooMuch, Agenda anyway) implements Reflow {}
    }

    /**
     * The plan when this step lasts that long. Without a hard end everything after it moves. With one, later steps give way: a minute at
     * a time from the one that can spare most, never below its minimum.
     */
    Reflow reflow(Script script, int step, Instant startsAt, Duration length) {
        List<Duration> changed = new ArrayList<>(lengths);
        changed.set(step, length);
        Duration over = tooLate(script, changed, step, startsAt);
        while (over.isPositive()) {
            int most = mostToSpare(script, changed, step + 1);
            if (most < 0) {
                return new Reflow.TooMuch(over, new Agenda(changed, hardEnd));
            }
            Duration spare = spare(script, changed, most);
            Duration take = min(min(Duration.ofMinutes(1), over), spare);
            changed.set(most, changed.get(most).minus(take));
            over = over.minus(take);
        }
        return new Reflow.Fits(new Agenda(changed, hardEnd));
    }

    private Duration tooLate(Script script, List<Duration> lengths, int step, Instant startsAt) {
        return hardEnd.map(limit -> Duration.between(limit, new Agenda(lengths, hardEnd).end(script, step, startsAt)))
                .orElse(Duration.ZERO);
    }

    private static int mostToSpare(Script script, List<Duration> lengths, int from) {
        int most = -1;
        for (int i = from; i < lengths.size(); i++) {
            Duration spare = spare(script, lengths, i);
            if (spare.isPositive() && (most < 0 || spare.compareTo(spare(script, lengths, most)) > 0)) {
                most = i;
            }
        }
        return most;
    }

    private static Duration spare(Script script, List<Duration> lengths, int step) {
        return lengths.get(step).minus(script.plan().get(step).minimum());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
