package org.tafelronde.report;

import static org.tafelronde.report.Html.with;

import java.util.List;
import java.util.Locale;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;

/** Blind spots against the reference card (F53), and questions that say nearly the same (F46). */
final class HtmlCoverage {
    private final Html h;
    private final Digest digest;
    private final Words words;
    private final int most;

    /** @param most how many questions to show of a topic, of a cell, or of a group, and how many groups: the rest is counted */
    HtmlCoverage(Html h, Digest digest, Words words, int most) {
        this.most = most;
        this.h = h;
        this.digest = digest;
        this.words = words;
    }

    void write() {
        if (!digest.coverage().isEmpty()) {
            section("coverage", () -> {
                h.text("p", words.coverage(digest), "class", "sum-up");
                missed("coverage.blind", Coverage.State.UNTOUCHED);
                missed("coverage.once", Coverage.State.THIN);
                digest.coverage().forEach(this::cell);
            });
        }
        if (!digest.alike().isEmpty()) {
            section("alike", () -> {
                digest.alike().stream().limit(most).forEach(this::group);
                more("alike.more", digest.alike().size());
            });
        }
    }

    private void section(String name, Runnable inside) {
        h.in("section", with("aria-labelledby", name), () -> {
            h.text("h2", words.say(name + ".heading"), "id", name);
            h.text("p", words.say(name + ".note"), "class", "note");
            inside.run();
        });
    }

    /** The blind spots by name, before all that was seen: they are what one looks for here. */
    private void missed(String heading, Coverage.State state) {
        if (digest.topics(state) == 0) {
            return;
        }
        h.text("h3", words.say(heading));
        h.in(
                "ul",
                with("class", "missed"),
                () -> digest.coverage()
                        .forEach(cell -> cell.card().stream()
                                .filter(topic -> topic.state() == state)
                                .forEach(topic -> h.in("li", () -> {
                                    h.text("strong", topic.topic().topic());
                                    h.text("span", words.place(cell), "class", "guiding");
                                }))));
    }

    private void cell(Coverage cell) {
        h.text("h3", cell.theme().label() + " · " + words.say("round.head", cell.round()));
        if (!cell.card().isEmpty()) {
            h.in("ul", with("class", "topics"), () -> cell.card().forEach(this::topic));
        }
        if (!cell.notOnCard().isEmpty()) {
            h.text("p", words.say("coverage.other"), "class", "guiding");
            h.in(
                    "ul",
                    with("class", "others"),
                    () -> cell.notOnCard().stream()
                            .limit(most)
                            .forEach(q -> h.text("li", q, "class", "words", "dir", "auto")));
            more("coverage.more", cell.notOnCard().size());
        }
    }

    private void topic(Coverage.Covered topic) {
        String state = topic.state().name().toLowerCase(Locale.ROOT);
        h.in("li", with("class", state), () -> {
            h.in("p", () -> {
                h.text("strong", words.say("coverage." + state), "class", "state");
                h.text("span", topic.topic().topic(), "class", "topic");
            });
            // What nobody asked is what management can still ask.
            if (topic.state() == Coverage.State.UNTOUCHED) {
                h.text("p", topic.topic().question(), "class", "about");
            }
            topic.questions().stream().limit(most).forEach(q -> {
                h.text("p", q.question(), "class", "words", "dir", "auto");
                h.text("p", words.matchedOn(q), "class", "about");
            });
            more("coverage.more", topic.questions().size());
        });
    }

    private void group(List<Digest.Asked> group) {
        h.in(
                "ul",
                with("class", "alike"),
                () -> group.stream().limit(most).forEach(q -> h.text("li", q.text(), "class", "words", "dir", "auto")));
        more("coverage.more", group.size());
    }

    private void more(String say, int all) {
        if (all > most) {
            h.text("p", words.say(say, all - most), "class", "about");
        }
    }
}
