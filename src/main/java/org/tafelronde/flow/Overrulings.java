package org.tafelronde.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Stage;

/**
 * What the facilitator decides otherwise than the program (F46, F53). Every decision is kept as a line of a log and can be taken back. A
 * digest that is a draft is made anew at once; what management has already stays as it is until it is published anew.
 */
final class Overrulings {
    private static final int SHOWN = 10;
    private static final int MOST = 500;

    private final Hearing h;
    private final Turn t;

    Overrulings(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** For who runs the café alone. */
    Answer run(Supplier<Answer> then) {
        return t.session().isRunBy(h.by())
                ? then.get()
                : h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
    }

    /**
     * @param said what is so now
     */
    Answer keep(Overruling.Ruling ruling, String said) {
        String session = t.session().setting().id();
        if (t.stores().harvests().overrulings(session).size() >= MOST) {
            return h.whisper("ruling.enough", MOST);
        }
        Overruling kept = t.stores().harvests().add(new Overruling(session, 0, ruling, t.cafeNow(), Optional.empty()));
        return Answer.whisper(counts(said).with(undo(kept)));
    }

    /** {@code undo 3} takes the third decision back; {@code undo} alone shows them. */
    Answer undo(CommandLine line) {
        return run(() -> {
            if (line.number().isEmpty()) {
                return log();
            }
            int number = line.number().getAsInt();
            Optional<Overruling> found =
                    all().stream().filter(o -> o.number() == number).findFirst();
            if (found.isEmpty()) {
                return h.whisper("undo.none", number);
            }
            if (!found.get().stands()) {
                return h.whisper("undo.already", number);
            }
            t.stores().harvests().update(found.get().undone(t.cafeNow()));
            return Answer.whisper(counts(h.voice().say("undo.done", line(found.get()))));
        });
    }

    /** What was decided, the newest first. */
    private Answer log() {
        List<Overruling> newest = all().reversed().stream().limit(SHOWN).toList();
        if (newest.isEmpty()) {
            return h.whisper("undo.nothing");
        }
        List<Part> parts = new ArrayList<>(List.of(new Part.Heading(h.voice().say("undo.heading"))));
        parts.add(new Part.Numbered(newest.stream()
                .map(o -> new Part.Numbered.Item(
                        o.number(), o.stands() ? line(o) : h.voice().say("undo.gone", line(o))))
                .toList()));
        Button[] ways =
                newest.stream().filter(Overruling::stands).map(this::undo).toArray(Button[]::new);
        return Answer.whisper(new Content(parts, List.of()).with(ways));
    }

    private Button undo(Overruling o) {
        return press("ruling.undo", "undo " + o.number(), o.number());
    }

    private Button press(String key, String command, Object... with) {
        return Button.plain(h.voice().say(key, with), Action.of(t.session(), command));
    }

    /** Where it counts now, and what is to be done for it to count everywhere. */
    Content counts(String said) {
        Part.Paragraph what = new Part.Paragraph(said);
        if (t.session().published()) {
            return Content.of(what, new Part.Note(h.voice().say("ruling.published")))
                    .with(press("ruling.anew", "publish anew"));
        }
        if (t.session().stage() instanceof Stage.Closed) {
            new DigestFiles(t).draft();
            return Content.of(what, new Part.Note(h.voice().say("ruling.draft")))
                    .with(press("panel.digest", Word.DIGEST.key()));
        }
        return Content.of(what, new Part.Note(h.voice().say("ruling.counts")));
    }

    private List<Overruling> all() {
        return t.stores().harvests().overrulings(t.session().setting().id());
    }

    /** "16:05, facilitator: question 7 was about Retention, and is about nothing on the card." */
    private String line(Overruling o) {
        Voice voice = h.voice();
        Map<String, Integer> numbers = t
                .stores()
                .harvests()
                .questions(t.session().setting().id())
                .stream()
                .collect(Collectors.toMap(Question::id, Question::number));
        String what = switch (o.ruling()) {
            case Overruling.Ruling.Apart apart ->
                voice.say(
                        "ruling.apart",
                        list(apart.questions(), numbers),
                        list(apart.was().stream().flatMap(List::stream).toList(), numbers));
            case Overruling.Ruling.Together together ->
                voice.say("ruling.together", list(together.questions(), numbers));
            case Overruling.Ruling.About about ->
                voice.say("ruling.about", list(about.questions(), numbers), topic(about.was()), topic(about.is()));
        };
        return voice.say("ruling.line", time(o.at()), what);
    }

    /** Some decide days after the café. */
    private String time(Instant at) {
        return h.voice().timeOrMoment(at, t.session().startedAt().orElse(at));
    }

    private String list(List<String> questions, Map<String, Integer> numbers) {
        return h.voice()
                .list(questions.stream()
                        .flatMap(id -> Optional.ofNullable(numbers.get(id)).stream())
                        .sorted()
                        .map(String::valueOf)
                        .toList());
    }

    String topic(Optional<String> id) {
        return id.flatMap(t.session().script().card()::topic)
                .map(ReferenceCard.Topic::topic)
                .orElseGet(() -> h.voice().say("topics.nothing"));
    }
}
