package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.util.List;
import org.tafelronde.domain.harvest.Digest;

/** What stands around the matrix: interventions before it; debrief, appendix and method after it. */
final class HtmlRest {
    private final Html h;
    private final Digest digest;
    private final Words words;

    HtmlRest(Html h, Digest digest, Words words) {
        this.h = h;
        this.digest = digest;
        this.words = words;
    }

    void effects() {
        if (!digest.interventions().isEmpty()) {
            section("interventions", this::interventions);
        }
    }

    void write() {
        if (!digest.debrief().isEmpty()) {
            section("debrief", () -> digest.debrief().forEach(this::lookBack));
        }
        if (!digest.actions().isEmpty()) {
            section("actions", this::actions);
        }
        if (!digest.appendix().isEmpty()) {
            section("appendix", () -> {
                h.text("p", words.say("appendix.note"), "class", "note");
                HtmlQuestions.all(h, digest, words, digest.appendix());
            });
        }
        section(
                "method",
                () -> h.in(
                        "ul",
                        with("class", "method"),
                        () -> words.method(digest).forEach(sentence -> h.text("li", sentence))));
    }

    private void section(String name, Runnable inside) {
        h.in("section", with("aria-labelledby", name), () -> {
            h.text("h2", words.say(name + ".heading"), "id", name);
            inside.run();
        });
    }

    private void interventions() {
        h.text("p", words.say("interventions.note"), "class", "note");
        h.in("table", with("class", "effects"), () -> {
            h.in(
                    "thead",
                    () -> h.in("tr", () -> {
                        h.text("th", words.say("interventions.intervention"), "scope", "col");
                        h.text("th", words.say("interventions.before"), "scope", "col");
                        h.text("th", words.say("interventions.after"), "scope", "col");
                    }));
            h.in("tbody", () -> digest.interventions().forEach(this::effect));
        });
    }

    private void effect(Digest.Effect effect) {
        h.in("tr", () -> {
            h.in("th", with("scope", "row"), () -> {
                h.text("span", effect.title(), "class", "theme");
                h.text("span", words.say("round.head", effect.round()), "class", "guiding");
            });
            int most = Math.max(1, Math.max(effect.before(), effect.after()));
            bar(effect.before(), most, "before");
            bar(effect.after(), most, "after");
        });
    }

    private void bar(int count, int most, String look) {
        h.in("td", () -> {
            h.text("span", String.valueOf(count), "class", "number");
            String width = "width:" + 100 * count / most + "%";
            h.in(
                    "span",
                    with("class", "bar", "aria-hidden", "true"),
                    () -> h.text("span", "", "class", look, "style", width));
        });
    }

    private void lookBack(Digest.LookBack look) {
        h.text("h3", look.prompt());
        if (look.answers().isEmpty()) {
            h.text("p", words.say("debrief.none"), "class", "none");
            return;
        }
        h.in(
                "ul",
                with("class", "answers"),
                () -> look.answers().forEach(answer -> h.text("li", answer, "class", "words", "dir", "auto")));
    }

    /** Those that somebody does, as a table; those that wait for somebody, as a list. */
    private void actions() {
        List<Digest.Action> owned =
                digest.actions().stream().filter(a -> a.owner().isPresent()).toList();
        List<Digest.Action> free =
                digest.actions().stream().filter(a -> a.owner().isEmpty()).toList();
        if (!owned.isEmpty()) {
            h.in("table", with("class", "actions"), () -> {
                h.in(
                        "thead",
                        () -> h.in("tr", () -> {
                            h.text("th", words.say("actions.what"), "scope", "col");
                            h.text("th", words.say("actions.owner"), "scope", "col");
                            h.text("th", words.say("actions.due"), "scope", "col");
                        }));
                h.in("tbody", () -> owned.forEach(this::owned));
            });
        }
        if (!free.isEmpty()) {
            h.text("h3", words.say("actions.free"));
            h.in(
                    "ul",
                    with("class", "answers"),
                    () -> free.forEach(a -> h.text("li", words.unowned(a), "class", "words", "dir", "auto")));
        }
    }

    private void owned(Digest.Action action) {
        h.in("tr", () -> {
            h.in("td", () -> {
                h.text("span", action.text(), "class", "words", "dir", "auto");
                words.outcome(action).ifPresent(outcome -> h.text("p", outcome, "class", "about"));
            });
            h.text("td", action.owner().orElseThrow());
            h.text("td", words.due(action));
        });
    }
}
