package org.tafelronde.store.script;

import java.util.List;
import java.util.Optional;

/** Whether a script's steps follow from one another, and have what they show. */
final class Order {
    private final Item script;
    private final Problems problems;
    private final List<Item> plan;
    private final List<Item> rounds;

    Order(Item script, Problems problems) {
        this.script = script;
        this.problems = problems;
        plan = script.all("plan");
        rounds = plan.stream().filter(s -> s.is("round")).toList();
    }

    void check() {
        talks();
        if (!script.knows("plan", "kind")) {
            return; // What seems to be missing may be the step whose kind is wrong.
        }
        for (String kind : List.of("case", "pick", "feedback", "card", "debrief")) {
            once(kind);
        }
        rounds();
        picking();
        theCase();
        card();
    }

    private void talks() {
        for (Item step : plan) {
            if (step.is("talk") && step.lacks("texts") && step.lacks("etiquette")) {
                problems.add(step, "this step says nothing", "add texts:, or etiquette: true");
            }
            if (step.flag("etiquette") && script.lacks("etiquette")) {
                problems.add(
                        step.the("etiquette"),
                        "there is no etiquette to show",
                        "add etiquette: with a line for each point");
            }
        }
    }

    private void once(String kind) {
        List<Item> steps = plan.stream().filter(s -> s.is(kind)).toList();
        steps.stream()
                .skip(1)
                .forEach(s -> problems.add(
                        s,
                        "there is a step of kind " + kind + " already, in line "
                                + steps.getFirst().line(),
                        "keep one of them"));
    }

    private void rounds() {
        if (rounds.isEmpty()) {
            problems.add(script.the("plan"), "there is no round in the plan", "add a step of kind: round");
            return;
        }
        int most = Math.max(2, rounds.size());
        script.get("hostRounds")
                .filter(h -> h.number() > most)
                .ifPresent(h -> problems.add(
                        h,
                        "a host sits " + h.number() + " rounds, and there are " + rounds.size(),
                        "write at most " + most));
    }

    private void picking() {
        int pick = first("pick").map(plan::indexOf).orElse(Integer.MAX_VALUE);
        plan.stream()
                .skip(Math.min(pick, plan.size()))
                .filter(s -> s.is("round"))
                .forEach(r -> problems.add(
                        r, "this round comes after the picking", "move the step of kind pick after the last round"));
        first("feedback")
                .filter(f -> plan.indexOf(f) < pick)
                .ifPresent(f -> problems.add(f, "nothing has been picked yet", "put a step of kind pick before it"));
    }

    private void theCase() {
        Optional<Item> step = first("case");
        if (step.isEmpty()) {
            script.get("case")
                    .ifPresent(told ->
                            problems.add(told, "the case is never told", "add a step of kind: case to the plan"));
        } else if (script.lacks("case")) {
            problems.add(
                    step.get(),
                    "nothing is written for the case",
                    "add case: with a title and texts, or take this step out");
        }
    }

    private void card() {
        first("card")
                .filter(s -> script.lacks("card"))
                .ifPresent(s -> problems.add(
                        s,
                        "there is no reference card to show",
                        "add card: with topics by theme and round, or take this step out"));
    }

    private Optional<Item> first(String kind) {
        return plan.stream().filter(s -> s.is(kind)).findFirst();
    }
}
