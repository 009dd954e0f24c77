package org.tafelronde.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Session;

/** People object before management reads (F55): opening the window, objecting, and what the facilitator makes of it. */
final class ReviewCommands {
    private static final String REASON = "reason";
    private static final String WORDS = "words";
    private static final int LONGEST_REASON = 300;
    private static final int MOST = 200;
    private static final int SHOWN = 8;
    private static final int BUTTONS = 15;
    /** "24", "24h", "24 uur", "2d", "2 dagen". */
    private static final Pattern LENGTH =
            Pattern.compile("(\\d{1,3})\\s*(h|u|hours?|uur|uren|d|days?|dag|dagen)?", Pattern.CASE_INSENSITIVE);

    private final Hearing h;
    private final Turn t;
    private final Overrulings overrulings;

    ReviewCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
        this.overrulings = new Overrulings(h, t);
    }

    /** {@code review 24h}: from now on, for so long, people may object. */
    Answer review(CommandLine line) {
        return overrulings.run(() -> {
            Optional<Duration> length = length(line.rest());
            if (length.isEmpty()) {
                return h.whisper("review.usage");
            }
            return h.decided(t.session().review(h.by(), length.get(), t.cafeNow()), h.whisper("review.done"));
        });
    }

    private static Optional<Duration> length(String typed) {
        Matcher m = LENGTH.matcher(typed.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(m.group(1));
        String unit = Optional.ofNullable(m.group(2)).orElse("h").toLowerCase(Locale.ROOT);
        Duration length = unit.startsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
        boolean fits = length.compareTo(Ending.SHORTEST_REVIEW) >= 0 && length.compareTo(Ending.LONGEST_REVIEW) <= 0;
        return fits ? Optional.of(length) : Optional.empty();
    }

    /** {@code object 7 REASON}; a button leaves the reason to a form. */
    Answer object(CommandLine line, Map<String, String> values) {
        Session s = t.session();
        if (s.roster().find(h.by()).isEmpty()) {
            return h.whisper("object.strangers");
        }
        if (s.afterwards().reviewUntil().isEmpty()) {
            return h.whisper(s.published() ? "object.over" : "object.notyet");
        }
        if (line.number().isEmpty()) {
            return h.whisper("object.usage");
        }
        int number = line.number().getAsInt();
        Optional<Question> question =
                t.stores().harvests().question(s.setting().id(), number).filter(Question::stands);
        if (question.isEmpty()) {
            return h.whisper("question.none", number);
        }
        if (!values.containsKey(REASON) && line.afterFirst().isBlank()) {
            return Answer.open(new Form(
                    Action.of(s, "object " + number),
                    h.voice().say("object.heading", number),
                    question.get().text(),
                    List.of(new Form.Field.Words(REASON, h.voice().say("object.reason"), "", 2, LONGEST_REASON, false)),
                    h.voice().say("object.button")));
        }
        return objects(question.get(), Cleaning.words(values.getOrDefault(REASON, line.afterFirst())));
    }

    private Answer objects(Question question, String reason) {
        String session = t.session().setting().id();
        List<Objection> all = t.stores().harvests().objections(session);
        if (reason.length() > LONGEST_REASON) {
            return h.whisper("ask.long", reason.length(), LONGEST_REASON);
        }
        boolean again = all.stream().anyMatch(o -> o.question().equals(question.id()) && o.by().equals(h.by()));
        if (again || all.size() >= MOST) {
            return h.whisper(again ? "object.again" : "object.enough", question.number());
        }
        Objection kept = t.stores().harvests().add(new Objection(session, question.id(), h.by(), reason, t.cafeNow()));
        String facilitator = t.session().facilitator();
        t.direct(facilitator, told(kept, question, t.voiceFor(facilitator)));
        t.sayOnly();
        return h.whisper("object.done", question.number());
    }

    /** {@code objections}; {@code objections 1 out}, {@code keep}, {@code reword TEXT}. */
    Answer objections(CommandLine line, Map<String, String> values) {
        return overrulings.run(() -> {
            List<Objection> all = all();
            if (line.number().isEmpty()) {
                return list(all);
            }
            int number = line.number().getAsInt();
            Optional<Objection> found =
                    all.stream().filter(o -> o.number() == number).findFirst();
            if (found.isEmpty()) {
                return h.whisper("objections.none", number);
            }
            CommandLine verdict = CommandLine.parse(line.afterFirst());
            return switch (verdict.first().toLowerCase(Locale.ROOT)) {
                case "out", "weg" -> leftOut(found.get());
                case "keep", "houd" -> kept(found.get());
                case "reword", "anders" -> reword(found.get(), values.getOrDefault(WORDS, verdict.rest()));
                default -> h.whisper("objections.usage", number);
            };
        });
    }

    private Answer list(List<Objection> all) {
        if (all.isEmpty()) {
            return h.whisper("objections.empty");
        }
        List<Content> shown = new ArrayList<>();
        all.stream()
                .sorted((a, b) ->
                        Boolean.compare(a.verdict().isPresent(), b.verdict().isPresent()))
                .limit(SHOWN)
                .forEach(o -> shown.add(told(o, question(o), h.voice())));
        return new Answer(shown, Optional.empty());
    }

    /** Whoever objects is not named: what counts is why. */
    private Content told(Objection o, Question question, Voice voice) {
        boolean own = question.by().equals(o.by());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(voice.say("objections.heading", o.number(), question.number())));
        parts.add(new Part.Quote(question.text()));
        parts.add(new Part.Paragraph(voice.say(
                own ? "objections.own" : "objections.other", o.reason().isBlank() ? "–" : o.reason())));
        o.verdict()
                .ifPresent(v -> parts.add(new Part.Note(
                        switch (v) {
                            case LEFT_OUT -> voice.say("objections.out");
                            case KEPT -> voice.say("objections.kept");
                            case REWORDED -> voice.say("objections.reworded");
                        })));
        return new Content(parts, List.of())
                .with(
                        press(voice, "objections.out.button", o.number() + " out"),
                        press(voice, "objections.keep.button", o.number() + " keep"),
                        press(voice, "objections.reword.button", o.number() + " reword"));
    }

    private Button press(Voice voice, String key, String command) {
        return Button.plain(voice.say(key), Action.of(t.session(), "objections " + command));
    }

    private Answer leftOut(Objection o) {
        Question question = question(o);
        if (question.stands()) {
            t.stores().harvests().update(question.withdrawn(t.cafeNow()));
        }
        return decided(o, Objection.Verdict.LEFT_OUT, h.voice().say("objections.out.done", question.number()));
    }

    /** As it was asked, whatever was decided before. */
    private Answer kept(Objection o) {
        Question question = question(o);
        // Who objected first knows the first words.
        String asked = about(o.question()).stream()
                .flatMap(x -> x.asked().stream())
                .findFirst()
                .orElse(question.text());
        t.stores().harvests().update(question.standing().saying(asked));
        return decided(o, Objection.Verdict.KEPT, h.voice().say("objections.keep.done", question.number()));
    }

    private Answer reword(Objection o, String typed) {
        Question question = question(o);
        String words = Cleaning.words(typed);
        if (words.isBlank()) {
            return Answer.open(new Form(
                    Action.of(t.session(), "objections " + o.number() + " reword"),
                    h.voice().say("objections.heading", o.number(), question.number()),
                    h.voice().say("objections.reword.form"),
                    List.of(new Form.Field.Words(
                            WORDS, h.voice().say("objections.words"), question.text(), 3, Limits.TEXT, true)),
                    h.voice().say("objections.reword.button")));
        }
        if (words.length() > Limits.TEXT) {
            return h.whisper("ask.long", words.length(), Limits.TEXT);
        }
        t.stores().harvests().update(question.standing().saying(words));
        about(o.question()).forEach(x -> t.stores().harvests().update(x.reworded(question.text())));
        return decided(o, Objection.Verdict.REWORDED, h.voice().say("objections.reword.done", question.number()));
    }

    private Answer decided(Objection o, Objection.Verdict verdict, String said) {
        // Two people may object to one question: what becomes of it answers both.
        about(o.question()).forEach(x -> t.stores().harvests().update(x.decided(verdict)));
        return Answer.whisper(overrulings.counts(said));
    }

    private Question question(Objection o) {
        return t.stores().harvests().questions(t.session().setting().id()).stream()
                .filter(q -> q.id().equals(o.question()))
                .findFirst()
                .orElseThrow();
    }

    private List<Objection> about(String question) {
        return all().stream().filter(x -> x.question().equals(question)).toList();
    }

    private List<Objection> all() {
        return t.stores().harvests().objections(t.session().setting().id());
    }

    // What people are shown

    /** Everybody who took part reads their own questions and the chosen ones, and may object (F55). */
    static void ask(Turn t, Instant until) {
        Session s = t.session();
        Harvest harvest = t.stores().harvests().of(s);
        List<Question> standing = harvest.standing();
        Set<String> picked = harvest.picked();
        s.roster().present().forEach(p -> {
            List<Question> theirs = standing.stream()
                    .filter(q -> q.by().equals(p.id()) || picked.contains(q.id()))
                    .toList();
            if (!theirs.isEmpty()) {
                t.direct(p.id(), shown(t, theirs, t.voiceFor(p.id()), until));
            }
        });
    }

    private static Content shown(Turn t, List<Question> questions, Voice voice, Instant until) {
        // Who wrote more than that types the number.
        Button[] buttons = questions.stream()
                .limit(BUTTONS)
                .map(q -> Button.plain(
                        voice.say("object.not", q.number()), Action.of(t.session(), "object " + q.number())))
                .toArray(Button[]::new);
        return Content.of(
                        new Part.Heading(voice.say("review.heading")),
                        new Part.Paragraph(voice.say("review.text", voice.moment(until))),
                        new Part.Numbered(questions.stream()
                                .map(q -> new Part.Numbered.Item(q.number(), q.text()))
                                .toList()),
                        new Part.Note(
                                voice.say("review.how", questions.getFirst().number())))
                .with(buttons);
    }
}
