package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.seating.TableSpec;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Limits;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/** The facilitator and the people: who sits where, who hosts, who stands in, a word to everybody. */
final class TableCommands {
    private final Hearing h;
    private final Turn t;

    TableCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    Answer move(CommandLine line) {
        return personAndTable(
                line,
                "move.usage",
                (who, table) -> h.decided(
                        t.session().move(h.by(), who.id(), table, t.cafeNow()), h.whisper("move.done", who.name())));
    }

    Answer host(CommandLine line) {
        return personAndTable(
                line,
                "host.usage",
                (who, table) -> h.decided(
                        t.session().host(h.by(), who.id(), table, t.cafeNow()), h.whisper("host.done", who.name())));
    }

    Answer deputy(String typed) {
        if (typed.isBlank()) {
            return h.whisper("deputy.usage");
        }
        return person(
                typed,
                who -> h.decided(t.session().nameDeputy(h.by(), who.id()), h.whisper("deputy.done", who.name())));
    }

    /** Everybody who is in a channel, or in a group of people, is let into the plenary: whether they take part they say themselves. */
    Answer invite(CommandLine line) {
        if (!t.session().isRunBy(h.by())) {
            return h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
        }
        if (t.session().stage() instanceof Stage.Closed) {
            return h.decided(Decision.refused(new Refusal.IsClosed()), Answer.SILENT);
        }
        List<Place> from = line.words().stream()
                .flatMap(word -> Optional.ofNullable(h.mentioned().places().get(word)).stream())
                .toList();
        if (from.isEmpty() || from.size() < line.words().size()) {
            return h.whisper("invite.usage");
        }
        from.forEach(place -> t.inviteAll(t.plan().plenary(), place, Promise.toPeople(t.cafeNow())));
        t.sayOnly();
        return h.whisper("invite.done", line.rest());
    }

    Answer takeOver() {
        return h.decided(t.session().takeOver(h.by()), h.whisper("takeover.done"));
    }

    /** Another place for a table whose place is gone; it asks first, as the former may still be there. */
    Answer reopen(CommandLine line) {
        Session s = t.session();
        String typed = line.rest();
        if (!s.isRunBy(h.by())) {
            return h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
        }
        if (s.stage() instanceof Stage.Closed) {
            return h.decided(Decision.refused(new Refusal.IsClosed()), Answer.SILENT);
        }
        Optional<TableSpec> table = s.floor().flatMap(f -> f.tableNamed(typed));
        boolean plenary = table.isEmpty() && Reopening.PLENARY.equals(typed.toLowerCase(Locale.ROOT));
        if (table.isEmpty() && !plenary) {
            return h.whisper("reopen.usage");
        }
        String title = table.map(x -> t.plan().tableTitle(x.id()))
                .orElseGet(() -> h.voice().say("plenary.name"));
        if (!line.sure()) {
            String action = Word.REOPEN.key() + " " + typed + " anyway";
            return Answer.whisper(Content.text(h.voice().say("reopen.sure", title))
                    .with(Button.danger(h.voice().say("reopen.button", title), Action.of(s, action))));
        }
        table.ifPresentOrElse(new Reopening(t)::table, new Reopening(t)::plenary);
        return h.whisper("reopen.done", title);
    }

    /** To the plenary and all tables at once (F25). */
    Answer broadcast(String text) {
        if (!t.session().isRunBy(h.by())) {
            return h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
        }
        String words = Cleaning.words(text);
        if (words.isBlank()) {
            return h.whisper("broadcast.usage");
        }
        if (words.length() > Limits.TEXT) {
            return h.whisper("ask.long", words.length(), Limits.TEXT);
        }
        new TablesHear(t)
                .everywhere(
                        Content.of(new Part.Heading(t.voice().say("broadcast.heading")), new Part.Paragraph(words)));
        t.sayOnly();
        return h.whisper("broadcast.done");
    }

    private interface WithTable {
        Answer then(Participant who, String table);
    }

    /** The last word is the table; a name may have several. */
    private Answer personAndTable(CommandLine line, String usage, WithTable then) {
        int n = line.words().size();
        if (n < 2) {
            return h.whisper(usage);
        }
        String name = String.join(" ", line.words().subList(0, n - 1));
        return person(name, who -> then.then(who, line.words().get(n - 1)));
    }

    private Answer person(String typed, Function<Participant, Answer> then) {
        if (!t.session().isRunBy(h.by())) {
            return h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
        }
        return switch (People.named(t.session(), typed, h.mentioned())) {
            case People.Found.One one -> then.apply(one.who());
            case People.Found.None none -> h.whisper("person.none", Cleaning.name(typed));
            case People.Found.Several several ->
                h.whisper("person.several", Cleaning.name(typed), h.voice().list(several.names()));
        };
    }
}
