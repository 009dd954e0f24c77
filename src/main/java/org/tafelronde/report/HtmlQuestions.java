package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.util.List;
import java.util.stream.Gatherers;
import org.tafelronde.domain.harvest.Digest;

/** A list of questions, each in its asker's own words. */
final class HtmlQuestions {
    /** An item of a list is twice as much as a paragraph for who draws and tags it. */
    private static final int LONGEST_LIST = 100;

    /**
     * The elements that a list is made of.
     *
     * @param classes of the list
     * @param item a question with something about it
     * @param alone a question with nothing about it, and its attributes. Most are so, and with thousands of them each box and each rule less
     *     is time and paper
     */
    private record Elements(String list, String classes, String item, String alone, List<String> with) {
        static final Elements LIST =
                new Elements("ul", "questions", "li", "li", List.of("class", "words asked", "dir", "auto"));
        static final Elements PARAGRAPHS = new Elements("div", "questions many", "div", "p", List.of());
    }

    private HtmlQuestions() {}

    /** The most important ones of a theme, numbered. */
    static void top(Html h, Digest digest, Words words, List<Digest.Asked> questions) {
        h.in(
                "ol",
                with("class", "questions"),
                () -> questions.forEach(q -> item(h, "li", q, () -> {
                    String about = String.join(" · ", words.about(digest, q, true));
                    if (!about.isEmpty()) {
                        h.text("p", about, "class", "about");
                    }
                })));
    }

    static void all(Html h, Digest digest, Words words, List<Digest.Asked> questions) {
        all(h, digest, words, questions, Elements.LIST);
    }

    /**
     * For paper: a list while it is one that somebody may count, and a small paragraph for each question from there on. Those in pieces, as
     * what must stay on one page with the heading above it is laid out twice.
     */
    static void onPaper(Html h, Digest digest, Words words, List<Digest.Asked> questions) {
        if (questions.size() <= LONGEST_LIST) {
            all(h, digest, words, questions, Elements.LIST);
        } else {
            questions.stream()
                    .gather(Gatherers.windowFixed(LONGEST_LIST))
                    .forEach(piece -> all(h, digest, words, piece, Elements.PARAGRAPHS));
        }
    }

    private static void all(Html h, Digest digest, Words words, List<Digest.Asked> questions, Elements elements) {
        h.in(
                elements.list(),
                with("class", elements.classes()),
                () -> questions.forEach(q -> {
                    String about = String.join(" · ", words.about(digest, q, false));
                    if (q.picked() || !about.isEmpty()) {
                        item(h, elements.item(), q, () -> about(h, words, q, about));
                    } else {
                        h.text(elements.alone(), q.text(), elements.with().toArray(String[]::new));
                    }
                }));
    }

    private static void about(Html h, Words words, Digest.Asked question, String about) {
        h.in("p", with("class", "about"), () -> {
            if (question.picked()) {
                h.text("strong", words.say("question.picked"), "class", "picked");
            }
            h.text("span", about);
        });
    }

    private static void item(Html h, String element, Digest.Asked question, Runnable about) {
        h.in(element, with("class", "asked"), () -> {
            // The direction of the script it is written in: it may be another one than the report's.
            h.text("p", question.text(), "class", "words", "dir", "auto");
            about.run();
        });
    }
}
