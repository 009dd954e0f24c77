package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Shortened;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;

/** The controls of a café, for who runs it: what can be done now, and what needs looking at first. */
final class FacilitatorPanel {
    private static final Duration EXTENSION = Duration.ofMinutes(5);
    /** With more tables than this people are counted, not named: it stays a page. */
    private static final int NAMED = 16;

    private static final int MOST_CALLS = 5;
    private static final int MOST_BLOCKED = 3;
    private static final int LONGEST_LINE = 150;

    private final Overview o;
    private final Session s;
    private final Voice voice;
    private final String who;
    private final boolean mayBegin;
    private final Optional<String> desk;

    /**
     * @param desk the address of their desk
     */
    FacilitatorPanel(Overview overview, Voice voice, String who, boolean mayBegin, Optional<String> desk) {
        this.o = overview;
        this.s = overview.session();
        this.voice = voice;
        this.who = who;
        this.mayBegin = mayBegin;
        this.desk = desk;
    }

    List<Content> shown() {
        List<Content> sections = new ArrayList<>();
        sections.add(controls());
        boolean over = s.stage() instanceof Stage.Closed;
        if (!over && !o.calls().isEmpty()) {
            sections.add(calls());
        }
        if (!o.blocked().isEmpty()) {
            sections.add(blocked());
        }
        if (!over && !o.tables().isEmpty()) {
            sections.add(tables());
            sections.add(grid());
        }
        sections.add(looks());
        return sections;
    }

    // What can be done

