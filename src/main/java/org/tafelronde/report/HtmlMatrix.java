package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.util.List;
import java.util.stream.IntStream;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Theme;

/**
 * The theme x round matrix, twice: how many at a glance, and all questions. On a narrow screen the second one is laid out as a list; its
 * roles say that it still is a table.
 */
final class HtmlMatrix {
    private final Html h;
    private final Digest digest;
    private final Words words;
    private final Heat heat;
    private final String picture;

    /** @param picture the heat map's address; empty for none */
    HtmlMatrix(Html h, Digest digest, Words words, String picture) {
        this.picture = picture;
        this.h = h;
        this.digest = digest;
        this.words = words;
        this.heat = Heat.of(digest);
    }

    /** How many questions there are in each cell, at a glance. */
    void counts() {
        h.in("section", with("aria-labelledby", "overview"), this::overview);
    }

    void questions() {
        h.in("section", with("class", "wide", "aria-labelledby", "matrix"), this::matrix);
    }

    private void overview() {
        h.text("h2", words.say("overview.heading"), "id", "overview");
        words.joined(digest).ifPresent(sentence -> h.text("p", sentence, "class", "note"));
        String[] box =
                with("class", "scroll", "tabindex", "0", "role", "region", "aria-label", words.say("overview.caption"));
        h.in(
                "div",
                box,
                () -> h.in("table", with("class", "overview"), () -> {
                    h.text("caption", words.say("overview.caption"));
                    h.in(
                            "thead",
                            () -> h.in("tr", () -> {
                                h.text("th", words.say("theme"), "scope", "col");
                                for (int r = 1; r <= digest.rounds().size(); r++) {
                                    roundHead(r);
                                }
                                h.text("th", words.say("total"), "scope", "col");
                            }));
                    h.in("tbody", () -> digest.themes().forEach(this::countsOf));
                    h.in("tfoot", () -> h.in("tr", this::totals));
                }));
        if (!picture.isEmpty()) {
            h.in("figure", () -> {
                h.empty("img", "src", picture, "alt", words.picture(digest), "width", "600");
                h.text("figcaption", words.say("picture.note"));
            });
        }
    }

    private void roundHead(int round) {
        h.in("th", with("scope", "col"), () -> {
            h.text("span", words.say("round.head", round), "class", "round");
            h.text("span", digest.rounds().get(round - 1), "class", "label");
        });
    }

    private void countsOf(Theme theme) {
        h.in("tr", () -> {
            h.text("th", theme.label(), "scope", "row");
            digest.row(theme)
                    .forEach(c ->
                            h.text("td", String.valueOf(c.count()), "class", "heat heat-" + heat.shade(c.count())));
            h.text("td", String.valueOf(sum(digest.row(theme))), "class", "sum");
        });
    }

    private void totals() {
        h.text("th", words.say("total"), "scope", "row");
        IntStream.rangeClosed(1, digest.rounds().size()).forEach(r -> {
            int total = sum(digest.matrix().stream().filter(c -> c.round() == r).toList());
            h.text("td", String.valueOf(total), "class", "sum");
        });
        h.text("td", String.valueOf(sum(digest.matrix())), "class", "sum");
    }

    private static int sum(List<Digest.Cell> cells) {
        return cells.stream().mapToInt(Digest.Cell::count).sum();
    }

    private void matrix() {
        h.text("h2", words.say("matrix.heading"), "id", "matrix");
        h.in("table", with("class", "matrix", "role", "table"), () -> {
            h.text("caption", words.say("matrix.caption"));
            h.in(
                    "thead",
                    with("role", "rowgroup"),
                    () -> h.in("tr", with("role", "row"), () -> {
                        h.text("th", words.say("theme"), "scope", "col", "role", "columnheader");
                        for (int r = 1; r <= digest.rounds().size(); r++) {
                            h.text("th", roundTitle(r), "scope", "col", "role", "columnheader");
                        }
                    }));
            h.in("tbody", with("role", "rowgroup"), () -> digest.themes().forEach(this::row));
        });
    }

    private String roundTitle(int round) {
        return words.say("round.head", round) + ": " + digest.rounds().get(round - 1);
    }

    private void row(Theme theme) {
        h.in("tr", with("role", "row"), () -> {
            h.in("th", with("scope", "row", "role", "rowheader"), () -> {
                h.text("span", theme.label(), "class", "theme");
                h.text("span", theme.guiding(), "class", "guiding");
            });
            digest.row(theme).forEach(this::cell);
        });
    }

    private void cell(Digest.Cell cell) {
        h.in("td", with("role", "cell"), () -> {
            // The column says it already; this is for the narrow screen, where the column's head is not in sight.
            h.text("p", roundTitle(cell.round()), "class", "narrow", "aria-hidden", "true");
            h.text("p", words.say("count", cell.count()), "class", "count heat-" + heat.shade(cell.count()));
            if (cell.count() > 0) {
                HtmlQuestions.all(h, digest, words, cell.questions());
            }
        });
    }

    /** All questions once more as lists, theme by theme: for paper, where a row of a table would be pages high. */
    void listed() {
        h.in("section", with("class", "listed"), () -> {
            h.text("h2", words.say("matrix.heading"), "id", "matrix");
            h.text("p", words.say("matrix.caption"), "class", "note");
            digest.themes().forEach(this::listed);
        });
    }

    private void listed(Theme theme) {
        h.text("h3", theme.label(), "id", anchor(theme));
        h.text("p", theme.guiding(), "class", "guiding");
        for (Digest.Cell cell : digest.row(theme)) {
            h.text("h4", roundTitle(cell.round()));
            h.text("p", words.say("count", cell.count()), "class", "count");
            if (cell.count() > 0) {
                HtmlQuestions.onPaper(h, digest, words, cell.questions());
            }
        }
    }

    static String anchor(Theme theme) {
        return "theme-" + theme.id();
    }
}
