package org.tafelronde.store.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must fit together in a script, when each place has the right form: ids and what refers to them, and the order. */
final class Sense {
    private final Item script;
    private final Problems problems;
    private final List<Item> plan;
    private final List<Item> rounds;
    private final List<String> themes;

    Sense(Item script, Problems problems) {
        this.script = script;
        this.problems = problems;
        plan = script.all("plan");
        rounds = plan.stream().filter(s -> s.is("round")).toList();
        themes = ids(script.all("themes"));
    }

    void check() {
        eachIdOnce("theme", script.all("themes"));
        eachIdOnce("step", plan);
        eachIdOnce("intervention", interventions().toList());
        eachIdOnce("topic", topics().toList());
        if (script.get("themes").isPresent()) {
            rounds.forEach(r -> r.get("prompts").ifPresent(this::promptForEachTheme));
        }
        byThemeAndRound("card");
        byThemeAndRound("samples");
        order();
        hosts();
        talks();
        new Times(script, problems).check();
    }

    private void eachIdOnce(String what, List<Item> items) {
        Map<String, Integer> lines = new HashMap<>();
        for (Item item : items) {
            item.get("id").ifPresent(id -> {
                Integer first = lines.putIfAbsent(id.text(), id.line());
                if (first != null) {
                    say(
                            id,
                            "the " + what + " in line " + first + " is called " + Wording.quoted(id.text()) + " too",
                            "give each " + what + " an id of its own");
                }
            });
        }
    }

    private void promptForEachTheme(Item prompts) {
        known(prompts, themes, "theme");
        for (String theme : themes) {
            if (prompts.get(theme).isEmpty()) {
                say(
                        prompts,
                        "there is no prompt for theme " + theme,
                        "add " + theme + ": and what this round asks at that table");
            }
        }
    }

    private void byThemeAndRound(String key) {
        script.get(key).ifPresent(all -> {
            if (script.get("themes").isPresent()) {
                known(all, themes, "theme");
            }
            if (script.get("plan").isPresent()) {
                all.entries().values().forEach(cell -> known(cell, ids(rounds), "round"));
            }
        });
    }

    private void known(Item mapping, List<String> ids, String what) {
        mapping.entries().forEach((id, item) -> {
            if (!ids.contains(id)) {
                problems.add(
                        item.line(),
                        item.where(),
                        "there is no " + what + " " + Wording.quoted(id),
                        Wording.meant(id, ids));
            }
        });
    }

    /** Some steps can come once only, and need others before them. */
    private void order() {
        for (String kind : List.of("case", "pick", "feedback", "card", "debrief")) {
            List<Item> steps = plan.stream().filter(s -> s.is(kind)).toList();
            steps.stream()
                    .skip(1)
                    .forEach(s -> say(
                            s,
                            "there is a step of kind " + kind + " already, in line "
                                    + steps.getFirst().line(),
                            "keep one of them"));
        }
        script.get("plan")
                .filter(p -> rounds.isEmpty())
                .ifPresent(p -> say(p, "there is no round in the plan", "add a step of kind: round"));
        first("pick")
                .ifPresent(pick -> rounds.stream()
                        .filter(r -> plan.indexOf(r) > plan.indexOf(pick))
                        .forEach(r -> say(
                                r,
                                "this round comes after the picking",
                                "move the step of kind pick after the last round")));
        first("feedback").ifPresent(feedback -> {
            if (first("pick")
                    .filter(p -> plan.indexOf(p) < plan.indexOf(feedback))
                    .isEmpty()) {
                say(feedback, "nothing has been picked yet", "put a step of kind pick before it");
            }
        });
        goTogether("case", "the case is never told", "nothing is written for the case");
        first("card")
                .filter(s -> script.get("card").isEmpty())
                .ifPresent(s -> say(
                        s,
                        "there is no reference card to show",
                        "add card: with topics by theme and round, or take this step out"));
        onePerMinute();
    }

    private void goTogether(String kind, String neverShown, String nothingWritten) {
        Optional<Item> step = first(kind);
        Optional<Item> text = script.get(kind);
        if (script.get("plan").isPresent() && text.isPresent() && step.isEmpty()) {
            say(text.get(), neverShown, "add a step of kind: " + kind + " to the plan");
        }
        if (step.isPresent() && text.isEmpty()) {
            say(step.get(), nothingWritten, "add " + kind + ": with a title and texts, or take this step out");
        }
    }

    private void onePerMinute() {
        Set<Integer> minutes = new HashSet<>();
        for (Item round : rounds) {
            minutes.clear();
            for (Item intervention : round.all("interventions")) {
                intervention
                        .get("at")
                        .filter(at -> !minutes.add(at.number()))
                        .ifPresent(at -> say(
                                at,
                                "another intervention of this round comes at minute " + at.number() + " too",
                                "choose another minute"));
            }
        }
    }

    private void hosts() {
        script.get("hostRounds")
                .filter(h -> !rounds.isEmpty() && h.number() > Math.max(2, rounds.size()))
                .ifPresent(h -> say(
                        h,
                        "a host sits " + h.number() + " rounds, and there are " + rounds.size(),
                        "write at most " + Math.max(2, rounds.size())));
    }

    private void talks() {
        for (Item step : plan) {
            if (step.is("talk") && step.get("texts").isEmpty() && !step.flag("etiquette")) {
                say(step, "this step says nothing", "add texts:, or etiquette: true");
            }
            if (step.flag("etiquette") && script.get("etiquette").isEmpty()) {
                say(
                        step.the("etiquette"),
                        "there is no etiquette to show",
                        "add etiquette: with a line for each point");
            }
        }
    }

    private Optional<Item> first(String kind) {
        return plan.stream().filter(s -> s.is(kind)).findFirst();
    }

    private Stream<Item> interventions() {
        return Stream.concat(
                rounds.stream().flatMap(r -> r.all("interventions").stream()), script.all("spare").stream());
    }

    private Stream<Item> topics() {
        return script.under("card").values().stream()
                .flatMap(theme -> theme.entries().values().stream())
                .flatMap(round -> round.items().stream());
    }

    private static List<String> ids(List<Item> items) {
        return items.stream().flatMap(i -> i.text("id").stream()).toList();
    }

    private void say(Item item, String what, String mend) {
        problems.add(item.line(), item.where(), what, mend);
    }
}
