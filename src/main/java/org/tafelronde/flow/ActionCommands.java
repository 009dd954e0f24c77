package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.ChathamHouse;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Stage;

/**
 * What is to be done after the café, by whom and when (F56): {@code action TEXT; OWNER; DATE}, or as a form. Everybody sees what is put down. An
 * owner is a role: the digest names nobody.
 */
final class ActionCommands {
    private static final String TEXT = "text";
    private static final String OWNER = "owner";
    private static final String DUE = "due";
    private static final int LONGEST_OWNER = 80;
    private static final int LONGEST_DATE = 10;
    private static final int MOST = 50;

    /** "31-12-2026", "31/12", "31.12.26". */
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})(?:[-/.](\\d{2}|\\d{4}))?");

    private static final int CENTURY = 2_000;

    private final Hearing h;
    private final Turn t;

    ActionCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    Answer action(CommandLine line, Map<String, String> values) {
        boolean before = t.session().stage() instanceof Stage.Gathering;
        if (before || t.session().published()) {
            return h.whisper(before ? "action.notyet" : "action.published");
        }
        OptionalInt removed = removed(line);
        if (removed.isPresent()) {
            return remove(removed.getAsInt());
        }
        if (values.containsKey(TEXT)) {
            return put(values.get(TEXT), values.getOrDefault(OWNER, ""), values.getOrDefault(DUE, ""));
        }
        if (line.rest().isBlank()) {
            return form();
        }
        String[] parts = line.rest().split(";", 3);
        return put(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    private Answer form() {
        Voice voice = h.voice();
        return Answer.open(new Form(
                Action.of(t.session(), Word.ACTION.key()),
                voice.say("action.heading"),
                voice.say("action.form"),
                List.of(
                        new Form.Field.Words(TEXT, voice.say("action.text"), "", 2, Limits.TEXT, true),
                        new Form.Field.Words(OWNER, voice.say("action.owner"), "", 1, LONGEST_OWNER, false),
                        new Form.Field.Words(DUE, voice.say("action.due"), "", 1, LONGEST_DATE, false)),
                voice.say("action.button")));
    }

    private Answer put(String typed, String typedOwner, String typedDue) {
        String words = Cleaning.words(typed);
        String owner = Cleaning.words(typedOwner);
        Optional<LocalDate> due = date(typedDue.strip());
        if (words.isBlank() || words.length() > Limits.TEXT) {
            return words.isBlank() ? h.whisper("action.usage") : h.whisper("ask.long", words.length(), Limits.TEXT);
        }
        if (owner.length() > LONGEST_OWNER || namesSomebody(owner)) {
            return h.whisper("action.owner.name");
        }
        if (due.isEmpty() && !typedDue.isBlank()) {
            return h.whisper("action.due.wrong", Cleaning.name(typedDue));
        }
        if (all().size() >= MOST) {
            return h.whisper("action.enough", MOST);
        }
        ActionPoint kept = t.stores()
                .harvests()
                .add(new ActionPoint(
                        t.session().setting().id(),
                        0,
                        words,
                        Optional.of(owner).filter(o -> !o.isBlank()),
                        due,
                        h.by(),
                        t.cafeNow()));
        t.post(t.plan().plenary(), content(kept), Promise.toPeople(t.cafeNow()));
        t.sayOnly();
        drawnUpAnew();
        return h.whisper("action.done", kept.number());
    }

    private Content content(ActionPoint point) {
        List<Part> parts = new ArrayList<>(
                List.of(new Part.Paragraph(t.voice().say("action.said", point.number(), point.text()))));
        parts.add(new Part.Note(t.voice().action(point.owner(), point.due())));
        return new Content(parts, List.of());
    }

    private boolean namesSomebody(String owner) {
        return !ChathamHouse.of(t.session()).words(owner).equals(owner);
    }

    /** Whoever put it down, or runs the café, may strike it out. */
    private Answer remove(int number) {
        Optional<ActionPoint> point =
                all().stream().filter(p -> p.number() == number).findFirst();
        if (point.isEmpty()) {
            return h.whisper("action.none", number);
        }
        if (!point.get().by().equals(h.by()) && !t.session().isRunBy(h.by())) {
            return h.whisper("action.others", number);
        }
        t.stores().harvests().removeAction(t.session().setting().id(), number);
        t.post(t.plan().plenary(), Content.text(t.voice().say("action.struck", number)), Promise.toPeople(t.cafeNow()));
        t.sayOnly();
        drawnUpAnew();
        return h.whisper("action.removed", number);
    }

    /** The draft that the facilitator reads says what management would read now. */
    private void drawnUpAnew() {
        if (t.session().stage() instanceof Stage.Closed) {
            new DigestFiles(t).draft();
        }
    }

    private List<ActionPoint> all() {
        return t.stores().harvests().actions(t.session().setting().id());
    }

    /** {@code action -2} strikes out the second. */
    private static OptionalInt removed(CommandLine line) {
        return line.rest().matches("-\\d{1,3}") ? OptionalInt.of(-line.number().getAsInt()) : OptionalInt.empty();
    }

    /** The next such day, when no year is told. */
    private Optional<LocalDate> date(String typed) {
        try {
            if (typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(typed));
            }
            Matcher m = DAY_FIRST.matcher(typed);
            return m.matches() ? Optional.of(dayFirst(m)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate dayFirst(Matcher m) {
        LocalDate today = LocalDate.ofInstant(t.cafeNow(), t.session().setting().zone());
        int day = Integer.parseInt(m.group(1));
        int month = Integer.parseInt(m.group(2));
        if (m.group(3) != null) {
            int year = Integer.parseInt(m.group(3));
            return LocalDate.of(year < 100 ? CENTURY + year : year, month, day);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }
}
