package org.tafelronde.store.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a script's ids are unique, and what refers to them meets them. */
final class Names {
    /** What was asked at no table stands beside the themes under this name. */
    private static final Set<String> TAKEN_THEMES = Set.of("elsewhere");
    /** "On no topic", in both languages. */
    private static final Set<String> TAKEN_TOPICS = Set.of("none", "geen");

    private final Item script;
    private final Problems problems;
    private final List<Item> rounds;
    private final List<String> themes;

    Names(Item script, Problems problems) {
        this.script = script;
        this.problems = problems;
        rounds = script.all("plan").stream().filter(s -> s.is("round")).toList();
        themes = ids(script.all("themes"));
    }

    void check() {
        eachOnce("theme", script.all("themes"));
        eachOnce("step", script.all("plan"));
        eachOnce("intervention", interventions());
        eachOnce("topic", topics(script));
        isFree(script.all("themes"), TAKEN_THEMES);
        isFree(topics(script), TAKEN_TOPICS);
        if (script.knows("themes", "id")) {
            rounds.forEach(r -> r.get("prompts").ifPresent(this::promptForEachTheme));
        }
        byThemeAndRound("card");
        byThemeAndRound("samples");
    }

    private void eachOnce(String what, List<Item> items) {
        Map<String, Integer> lines = new HashMap<>();
        for (Item item : items) {
            item.get("id").ifPresent(id -> {
                Integer first = lines.putIfAbsent(id.text(), id.line());
                if (first != null) {
                    problems.add(
                            id,
                            "the " + what + " in line " + first + " is called " + Wording.quoted(id.text()) + " too",
                            "give each " + what + " an id of its own");
                }
            });
        }
    }

    private void isFree(List<Item> items, Set<String> taken) {
        items.stream()
                .flatMap(item -> item.get("id").stream())
                .filter(id -> taken.contains(id.text()))
                .forEach(id -> problems.add(
                        id,
                        Wording.quoted(id.text()) + " means something else where people type it",
                        "choose another id"));
    }

    private List<Item> interventions() {
        return Stream.concat(
                        rounds.stream().flatMap(r -> r.all("interventions").stream()), script.all("spare").stream())
                .toList();
    }

    static List<Item> topics(Item script) {
        return script.under("card").values().stream()
                .flatMap(theme -> theme.entries().values().stream())
                .flatMap(round -> round.items().stream())
                .toList();
    }

    private void promptForEachTheme(Item prompts) {
        known(prompts, themes, "theme");
        for (String theme : themes) {
            if (prompts.lacks(theme)) {
                problems.add(
                        prompts,
                        "there is no prompt for theme " + theme,
                        "add " + theme + ": and what this round asks at that table");
            }
        }
    }

    private void byThemeAndRound(String key) {
        script.get(key).ifPresent(all -> {
            if (script.knows("themes", "id")) {
                known(all, themes, "theme");
            }
            if (script.knows("plan", "kind", "id")) {
                all.entries().values().forEach(cell -> known(cell, ids(rounds), "round"));
            }
        });
    }

    private void known(Item mapping, List<String> ids, String what) {
        mapping.entries().forEach((id, item) -> {
            if (!ids.contains(id)) {
                problems.add(item, "there is no " + what + " " + Wording.quoted(id), Wording.meant(id, ids));
            }
        });
    }

    static List<String> ids(List<Item> items) {
        return items.stream().flatMap(i -> i.text("id").stream()).toList();
    }
}
