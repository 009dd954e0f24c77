package org.tafelronde.store.script;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.session.Limits;

/** Whether a script's times can be kept. */
final class Times {
    private static final Duration LONGEST_DAY = Duration.ofHours(12);

    private final Item script;
    private final Problems problems;

    Times(Item script, Problems problems) {
        this.script = script;
        this.problems = problems;
    }

    void check() {
        List<Item> plan = script.all("plan");
        for (Item step : plan) {
            shrinking(step);
            leastOf(step);
            interventions(step);
            onePerMinute(step);
        }
        if (script.knows("plan", "minutes")
                && plan.stream().noneMatch(s -> s.broken().contains("changing"))) {
            sum(plan);
        }
    }

    private void shrinking(Item step) {
        Optional<Item> least = step.get("atLeast");
        Optional<Duration> length = step.minutes("minutes");
        if (least.isPresent()
                && length.isPresent()
                && least.get().number() > length.get().toMinutes()) {
            problems.add(
                    least.get(),
                    "the step lasts at least " + least.get().number() + " minutes, and is planned to last "
                            + length.get().toMinutes(),
                    "write at most " + length.get().toMinutes() + ", or make the step longer");
        }
    }

    /** The protected minimum of feedback and debrief depends on how many speak and what is asked. */
    private void leastOf(Item step) {
        long least = protectedMinutes(script, step);
        for (String key : List.of("minutes", "atLeast")) {
            step.get(key)
                    .filter(i -> i.number() < least)
                    .ifPresent(i -> problems.add(
                            i,
                            i.number() + " is too few minutes for "
                                    + (step.is("feedback")
                                            ? script.all("themes").size() + " themes that speak in turn"
                                            : prompts(step.all("prompts").size()) + " of a debrief"),
                            "write at least " + least));
        }
    }

    private static String prompts(int n) {
        return n == 1 ? "a prompt" : n + " prompts";
    }

    /**
     * How short a step may become, when its author does not say.
     *
     * @return 0 for a step whose time is not protected
     */
    static long protectedMinutes(Item script, Item step) {
        return switch (step.text("kind").orElse("")) {
            case "round" -> Limits.SHORTEST_ROUND.toMinutes();
            case "pick" -> Limits.SHORTEST_PICK.toMinutes();
            case "feedback" ->
                Limits.SHORTEST_FEEDBACK_OF_A_THEME
                        .multipliedBy(script.all("themes").size())
                        .toMinutes();
            case "debrief" ->
                Limits.SHORTEST_DEBRIEF_PROMPT
                        .multipliedBy(step.all("prompts").size())
                        .toMinutes();
            default -> 0;
        };
    }

    private void interventions(Item round) {
        Optional<Duration> length = round.minutes("minutes");
        if (length.isEmpty()) {
            return;
        }
        long last = length.get().minus(Limits.NO_INTERVENTION_BEFORE_END).toMinutes();
        for (Item intervention : round.all("interventions")) {
            intervention
                    .get("at")
                    .filter(at -> at.number() > last)
                    .ifPresent(at -> problems.add(
                            at,
                            "minute " + at.number() + " is "
                                    + (at.number() > length.get().toMinutes()
                                            ? "after the end of a round of "
                                            : "in the last " + Limits.NO_INTERVENTION_BEFORE_END.toMinutes()
                                                    + " minutes of a round of ")
                                    + length.get().toMinutes(),
                            "write at most " + last));
        }
    }

    private void onePerMinute(Item round) {
        Set<Integer> minutes = new HashSet<>();
        for (Item intervention : round.all("interventions")) {
            intervention
                    .get("at")
                    .filter(at -> !minutes.add(at.number()))
                    .ifPresent(at -> problems.add(
                            at,
                            "another intervention of this round comes at minute " + at.number() + " too",
                            "choose another minute"));
        }
    }

    private void sum(List<Item> plan) {
        Duration sum = plan.stream()
                .map(s -> s.minutes("minutes")
                        .orElseThrow()
                        .plus(s.minutes("changing").orElse(Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
        if (sum.compareTo(LONGEST_DAY) > 0) {
            problems.add(
                    script.the("plan"),
                    "the plan lasts " + sum.toMinutes() + " minutes",
                    "make it at most " + LONGEST_DAY.toMinutes());
            return;
        }
        Optional<LocalTime> starts = script.time("starts");
        Optional<LocalTime> ends = script.time("ends");
        if (starts.isEmpty() || ends.isEmpty()) {
            return;
        }
        LocalTime reached = starts.get().plus(sum);
        if (!reached.equals(ends.get())) {
            long off = Duration.between(reached, ends.get()).toMinutes();
            problems.add(
                    script.the("ends"),
                    "the plan ends at " + reached + ", not at " + ends.get() + ": its steps take " + sum.toMinutes()
                            + " minutes from " + starts.get(),
                    "write \"" + reached + "\", or make the steps " + Math.abs(off) + " minutes "
                            + (off > 0 ? "longer" : "shorter"));
        }
    }
}
