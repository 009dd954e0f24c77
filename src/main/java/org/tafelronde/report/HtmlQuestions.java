package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.util.List;
import org.tafelronde.domain.harvest.Digest;

/** A list of questions, each in its asker's own words. */
final class HtmlQuestions {
    private HtmlQuestions() {}

    /** The most important ones of a theme, numbered. */
    static void top(Html h, Digest digest, Words words, List<Digest.Asked> questions) {
        h.in(
                "ol",
                with("class", "questions"),
                () -> questions.forEach(q -> item(h, q, () -> {
                    String about = String.join(" · ", words.about(digest, q, true));
                    if (!about.isEmpty()) {
                        h.text("p", about, "class", "about");
                    }
                })));
    }

    static void all(Html h, Digest digest, Words words, List<Digest.Asked> questions) {
        h.in(
                "ul",
                with("class", "questions"),
                () -> questions.forEach(q -> {
                    String about = String.join(" · ", words.about(digest, q, false));
                    if (q.picked() || !about.isEmpty()) {
                        item(
                                h,
                                q,
                                () -> h.in("p", with("class", "about"), () -> {
                                    if (q.picked()) {
                                        h.text("strong", words.say("question.picked"), "class", "picked");
                                    }
                                    h.text("span", about);
                                }));
                    } else {
                        // Most have nothing about them, and with thousands of questions each box less is time and
                        // paper.
                        h.text("li", q.text(), "class", "words", "dir", "auto");
                    }
                }));
    }

    private static void item(Html h, Digest.Asked question, Runnable about) {
        h.in("li", () -> {
            // The direction of the script it is written in: it may be another one than the report's.
            h.text("p", question.text(), "class", "words", "dir", "auto");
            about.run();
        });
    }
}
