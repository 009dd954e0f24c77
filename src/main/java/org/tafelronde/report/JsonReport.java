package org.tafelronde.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;

/** {@code digest.json}, for programs. Themes are told by their ids. */
final class JsonReport implements Format {
    /** @param appendix questions that belong in no cell of the matrix */
    private record File(
            About session,
            List<Top> top,
            List<Cell> matrix,
            List<Asked> appendix,
            List<List<String>> alike,
            List<Covered> coverage,
            List<Effect> interventions,
            List<LookBack> debrief,
            List<Action> actions,
            Overruled overruled,
            @Nullable Review review) {}

    private record About(String script, String date, int people, String language) {}

    private record Top(String theme, List<Chosen> questions) {}

    private record Chosen(String text, @Nullable Integer round, int votes) {}

    private record Cell(String theme, int round, int count, List<Asked> questions) {}

    /** @param prompt "round", an intervention's id, or empty */
    private record Asked(String text, int votes, boolean picked, String prompt) {}

    private record Covered(String theme, int round, List<Topic> card, List<String> notOnCard) {}

    /** @param matchedOn for each of the questions, the words by which it was recognised; none when the facilitator put it there */
    private record Topic(String id, String topic, String state, List<String> questions, List<List<String>> matchedOn) {}

    private record Effect(String id, int round, int before, int after) {}

    /** @param due as 2026-12-31 */
    private record Action(
            String text,
            @Nullable String owner,
            @Nullable String due,
            @Nullable Outcome outcome) {}

    /**
     * @param state "done", "going_on" or "stuck"
     * @param on when it was told, as 2026-12-31
     */
    private record Outcome(String state, String on) {}

    /** @param topics how many questions are about another topic than the program suggested, or about none; groups, the same */
    private record Overruled(int topics, int groups, List<Decision> log) {}

    /** @param kind "topic", "apart" or "together" */
    private record Decision(
            String at,
            String by,
            String kind,
            List<String> questions,
            List<String> was,
            List<String> is,
            @Nullable String undoneAt) {}

    /** Null when nobody could object. */
    private record Review(int objections, int leftOut, int reworded) {}

    private record LookBack(String prompt, List<String> answers) {}

    @Override
    public String file() {
        return "digest.json";
    }

    @Override
    public String type() {
        return "application/json";
    }

    @Override
    public byte[] write(Digest digest) {
        return JsonText.of(file(digest)).getBytes(StandardCharsets.UTF_8);
    }

    private static File file(Digest d) {
        return new File(
                new About(
                        d.script(),
                        d.date().toString(),
                        d.people(),
                        d.language().code()),
                d.top().stream().map(JsonReport::top).toList(),
                d.matrix().stream()
                        .map(c -> new Cell(c.theme().id(), c.round(), c.count(), asked(c.questions())))
                        .toList(),
                asked(d.appendix()),
                d.alike().stream()
                        .map(group -> group.stream().map(Digest.Asked::text).toList())
                        .toList(),
                d.coverage().stream().map(JsonReport::covered).toList(),
                d.interventions().stream()
                        .map(e -> new Effect(e.id(), e.round(), e.before(), e.after()))
                        .toList(),
                d.debrief().stream()
                        .map(l -> new LookBack(l.prompt(), l.answers()))
                        .toList(),
                d.actions().stream()
                        .map(a -> new Action(
                                a.text(),
                                a.owner().orElse(null),
                                a.due().map(LocalDate::toString).orElse(null),
                                a.outcome().map(JsonReport::outcome).orElse(null)))
                        .toList(),
                overruled(d.overruled()),
                d.review()
                        .map(r -> new Review(r.objections(), r.leftOut(), r.reworded()))
                        .orElse(null));
    }

    private static Outcome outcome(ActionPoint.Outcome o) {
        return new Outcome(o.state().name().toLowerCase(Locale.ROOT), o.on().toString());
    }

    private static Overruled overruled(Digest.Overruled o) {
        return new Overruled(
                o.topics().size(),
                o.groups().size(),
                o.log().stream()
                        .map(l -> new Decision(
                                time(l.at()),
                                "facilitator",
                                l.kind().name().toLowerCase(Locale.ROOT),
                                l.questions(),
                                l.was(),
                                l.is(),
                                l.undoneAt().map(JsonReport::time).orElse(null)))
                        .toList());
    }

    private static String time(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    private static Covered covered(Coverage c) {
        return new Covered(
                c.theme().id(),
                c.round(),
                c.card().stream().map(JsonReport::topic).toList(),
                c.notOnCard());
    }

    private static Topic topic(Coverage.Covered c) {
        return new Topic(
                c.topic().id(),
                c.topic().topic(),
                c.state().name().toLowerCase(Locale.ROOT),
                c.questions().stream().map(Coverage.Because::question).toList(),
                c.questions().stream().map(Coverage.Because::on).toList());
    }

    private static Top top(Digest.Top top) {
        return new Top(
                top.theme().id(),
                top.questions().stream()
                        .map(q -> new Chosen(q.text(), orNull(q.round()), q.votes()))
                        .toList());
    }

    private static List<Asked> asked(List<Digest.Asked> questions) {
        return questions.stream()
                .map(q -> new Asked(q.text(), q.votes(), q.picked(), q.prompt()))
                .toList();
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