    private Content controls() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Heading(s.script().title())));
        List<Button> buttons = new ArrayList<>();
        switch (s.stage()) {
            case Stage.Gathering gathering -> {
                parts.add(new Part.Paragraph(gathering()));
                if (!s.roster().present().isEmpty()) {
                    buttons.add(Button.primary(voice.say("opened.start"), command(Word.START.key())));
                }
                buttons.add(press("opened.check", Word.CHECK.key()));
                buttons.add(press("tables.heading", Word.TABLES.key()));
            }
            case Stage.Running running -> {
                parts.add(new Part.Paragraph(clock()));
                parts.add(new Part.Paragraph(people()));
                buttons.add(press("panel.pause", Word.PAUSE.key()));
                if (mayExtend()) {
                    buttons.add(press("panel.extend", Word.EXTEND.key() + " " + EXTENSION.toMinutes() + " ?"));
                }
                buttons.add(press("panel.skip", Word.SKIP.key() + " ?"));
                if (mayIntervene()) {
                    buttons.add(press("panel.intervene", Word.INTERVENE.key()));
                }
            }
            case Stage.Paused paused -> {
                parts.add(new Part.Paragraph(voice.say(
                        "status.paused",
                        title(s.step().orElseThrow()),
                        minutes(o.left().orElse(Duration.ZERO)))));
                parts.add(new Part.Paragraph(people()));
                buttons.add(Button.primary(voice.say("pause.resume"), command(Word.RESUME.key() + " ?")));
            }
            case Stage.Closed closed -> {
                parts.add(new Part.Paragraph(voice.say(s.published() ? "status.published" : "status.closed")));
                if (!s.published()) {
                    buttons.add(Button.primary(voice.say("draft.publish"), command(Word.PUBLISH.key())));
                }
                buttons.add(press("panel.digest", Word.DIGEST.key()));
            }
        }
        return new Content(parts, buttons);
    }

    private String gathering() {
        String present = voice.say("panel.gathering", s.roster().present().size());
        return s.setting()
                .plannedStart()
                .map(at -> voice.say("welcome.at", voice.time(at)) + " " + present)
                .orElse(present);
    }

    private String clock() {
        Step step = s.step().orElseThrow();
        String end = voice.time(s.end().orElseThrow());
        return o.left()
                .map(left -> voice.say(
                        "panel.now", title(step), voice.time(s.stepEndsAt().orElseThrow()), minutes(left), end))
                .orElseGet(() -> voice.say(
                        "panel.changing", title(step), voice.time(o.nextStepAt().orElseThrow()), end));
    }

    private String title(Step step) {
        return step instanceof Step.Round round ? voice.say("plan.round", round.number(), round.title()) : step.title();
    }

    /** Begun minutes count: nobody reads "0 minutes left". */
    private String minutes(Duration left) {
        return voice.length(Duration.ofMinutes(left.plusSeconds(59).toMinutes()));
    }

    private String people() {
        return voice.say(
                "status.people",
                s.roster().present().size(),
                s.roster().all().size(),
                o.tables().size());
    }

    /** What does not fit is offered too: the answer says so, and how to do it all the same. */
    private boolean mayExtend() {
        return switch (s.extend(who, EXTENSION, Optional.empty(), o.now(), false)) {
            case Decision.Changed changed -> true;
            case Decision.Refused refused -> Refusals.canBeSetAside(refused.why());
            case Decision.Ignored ignored -> false;
        };
    }

    private boolean mayIntervene() {
        return s.script().spare().stream()
                .anyMatch(i -> s.intervene(who, i.id(), Optional.empty(), o.now(), false) instanceof Decision.Changed);
    }

    // What needs looking at

    private Content calls() {
        List<Overview.Call> newest =
                o.calls().reversed().stream().limit(MOST_CALLS).toList();
        List<String> lines = newest.stream()
                .map(call -> voice.say("panel.call", call.name().orElse("?"), place(call), ago(call.at())))
                .toList();
        FloorPlan plan = new FloorPlan(s);
        Button[] ways = newest.stream()
                .map(call -> new Button.GoTo(
                        voice.say("goto", place(call)),
                        call.table().map(t -> plan.table(t).getFirst()).orElseGet(plan::plenary)))
                .distinct()
                .toArray(Button[]::new);
        return Content.of(new Part.Heading(voice.say("panel.calls")), new Part.Bullets(lines))
                .with(ways);
    }

    private String place(Overview.Call call) {
        return call.table().map(new FloorPlan(s)::tableTitle).orElseGet(() -> voice.say("plenary.name"));
    }

    private Content blocked() {
        List<String> lines =
                o.blocked().stream().limit(MOST_BLOCKED).map(this::blocked).toList();
        return Content.of(
                        new Part.Heading(voice.say("panel.blocked", o.blocked().size())), new Part.Bullets(lines))
                .with(Button.primary(voice.say("status.resend"), command(Word.RESEND.key())));
    }

    private String blocked(Delivery delivery) {
        return voice.say(
                "panel.blocked.line",
                Shortened.withDots(LONGEST_LINE, Unsaid.first(delivery, voice)),
                Shortened.withDots(LONGEST_LINE, new Failures(voice).say(delivery.failure())));
    }

    private Content tables() {
        List<String> lines = o.tables().stream().map(this::table).toList();
        Step.Round round = s.script().round(Overview.seatedRound(s));
        return Content.of(
                new Part.Heading(voice.say("panel.tables", round.number(), round.title())), new Part.Bullets(lines));
    }

    private String table(Overview.Table table) {
        String people = o.tables().size() > NAMED
                ? voice.say("panel.table.people", table.people().size())
                : String.join(", ", table.people());
        String seats = voice.say("plan.table", table.title(), people, table.host());
        String questions = questions(table);
        boolean longer = table.endsAt().isPresent() && !table.endsAt().equals(s.stepEndsAt());
        String until =
                longer ? " " + voice.say("round.ends", voice.time(table.endsAt().get())) : "";
        return (seats + " " + questions).strip() + until;
    }

    /** Nothing is wrong with a table that has not asked yet, and nobody is named for it (F38). */
    private String questions(Overview.Table table) {
        if (table.lastAskedAt().isPresent()) {
            return voice.say(
                    "panel.table.questions",
                    table.questions(),
                    ago(table.lastAskedAt().get()));
        }
        return o.talking() ? voice.say("panel.table.none") : "";
    }

    private String ago(java.time.Instant then) {
        return voice.say("panel.ago", Duration.between(then, o.now()).toMinutes());
    }

    private Content grid() {
        List<String> lines = o.grid().stream()
                .map(row -> voice.say("status.theme", row.theme().label(), String.join(" · ", counts(row))))
                .toList();
        return Content.of(new Part.Heading(voice.say("panel.grid")), new Part.Bullets(lines));
    }

    private List<String> counts(Overview.Row row) {
        List<String> counts = new ArrayList<>();
        for (int round = 1; round <= row.counts().size(); round++) {
            int count = row.counts().get(round - 1);
            boolean begun = round <= s.roundsBegun();
            counts.add(count > 0 ? String.valueOf(count) : begun ? voice.say("panel.grid.empty") : "–");
        }
        return counts;
    }

    // What can be looked at

    private Content looks() {
        List<Part> parts = new ArrayList<>();
        if (o.waiting() > 0) {
            parts.add(new Part.Note(voice.say("panel.waiting", o.waiting())));
        }
        List<Button> buttons = new ArrayList<>();
        if (s.stage() instanceof Stage.Closed) {
            if (mayBegin) {
                buttons.add(Panels.begin(voice, Button.Look.PLAIN));
            }
        } else {
            buttons.add(new Button.GoTo(voice.say("opened.go"), new FloorPlan(s).plenary()));
            buttons.add(press("panel.plan", Word.PLAN.key()));
            buttons.add(press("panel.status", Word.STATUS.key()));
            desk.ifPresent(url -> buttons.add(new Button.Link(voice.say("desk.open"), url)));
        }
        return new Content(parts, buttons);
    }

    private Button press(String key, String command) {
        return Button.plain(voice.say(key), command(command));
    }

    private String command(String command) {
        return Action.of(s, command);
    }
}
