package org.tafelronde.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.script.Theme;

/** {@code digest.md}, for wikis and mail: the same as the page, in the same order. */
final class MarkdownReport implements Format {
    @Override
    public String file() {
        return "digest.md";
    }

    @Override
    public String type() {
        return "text/markdown";
    }

    @Override
    public byte[] write(Digest digest) {
        return new Writing(digest).all().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Writing {
        private final Digest digest;
        private final Words words;
        private final StringBuilder out = new StringBuilder();

        Writing(Digest digest) {
            this.digest = digest;
            this.words = Words.in(digest.language());
        }

        String all() {
            firstPage();
            overview();
            interventions();
            coverage();
            alike();
            matrix();
            debrief();
            actions();
            appendix();
            heading(2, words.say("method.heading"));
            words.method(digest).forEach(this::item);
            return out.toString();
        }

        private void firstPage() {
            heading(1, digest.title());
            paragraph(words.say("kind") + " · " + words.date(digest.date()));
            paragraph(digest.purpose());
            item(words.say("facts.people") + ": " + digest.people());
            item(words.say("facts.questions") + ": " + digest.questions());
            item(words.say("facts.themes") + ": " + digest.themes().size());
            item(words.say("facts.rounds") + ": " + digest.rounds().size());
            heading(2, words.say("top.heading"));
            paragraph(words.say("top.note"));
            for (Digest.Top top : digest.top()) {
                heading(3, top.theme().label());
                if (top.questions().isEmpty()) {
                    paragraph(words.say("top.none"));
                }
                for (int i = 0; i < top.questions().size(); i++) {
                    question(i + 1 + ". ", top.questions().get(i), true);
                }
            }
            if (!digest.asks().isBlank()) {
                heading(2, words.say("asks.heading"));
                paragraph(digest.asks());
            }
        }

        private void overview() {
            heading(2, words.say("overview.heading"));
            words.joined(digest).ifPresent(this::paragraph);
            List<String> head = new ArrayList<>(List.of(words.say("theme")));
            for (int r = 1; r <= digest.rounds().size(); r++) {
                head.add(words.say("round.head", r) + ": " + digest.rounds().get(r - 1));
            }
            head.add(words.say("total"));
            tableHead(head);
            for (Theme theme : digest.themes()) {
                List<String> row = new ArrayList<>(List.of(theme.label()));
                digest.row(theme).forEach(c -> row.add(String.valueOf(c.count())));
                row.add(sum(digest.row(theme)));
                row(row);
            }
            List<String> totals = new ArrayList<>(List.of(words.say("total")));
            for (int r = 1; r <= digest.rounds().size(); r++) {
                int round = r;
                totals.add(sum(
                        digest.matrix().stream().filter(c -> c.round() == round).toList()));
            }
            totals.add(sum(digest.matrix()));
            row(totals);
        }

        private static String sum(List<Digest.Cell> cells) {
            return String.valueOf(cells.stream().mapToInt(Digest.Cell::count).sum());
        }

        private void matrix() {
            heading(2, words.say("matrix.heading"));
            for (Theme theme : digest.themes()) {
                heading(3, theme.label());
                paragraph(theme.guiding());
                for (Digest.Cell cell : digest.row(theme)) {
                    heading(4, words.say("round.head", cell.round()) + ": " + cell.label());
                    paragraph(words.say("count", cell.count()));
                    cell.questions().forEach(q -> question("- ", q, false));
                }
            }
        }

        private void interventions() {
            if (digest.interventions().isEmpty()) {
                return;
            }
            heading(2, words.say("interventions.heading"));
            paragraph(words.say("interventions.note"));
            tableHead(List.of(
                    words.say("interventions.intervention"),
                    words.say("round"),
                    words.say("interventions.before"),
                    words.say("interventions.after")));
            digest.interventions()
                    .forEach(e -> row(List.of(
                            e.title(),
                            String.valueOf(e.round()),
                            String.valueOf(e.before()),
                            String.valueOf(e.after()))));
        }

        private void coverage() {
            if (digest.coverage().isEmpty()) {
                return;
            }
            heading(2, words.say("coverage.heading"));
            paragraph(words.say("coverage.note"));
            paragraph(words.coverage(digest));
            missed("coverage.blind", Coverage.State.UNTOUCHED);
            missed("coverage.once", Coverage.State.THIN);
            for (Coverage cell : digest.coverage()) {
                heading(3, cell.theme().label() + " · " + words.say("round.head", cell.round()));
                cell.card().forEach(this::topic);
                if (!cell.notOnCard().isEmpty()) {
                    paragraph(words.say("coverage.other"));
                    cell.notOnCard().forEach(this::item);
                }
            }
        }

        private void missed(String heading, Coverage.State state) {
            if (digest.topics(state) == 0) {
                return;
            }
            heading(3, words.say(heading));
            digest.coverage()
                    .forEach(cell -> cell.card().stream()
                            .filter(topic -> topic.state() == state)
                            .forEach(topic -> item(topic.topic().topic() + " (" + words.place(cell) + ")")));
        }

        private void topic(Coverage.Covered topic) {
            String state = words.say("coverage." + topic.state().name().toLowerCase(Locale.ROOT));
            String more = topic.state() == Coverage.State.UNTOUCHED
                    ? " (" + topic.topic().question() + ")"
                    : "";
            item(state + ": " + topic.topic().topic() + more);
            topic.questions()
                    .forEach(q -> out.append("  - ")
                            .append(MarkdownText.of(q.question()))
                            .append(" — *")
                            .append(MarkdownText.of(words.matchedOn(q)))
                            .append("*\n"));
        }

        private void alike() {
            if (digest.alike().isEmpty()) {
                return;
            }
            heading(2, words.say("alike.heading"));
            paragraph(words.say("alike.note"));
            for (List<Digest.Asked> group : digest.alike()) {
                item(group.getFirst().text());
                group.stream()
                        .skip(1)
                        .forEach(q -> out.append("  - ")
                                .append(MarkdownText.of(q.text()))
                                .append('\n'));
            }
        }

        private void debrief() {
            if (digest.debrief().isEmpty()) {
                return;
            }
            heading(2, words.say("debrief.heading"));
            for (Digest.LookBack look : digest.debrief()) {
                heading(3, look.prompt());
                if (look.answers().isEmpty()) {
                    paragraph(words.say("debrief.none"));
                }
                look.answers().forEach(this::item);
            }
        }

        private void actions() {
            if (digest.actions().isEmpty()) {
                return;
            }
            heading(2, words.say("actions.heading"));
            for (Digest.Action action : digest.actions()) {
                action.owner().ifPresent(owner -> item(words.owned(action, owner)));
            }
            List<Digest.Action> free =
                    digest.actions().stream().filter(a -> a.owner().isEmpty()).toList();
            if (!free.isEmpty()) {
                heading(3, words.say("actions.free"));
                free.forEach(a -> item(words.unowned(a)));
            }
        }

        private void appendix() {
            if (digest.appendix().isEmpty()) {
                return;
            }
            heading(2, words.say("appendix.heading"));
            paragraph(words.say("appendix.note"));
            digest.appendix().forEach(q -> question("- ", q, false));
        }

        private void heading(int level, String text) {
            paragraph("#".repeat(level) + " ", text);
        }

        private void paragraph(String text) {
            paragraph("", text);
        }

        private void paragraph(String before, String text) {
            if (!out.isEmpty() && out.charAt(out.length() - 2) != '\n') {
                out.append('\n');
            }
            out.append(before).append(MarkdownText.of(text)).append("\n\n");
        }

        private void item(String text) {
            out.append("- ").append(MarkdownText.of(text)).append('\n');
        }

        private void question(String before, Digest.Asked question, boolean top) {
            List<String> about = new ArrayList<>(words.about(digest, question, top));
            if (question.picked() && !top) {
                about.addFirst(words.say("question.picked"));
            }
            out.append(before).append(MarkdownText.of(question.text()));
            if (!about.isEmpty()) {
                out.append(" — *")
                        .append(MarkdownText.of(String.join(", ", about)))
                        .append('*');
            }
            out.append('\n');
        }

        private void tableHead(List<String> cells) {
            row(cells);
            out.append("|")
                    .append(String.join("|", Collections.nCopies(cells.size(), "---")))
                    .append("|\n");
        }

        private void row(List<String> cells) {
            out.append("| ")
                    .append(String.join(
                            " | ", cells.stream().map(MarkdownText::of).toList()))
                    .append(" |\n");
        }
    }
}
