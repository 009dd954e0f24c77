package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import org.tafelronde.domain.harvest.Digest;

/** One page first (F52): purpose, when, how many people, the top questions, what is asked of management. */
final class HtmlFirstPage {
    /** A round table, seen from above. */
    private static final String TABLE = """
            <svg class="table" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false">
            <circle cx="32" cy="32" r="15"/>
            <g><circle cx="32" cy="8" r="5"/><circle cx="52.8" cy="20" r="5"/><circle cx="52.8" cy="44" r="5"/>
            <circle cx="32" cy="56" r="5"/><circle cx="11.2" cy="44" r="5"/><circle cx="11.2" cy="20" r="5"/></g>
            </svg>
            """;

    private final Html h;
    private final Digest digest;
    private final Words words;

    HtmlFirstPage(Html h, Digest digest, Words words) {
        this.h = h;
        this.digest = digest;
        this.words = words;
    }

    void write() {
        h.in("div", with("class", "first"), () -> {
            h.in("header", this::header);
            h.in("section", with("aria-labelledby", "top"), this::top);
            if (!digest.asks().isBlank()) {
                h.in("section", with("class", "asks", "aria-labelledby", "asks"), () -> {
                    h.text("h2", words.say("asks.heading"), "id", "asks");
                    h.text("p", digest.asks(), "class", "words");
                });
            }
        });
        h.in("nav", with("aria-label", words.say("contents")), () -> {
            h.text("p", words.say("contents"), "aria-hidden", "true");
            h.in("ul", this::contents);
        });
    }

    private void header() {
        h.raw(TABLE);
        h.text("p", words.say("kind"), "class", "kind");
        h.text("h1", digest.title());
        h.text("p", digest.purpose(), "class", "purpose words");
        h.in("dl", () -> {
            fact("date", words.date(digest.date()));
            fact("people", String.valueOf(digest.people()));
            fact("questions", String.valueOf(digest.questions()));
            fact("themes", String.valueOf(digest.themes().size()));
            fact("rounds", String.valueOf(digest.rounds().size()));
        });
    }

    private void fact(String what, String value) {
        h.in("div", () -> h.text("dt", words.say("facts." + what)).text("dd", value));
    }

    private void top() {
        h.text("h2", words.say("top.heading"), "id", "top");
        h.text("p", words.say("top.note"), "class", "note");
        h.in("div", with("class", "cards"), () -> digest.top().forEach(this::card));
    }

    private void card(Digest.Top top) {
        h.in("article", () -> {
            h.text("h3", top.theme().label());
            if (top.questions().isEmpty()) {
                h.text("p", words.say("top.none"), "class", "none");
            } else {
                HtmlQuestions.top(h, digest, words, top.questions());
            }
        });
    }

    private void contents() {
        words.sections(digest).forEach(this::link);
    }

    private void link(String section) {
        h.in("li", () -> h.text("a", words.say(section + ".heading"), "href", "#" + section));
    }
}
