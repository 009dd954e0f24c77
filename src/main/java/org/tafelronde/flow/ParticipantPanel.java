package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Shortened;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;

/**
 * Where somebody sits and until when, how to ask, and what they asked. Only times of the clock stand in it, no minutes that are left: it
 * is the same until something happens.
 */
final class ParticipantPanel {
    private static final int MOST_QUESTIONS = 15;
    private static final int LONGEST_QUESTION = 300;

    private final Stores stores;
    private final Session s;
    private final Voice voice;
    private final Speaker looker;
    private final String who;
    private final Instant now;

    /**
     * @param now in real time
     */
    ParticipantPanel(Stores stores, Session session, Voice voice, Speaker looker, Instant now) {
        this.stores = stores;
        this.s = session;
        this.voice = voice;
        this.looker = looker;
        this.who = looker.person().key();
        this.now = session.setting().tempo().cafe(now);
    }

    List<Content> shown() {
        boolean here = s.roster().find(who).filter(Participant::isPresent).isPresent();
        List<Content> sections = new ArrayList<>();
        sections.add(here ? seat() : door());
        List<Question> mine = stores.harvests().questions(s.setting().id()).stream()
                .filter(q -> q.by().equals(who))
                .filter(Question::stands)
                .toList();
        if (!mine.isEmpty()) {
            sections.add(mine(mine));
        }
        return sections;
    }

    /** For who is not checked in. */
    private Content door() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Heading(s.script().title())));
        if (s.stage() instanceof Stage.Gathering) {
            parts.add(new Part.Paragraph(begins()));
            // Only while people gather: later it would mean finding them a seat.
            if (s.checkIn(who, looker.name(), now) instanceof Decision.Refused refused) {
                parts.add(new Part.Paragraph(new Refusals(voice).say(refused.why())));
                return new Content(parts, List.of());
            }
        } else {
            parts.add(new Part.Paragraph(time()));
        }
        parts.add(new Part.Paragraph(voice.say("panel.door")));
        return new Content(parts, List.of(Button.primary(voice.say("welcome.button"), Action.of(s, Word.JOIN.key()))));
    }

    private String begins() {
        return s.setting()
                .plannedStart()
                .map(at -> voice.say("welcome.at", voice.time(at)))
                .orElseGet(() -> voice.say("welcome.soon"));
    }

    private Content seat() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Heading(s.script().title())));
        List<Button> buttons = new ArrayList<>();
        if (s.stage() instanceof Stage.Gathering) {
            parts.add(new Part.Paragraph(begins() + " " + voice.say("where.notyet")));
            return new Content(parts, buttons);
        }
        parts.add(new Part.Paragraph(time()));
        int round = round();
        Optional<TableSeating> seat = s.floor().flatMap(f -> f.seatOf(who, round));
        if (seat.isEmpty()) {
            parts.add(new Part.Paragraph(voice.say(s.floor().isEmpty() ? "where.notyet" : "route.none", round)));
        } else {
            FloorPlan plan = new FloorPlan(s);
            String table = seat.get().table();
            String title = plan.tableTitle(table);
            parts.add(new Part.Paragraph(sits(seat.get(), title, round)));
            buttons.add(
                    new Button.GoTo(voice.say("goto", title), plan.table(table).getFirst()));
        }
        parts.add(new Part.Paragraph(voice.say("panel.ask.how")));
        buttons.add(Button.primary(voice.say("panel.ask"), Action.of(s, Word.ASK.key())));
        buttons.add(Button.plain(voice.say("panel.sos"), Action.of(s, Word.SOS.key())));
        return new Content(parts, buttons);
    }

    private String time() {
        return switch (s.stage()) {
            case Stage.Running running -> running();
            case Stage.Paused paused -> voice.say("paused");
            case Stage.Gathering gathering -> begins();
            case Stage.Closed closed -> voice.say("topic.closed");
        };
    }

    private String running() {
        String step = s.round()
                .map(r -> voice.say("plan.round", r.number(), r.title()))
                .orElseGet(() -> s.step().orElseThrow().title());
        return endsAt().filter(now::isBefore)
                .map(end -> voice.say("late.now", step, voice.time(end)))
                .orElseGet(() -> voice.say("panel.over", step));
    }

    /** Their own table may have a little longer. */
    private Optional<Instant> endsAt() {
        return s.round()
                .flatMap(r -> s.floor().flatMap(f -> f.seatOf(who, r.number())))
                .flatMap(seat -> s.endsAt(seat.table()))
                .or(s::stepEndsAt);
    }

    /** The round that they talk in; else the one to come; after all of them the last. */
    private int round() {
        boolean talking = s.round().isPresent()
                && (s.stage() instanceof Stage.Paused
                        || endsAt().filter(now::isBefore).isPresent());
        return talking
                ? s.roundsBegun()
                : Math.min(s.roundsBegun() + 1, s.script().rounds().size());
    }

    private String sits(TableSeating seat, String title, int round) {
        boolean host = seat.host().equals(who);
        if (s.round().filter(r -> r.number() == round).isPresent()) {
            return voice.say(host ? "panel.seat.host" : "panel.seat", title);
        }
        return s.roundsBegun() >= round
                ? voice.say("panel.seat.last", title)
                : voice.say(host ? "panel.seat.next.host" : "panel.seat.next", round, title);
    }

    private Content mine(List<Question> mine) {
        List<Question> newest = mine.subList(Math.max(0, mine.size() - MOST_QUESTIONS), mine.size());
        Content content = Content.of(
                new Part.Heading(voice.say("mine.heading")),
                new Part.Numbered(newest.stream()
                        .map(q -> new Part.Numbered.Item(q.number(), Shortened.withDots(LONGEST_QUESTION, q.text())))
                        .toList()));
        return s.picking()
                ? content
                : content.and(
                        new Part.Note(voice.say("mine.how", newest.getFirst().number())));
    }
}
