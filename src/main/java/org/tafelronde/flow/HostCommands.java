package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Shortened;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Refusal;
import org.tafelronde.domain.session.Session;

/** Writing along and handing over (F36). */
final class HostCommands {
    private static final String ESSENCES = "essences";
    private static final String QUESTIONS = "questions";
    private static final int LINE = 300;

    private final Hearing h;
    private final Turn t;

    HostCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** An essence for the card. */
    Answer note(String text) {
        Optional<TableSeating> table = hosted();
        if (table.isEmpty()) {
            return h.decided(Decision.refused(new Refusal.NotTheHost()), Answer.SILENT);
        }
        String words = Cleaning.words(text).replace('\n', ' ');
        if (words.isBlank()) {
            return h.whisper("note.usage");
        }
        int round = round();
        HandoverCard card = HandoverCards.shown(t, round, table.get().table());
        if (card.essences().size() >= HandoverCard.ESSENCES) {
            return h.whisper("note.full", HandoverCard.ESSENCES);
        }
        List<String> essences = new ArrayList<>(card.essences());
        essences.add(Shortened.to(LINE, words));
        t.stores()
                .harvests()
                .save(new HandoverCard(card.session(), round, card.table(), essences, card.questions(), card.byHost()));
        return h.whisper("note.done", essences.size(), HandoverCard.ESSENCES);
    }

    /** Opens the card: of the round and table that a button names, else of the one that they host now. */
    Answer handover(CommandLine line) {
        Optional<String> table = line.word(1).or(() -> hosted().map(TableSeating::table));
        int round = line.number().orElse(round());
        if (table.isEmpty() || !hosts(round, table.get())) {
            return h.decided(Decision.refused(new Refusal.NotTheHost()), Answer.SILENT);
        }
        HandoverCard card = HandoverCards.shown(t, round, table.get());
        Voice voice = h.voice();
        return Answer.open(new Form(
                Action.of(t.session(), "card " + round + " " + table.get()),
                voice.say("handover.heading", t.plan().tableTitle(table.get())),
                voice.say("handover.form"),
                List.of(
                        new Form.Field.Words(
                                ESSENCES,
                                voice.say("handover.essences", HandoverCard.ESSENCES),
                                String.join("\n", card.essences()),
                                HandoverCard.ESSENCES,
                                HandoverCard.ESSENCES * LINE,
                                false),
                        new Form.Field.Words(
                                QUESTIONS,
                                voice.say("handover.questions", HandoverCard.QUESTIONS),
                                String.join("\n", card.questions()),
                                HandoverCard.QUESTIONS,
                                HandoverCard.QUESTIONS * LINE,
                                false)),
                voice.say("handover.save")));
    }

    /** The card comes in. */
    Answer card(CommandLine line, Map<String, String> values) {
        int round = line.number().orElse(0);
        String table = line.word(1).orElse("");
        if (!hosts(round, table)) {
            return h.decided(Decision.refused(new Refusal.NotTheHost()), Answer.SILENT);
        }
        if (t.session().roundsBegun() > round) {
            return h.whisper("handover.late");
        }
        t.stores()
                .harvests()
                .save(new HandoverCard(
                        t.session().setting().id(),
                        round,
                        table,
                        lines(values.getOrDefault(ESSENCES, "")),
                        lines(values.getOrDefault(QUESTIONS, "")),
                        true));
        return h.whisper("handover.done");
    }

    private static List<String> lines(String text) {
        return Cleaning.words(text)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(l -> Shortened.to(LINE, l))
                .toList();
    }

    Answer read(CommandLine line) {
        return h.whisper("card.thanks");
    }

    Answer stepDown() {
        return h.decided(t.session().stepDown(h.by(), t.cafeNow()), h.whisper("stepdown.done"));
    }

    private int round() {
        return Math.max(1, t.session().roundsBegun());
    }

    private Optional<TableSeating> hosted() {
        Session s = t.session();
        return s.floor()
                .flatMap(f -> f.seatOf(h.by(), round()))
                .filter(seat -> seat.host().equals(h.by()));
    }

    private boolean hosts(int round, String table) {
        Session s = t.session();
        return round >= 1
                && round <= s.script().rounds().size()
                && s.floor()
                        .flatMap(f -> f.seatOf(h.by(), round))
                        .filter(seat ->
                                seat.table().equals(table) && seat.host().equals(h.by()))
                        .isPresent();
    }
}
