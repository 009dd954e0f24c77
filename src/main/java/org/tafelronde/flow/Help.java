package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.ArrayList;
import java.util.List;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Content;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Session;

/** What can be said, made from the list of commands itself. */
final class Help {
    private final Hearing h;

    Help(Hearing h) {
        this.h = h;
    }

    /** The words that the asker can use here: a facilitator sees theirs too. */
    Answer all() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(h.voice().say("help.heading")));
        parts.add(lines(Word.Who.EVERYBODY));
        parts.add(new Part.Paragraph(h.voice().say("help.hosts")));
        parts.add(lines(Word.Who.HOST));
        boolean runs = h.turn().map(Turn::session).filter(this::isRun).isPresent();
        if (runs || (h.turn().isEmpty() && h.what().by().mayBegin())) {
            parts.add(new Part.Paragraph(h.voice().say("help.facilitator")));
            parts.add(lines(Word.Who.FACILITATOR));
        }
        return Answer.whisper(new Content(parts, List.of()));
    }

    private boolean isRun(Session s) {
        return s.isRunBy(h.by());
    }

    private Part lines(Word.Who who) {
        return new Part.Bullets(entries(h.voice(), who).stream()
                .map(e -> h.voice().say("help.line", e.usage(), e.help()))
                .toList());
    }

    static List<CommandMenu.Entry> entries(Voice voice, Word.Who who) {
        Language language = voice.language();
        return Word.of(who).stream()
                .map(w -> new CommandMenu.Entry(
                        w.in(language),
                        voice.knows("usage." + w.key()) ? voice.say("usage." + w.key()) : w.in(language),
                        voice.say("help." + w.key())))
                .toList();
    }
}
