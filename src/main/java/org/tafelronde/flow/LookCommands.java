package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.TableCount;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Floor;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/** Looking: how it stands, the plan, the case and the etiquette again. */
final class LookCommands {
    private final Hearing h;
    private final Turn t;

    LookCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    Answer etiquette() {
        return t.session().script().etiquette().isEmpty()
                ? h.whisper("etiquette.none")
                : Answer.whisper(new Sheets(h.voice()).etiquette(t.session().script()));
    }

    /** The case can be read again everywhere (F27). */
    Answer theCase() {
        Session s = t.session();
        List<Content> told = new Sheets(h.voice()).theCase(s.script(), file -> OpenCommands.medium(s, file));
        return told.isEmpty() ? h.whisper("case.none") : new Answer(told, Optional.empty());
    }

    /** Is everything ready (F7)? Each line says yes, or what to do. */
    Answer check() {
        return run(() -> {
            Session s = t.session();
            Voice voice = h.voice();
            List<String> lines = new ArrayList<>();
            lines.add(voice.say("check.script", s.script().title(), s.script().version()));
            lines.add(people(s, voice));
            lines.add(s.deputy().isPresent() ? voice.say("check.deputy") : voice.say("check.deputy.none"));
            List<Delivery> blocked = blocked();
            lines.addAll(new Readiness(t, voice).lines(blocked, tables(s)));
            lines.add(
                    blocked.isEmpty()
                            ? voice.say("check.deliveries")
                            : voice.say("check.deliveries.blocked", blocked.size()));
            return Answer.whisper(Content.of(new Part.Heading(voice.say("check.heading")), new Part.Bullets(lines)));
        });
    }

    private static String people(Session s, Voice voice) {
        int present = s.roster().present().size();
        if (present == 0) {
            return voice.say("check.people.none");
        }
        return voice.say("check.people", present, tables(s));
    }

    /** That there are, or would be if people were seated now. */
    private static int tables(Session s) {
        int present = s.roster().present().size();
        if (present == 0) {
            return 0;
        }
        return s.floor()
                .map(f -> f.tables().size())
                .orElseGet(() -> TableCount.recommended(
                                present,
                                s.script().themes().stream().map(Theme::id).toList())
                        .tables()
                        .size());
    }

    /** The step and its time, who is there, and how many questions each theme has in each round (F50). */
    Answer status() {
        return run(() -> {
            Session s = t.session();
            Voice voice = h.voice();
            Overview overview = Overview.of(t.stores(), s, h.now());
            List<Part> parts = new ArrayList<>();
            parts.add(new Part.Heading(s.script().title()));
            parts.add(new Part.Paragraph(stage(s, voice)));
            parts.add(new Part.Paragraph(voice.say(
                    "status.people",
                    s.roster().present().size(),
                    s.roster().all().size(),
                    s.floor().map(f -> f.tables().size()).orElse(0))));
            if (s.floor().isPresent()) {
                parts.add(new Part.Paragraph(voice.say("status.questions")));
                parts.add(new Part.Bullets(grid(overview, voice)));
            }
            parts.add(new Part.Note(voice.say(
                    "status.deliveries", overview.waiting(), overview.blocked().size())));
            Content content = new Content(parts, List.of()).with(t.desk(h.by(), voice));
            return Answer.whisper(
                    overview.blocked().isEmpty()
                            ? content
                            : content.with(
                                    Button.primary(voice.say("status.resend"), Action.of(s, Word.RESEND.key()))));
        });
    }

    private String stage(Session s, Voice voice) {
        return switch (s.stage()) {
            case Stage.Gathering gathering -> voice.say("status.gathering");
            case Stage.Running running ->
                voice.say(
                        "status.running",
                        s.script().plan().get(running.step()).title(),
                        voice.time(s.stepEndsAt().orElseThrow()),
                        voice.time(s.end().orElseThrow()));
            case Stage.Paused paused -> {
                Duration left = s.agenda().length(paused.step()).minus(paused.elapsed());
                yield voice.say(
                        "status.paused",
                        s.script().plan().get(paused.step()).title(),
                        voice.length(left.isNegative() ? Duration.ZERO : left));
            }
            case Stage.Closed closed -> voice.say(s.published() ? "status.published" : "status.closed");
        };
    }

    private static List<String> grid(Overview overview, Voice voice) {
        return overview.grid().stream()
                .map(row -> voice.say(
                        "status.theme",
                        row.theme().label(),
                        row.counts().stream().map(String::valueOf).collect(Collectors.joining(" · "))))
                .toList();
    }

    /** What could not be said is tried again. */
    Answer resend() {
        return run(() -> {
            List<Delivery> blocked = blocked();
            blocked.forEach(d -> t.stores().deliveries().retry(d.id(), h.now()));
            if (!blocked.isEmpty()) {
                new Unsaid(t).triedAgain();
            }
            return h.whisper("resend.done", blocked.size());
        });
    }

    /** The day plan by now; once people are seated, the tables too, with the sentence that says how good the plan is. */
    Answer plan() {
        return run(() -> {
            Session s = t.session();
            Voice voice = h.voice();
            List<Content> sheets = new ArrayList<>();
            sheets.add(new Sheets(voice).plan(s, t.cafeNow()));
            s.floor().ifPresent(floor -> sheets.add(seating(s, floor, voice)));
            return new Answer(sheets, Optional.empty());
        });
    }

    private Content seating(Session s, Floor floor, Voice voice) {
        int round = Math.clamp(s.roundsBegun(), 1, s.script().rounds().size());
        List<String> lines = floor.round(round).tables().stream()
                .map(x -> table(s, x, voice))
                .toList();
        Step.Round now = s.script().round(round);
        return Content.of(
                new Part.Heading(voice.say("plan.seats.heading", round, now.title())),
                new Part.Paragraph(new SeatingWords(voice).madeFor(s)),
                new Part.Bullets(lines));
    }

    private String table(Session s, TableSeating seating, Voice voice) {
        List<String> names = seating.members().stream()
                .map(who -> s.roster().find(who).map(Participant::name).orElse("?"))
                .toList();
        String host = s.roster().find(seating.host()).map(Participant::name).orElse("?");
        return voice.say("plan.table", t.plan().tableTitle(seating.table()), String.join(", ", names), host);
    }

    private List<Delivery> blocked() {
        return t.stores().deliveries().unsaid(t.session().setting().id()).stream()
                .filter(d -> d.state() == Delivery.State.BLOCKED)
                .toList();
    }

    private Answer run(Supplier<Answer> then) {
        return t.session().isRunBy(h.by())
                ? then.get()
                : h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
    }
}
