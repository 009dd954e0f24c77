package org.tafelronde.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Session;

/** The facilitator and the clock: start, pause, extend, skip, intervene. */
final class CourseCommands {
    private static final String NAME = "name";
    private static final String TABLE = "table";
    private static final String EVERYWHERE = "-";

    private final Hearing h;
    private final Turn t;

    CourseCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    Answer start() {
        Decision decision = t.session().start(h.by(), t.cafeNow());
        return h.decided(decision, told(decision, ""));
    }

    Answer pause() {
        return h.decided(
                t.session().pause(h.by(), t.cafeNow()),
                Answer.whisper(Content.text(h.voice().say("pause.done")).with(press("pause.resume", "resume"))));
    }

    Answer resume(CommandLine line) {
        Decision decision = t.session().resume(h.by(), t.cafeNow(), line.anyway());
        return decided(decision, line, "resume", "");
    }

    /** {@code extend 5}, {@code extend -5}, {@code extend 3 privacy}; with "?" behind it only what it would come to. */
    Answer extend(CommandLine line) {
        Optional<CommandLine.Minutes> typed = line.minutes().filter(m -> m.number() != 0);
        if (typed.isEmpty()) {
            return h.whisper("extend.usage");
        }
        int minutes = typed.get().number();
        Optional<String> table = typed.get().table();
        Decision decision = t.session().extend(h.by(), Duration.ofMinutes(minutes), table, t.cafeNow(), line.anyway());
        String where = table.map(x -> " " + x).orElse("");
        return decided(decision, line, "extend " + minutes + where, "extend " + -minutes + where);
    }

    Answer skip(CommandLine line) {
        return decided(t.session().skip(h.by(), t.cafeNow(), line.anyway()), line, "skip", "");
    }

    /**
     * What it comes to: asked with "?", it is shown with a button that does it; else it is done, and told with a button that undoes it.
     *
     * @param undo the command that takes it back; empty when none does
     */
    private Answer decided(Decision decision, CommandLine line, String command, String undo) {
        String sure = command + (line.anyway() ? " anyway" : "");
        if (decision instanceof Decision.Refused refused) {
            return h.refused(refused, Optional.of(command + " anyway"));
        }
        if (!line.ask()) {
            return h.decided(decision, told(decision, undo));
        }
        return decision instanceof Decision.Changed changed
                ? Answer.whisper(Content.text(comesTo(changed, "preview")).with(press("preview.confirm", sure)))
                : h.whisper("ignored");
    }

    private Answer told(Decision decision, String undo) {
        if (!(decision instanceof Decision.Changed changed)) {
            return Answer.SILENT;
        }
        Content line = Content.text(comesTo(changed, "course"));
        return Answer.whisper(undo.isEmpty() ? line : line.with(press("course.undo", undo)));
    }

    /** Until when the step under way lasts then, and the whole café. */
    private String comesTo(Decision.Changed changed, String key) {
        Session s = changed.session();
        Voice voice = h.voice();
        Optional<Event.Retimed> one = changed.events().stream()
                .filter(Event.Retimed.class::isInstance)
                .map(Event.Retimed.class::cast)
                .findFirst();
        if (s.step().isEmpty() || s.end().isEmpty()) {
            return voice.say(key + ".over");
        }
        return voice.say(
                key,
                s.step().get().title(),
                voice.time(one.map(Event.Retimed::stepEndsAt)
                        .orElseGet(() -> s.stepEndsAt().orElseThrow())),
                voice.time(s.end().get()));
    }

    /** A spare intervention by its name; without a name, a form to choose one (F31). */
    Answer intervene(CommandLine line, Map<String, String> values) {
        String chosen = values.getOrDefault(NAME, "");
        String name = chosen.isEmpty() ? line.word(0).orElse("") : chosen;
        if (name.isEmpty()) {
            return choose();
        }
        Optional<String> table = Optional.ofNullable(values.get(TABLE))
                .filter(x -> !x.equals(EVERYWHERE))
                .or(() -> chosen.isEmpty() ? line.word(1) : Optional.empty());
        Decision decision = t.session().intervene(h.by(), name, table, t.cafeNow(), line.anyway());
        return decision instanceof Decision.Refused refused
                ? h.refused(
                        refused,
                        Optional.of(
                                "intervene " + name + table.map(x -> " " + x).orElse("") + " anyway"))
                : h.decided(decision, h.whisper("intervene.done"));
    }

    private Answer choose() {
        Session s = t.session();
        Voice voice = h.voice();
        List<Intervention> spare = s.script().spare();
        if (!s.isRunBy(h.by()) || s.round().isEmpty() || s.floor().isEmpty() || spare.isEmpty()) {
            // The session itself knows which of these is the reason.
            return h.decided(s.intervene(h.by(), "", Optional.empty(), t.cafeNow(), false), Answer.SILENT);
        }
        List<Form.Option> interventions =
                spare.stream().map(i -> new Form.Option(i.id(), i.title())).toList();
        List<Form.Option> tables = new java.util.ArrayList<>();
        tables.add(new Form.Option(EVERYWHERE, voice.say("intervene.everywhere")));
        s.floor()
                .get()
                .tables()
                .forEach(x -> tables.add(new Form.Option(x.id(), t.plan().tableTitle(x.id()))));
        return Answer.open(new Form(
                Action.of(s, "intervene"),
                voice.say("intervene.heading"),
                voice.say("intervene.form"),
                List.of(
                        new Form.Field.Choice(
                                NAME,
                                voice.say("intervene.which"),
                                interventions,
                                interventions.getFirst().value()),
                        new Form.Field.Choice(TABLE, voice.say("intervene.where"), tables, EVERYWHERE)),
                voice.say("intervene.button")));
    }

    private Button press(String key, String command) {
        return Button.plain(h.voice().say(key), Action.of(t.session(), command));
    }
}
