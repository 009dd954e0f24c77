package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.TableChoice;

/** The facilitator compares numbers of tables, and chooses one before people are seated (F17). */
final class TableOffers {
    private static final Set<String> AS_FITS = Set.of("auto", "best", "beste");

    private final Hearing h;
    private final Turn t;

    TableOffers(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** {@code tables}: what there is to choose; {@code tables 5}: so many; {@code tables auto}: as many as fit best. */
    Answer tables(CommandLine line) {
        String typed = line.rest().strip().toLowerCase(java.util.Locale.ROOT);
        boolean asFits = AS_FITS.contains(typed);
        if (typed.isEmpty()) {
            return offers();
        }
        if (!asFits && line.number().isEmpty()) {
            return h.whisper("tables.usage");
        }
        Optional<Integer> wanted =
                asFits ? Optional.empty() : Optional.of(line.number().getAsInt());
        Decision decision = t.session().wantTables(h.by(), wanted);
        return decision instanceof Decision.Changed changed
                ? h.decided(decision, told(changed.session()))
                : h.decided(decision, Answer.SILENT);
    }

    private Answer offers() {
        Session s = t.session();
        if (!s.isRunBy(h.by())) {
            return h.decided(Decision.refused(new Refusal.NotTheFacilitator()), Answer.SILENT);
        }
        return s.floor().isPresent()
                ? Answer.whisper(Content.text(
                        new SeatingWords(h.voice()).madeFor(s) + " " + h.voice().say("refusal.SeatedAlready")))
                : told(s);
    }

    private Answer told(Session s) {
        Voice voice = h.voice();
        List<TableChoice.Offer> offers = TableChoice.offers(s);
        if (offers.isEmpty()) {
            return s.tables().isPresent()
                    ? h.whisper("tables.chosen.nobody", s.tables().get())
                    : h.whisper("tables.nobody");
        }
        SeatingWords words = new SeatingWords(voice);
        List<String> lines = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (TableChoice.Offer offer : offers) {
            lines.add(offer.taken() ? voice.say("tables.taken", words.of(offer)) : words.of(offer));
            if (!offer.taken()) {
                buttons.add(Button.plain(
                        voice.say("tables.button", offer.tables()), Action.of(s, "tables " + offer.tables())));
            }
        }
        if (s.tables().isPresent()) {
            buttons.add(Button.plain(voice.say("tables.auto"), Action.of(s, "tables auto")));
        }
        int people = s.roster().present().size();
        return Answer.whisper(new Content(
                List.of(
                        new Part.Heading(voice.say("tables.heading")),
                        new Part.Paragraph(voice.say("tables.people", people)),
                        new Part.Bullets(lines),
                        new Part.Note(voice.say("tables.note"))),
                buttons));
    }
}
