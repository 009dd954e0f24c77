package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Wishes;

/** What is said to one person alone. */
final class PeopleHear {
    private final Turn turn;

    PeopleHear(Turn turn) {
        this.turn = turn;
    }

    /** Everybody gets their route before round 1 (F14). */
    void routes() {
        session().roster().present().forEach(p -> turn.direct(p.id(), route(p.id(), "route.heading")));
    }

    /** How good the plan is, and that nobody can make a better one, to who runs the café. */
    void seating() {
        String who = session().facilitator();
        Voice voice = turn.voiceFor(who);
        List<String> unmet = Wishes.unmet(session());
        String worth = new SeatingWords(voice).madeFor(session());
        turn.direct(
                who,
                Content.text(unmet.isEmpty() ? worth : worth + " " + voice.say("seating.unmet", voice.list(unmet)))
                        .with(Button.plain(voice.say("seating.plan"), Action.of(session(), Word.PLAN.key()))));
    }

    /** Whoever can be in one place only cannot go from table to table: the facilitator hears so while there is time to mend it. */
    void confined(String name) {
        String who = session().facilitator();
        turn.direct(who, Content.text(turn.voiceFor(who).say("guest.confined", name)));
    }

    void rerouted(Event.Rerouted rerouted) {
        rerouted.who().stream().sorted().forEach(who -> {
            inviteNow(who);
            turn.direct(who, route(who, "route.changed"));
        });
    }

    /** Round, table, role; with a way to the table of now. */
    Content route(String who, String heading) {
        Voice voice = turn.voiceFor(who);
        int now = Math.max(1, session().roundsBegun());
        List<String> lines = new ArrayList<>();
        for (int r = now; r <= session().script().rounds().size(); r++) {
            lines.add(routeLine(who, r, voice));
        }
        Content content = Content.of(
                new Part.Heading(voice.say(heading)),
                new Part.Bullets(lines),
                new Part.Note(voice.say("route.host.note", session().script().hostRounds())));
        return seat(who, now).map(t -> content.with(goTo(t.table(), voice))).orElse(content);
    }

    private String routeLine(String who, int round, Voice voice) {
        Optional<TableSeating> seat = seat(who, round);
        if (seat.isEmpty()) {
            return voice.say("route.none", round);
        }
        String title = turn.plan().tableTitle(seat.get().table());
        return voice.say(seat.get().host().equals(who) ? "route.host" : "route.line", round, title);
    }

    private Button goTo(String table, Voice voice) {
        Place place = turn.plan().table(table).getFirst();
        return new Button.GoTo(voice.say("goto", turn.plan().tableTitle(table)), place);
    }

    /** The host's checklist, privately (F34). */
    void hosting(Event.RoundOpened opened) {
        for (TableSeating table :
                session().floor().orElseThrow().round(opened.round().number()).tables()) {
            hosting(table.host(), table.table());
        }
    }

    private void hosting(String who, String table) {
        Voice voice = turn.voiceFor(who);
        turn.direct(
                who,
                Content.of(
                                new Part.Heading(
                                        voice.say("host.heading", turn.plan().tableTitle(table))),
                                new Part.Bullets(List.of(
                                        voice.say("host.1"),
                                        voice.say("host.2"),
                                        voice.say("host.3"),
                                        voice.say("host.4"))))
                        .with(
                                goTo(table, voice),
                                Button.plain(voice.say("host.card"), Action.of(session(), "handover")),
                                Button.plain(voice.say("host.decline"), Action.of(session(), "stepdown"))));
    }

    /** When a round is up: where to go, or that they stay as the host who hands over. */
    void nextSeat(Event.TimeUp up) {
        int next = up.round().number() + 1;
        if (next > session().script().rounds().size()) {
            return;
        }
        for (Participant p : session().roster().present()) {
            Optional<String> here = seat(p.id(), up.round().number()).map(TableSeating::table);
            Optional<String> there = seat(p.id(), next).map(TableSeating::table);
            if (here.filter(up.tables()::contains).isEmpty() || there.isEmpty()) {
                continue;
            }
            Voice voice = turn.voiceFor(p.id());
            String title = turn.plan().tableTitle(there.get());
            boolean stays = Objects.equals(here, there);
            Content content = Content.text(voice.say(stays ? "next.stay" : "next.go", next, title));
            // The place lets them in already, so that going there is one press.
            turn.plan()
                    .table(there.get())
                    .forEach(place -> turn.invite(place, List.of(p.id()), Promise.toPeople(turn.cafeNow())));
            turn.direct(p.id(), content.with(goTo(there.get(), voice)));
        }
    }

    /** The card is filled in beforehand from the thread; the host looks at it (F36). */
    void handover(Event.HandoverDue due) {
        boolean last = due.round().number() == session().script().rounds().size();
        for (TableSeating table :
                session().floor().orElseThrow().round(due.round().number()).tables()) {
            HandoverCard card = HandoverCards.prefilled(turn, due.round().number(), table.table());
            if (last) {
                continue;
            }
            Voice voice = turn.voiceFor(table.host());
            turn.direct(
                    table.host(),
                    Content.of(
                                    new Part.Heading(voice.say(
                                            "handover.heading", turn.plan().tableTitle(table.table()))),
                                    new Part.Paragraph(voice.say("handover.text")),
                                    card.questions().isEmpty()
                                            ? new Part.Note(voice.say("handover.empty"))
                                            : new Part.Bullets(card.questions()))
                            .with(Button.primary(
                                    voice.say("host.card"),
                                    Action.of(
                                            session(), "handover " + due.round().number() + " " + table.table()))));
        }
    }

    /** A short read-in, and a seat, or a place for the next round (F40). */
    void joinedLate(Event.JoinedLate late) {
        Voice voice = turn.voiceFor(late.who());
        inviteNow(late.who());
        boolean tooLate = late.fromRound() > session().script().rounds().size();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(voice.say("late.heading")));
        parts.add(new Part.Paragraph(session().script().purpose()));
        parts.add(new Part.Paragraph(voice.say(tooLate ? "late.plenary" : "late.how")));
        session()
                .step()
                .ifPresent(step -> session()
                        .stepEndsAt()
                        .ifPresent(ends ->
                                parts.add(new Part.Paragraph(voice.say("late.now", step.title(), voice.time(ends))))));
        turn.direct(late.who(), new Content(parts, List.of()));
        if (!tooLate) {
            turn.direct(late.who(), route(late.who(), "route.heading"));
        }
    }

    /** Both tables hear it once (F16). */
    void moved(Event.Moved moved) {
        inviteNow(moved.who());
        turn.direct(moved.who(), route(moved.who(), "route.changed"));
        String name = nameOf(moved.who());
        List<String> both = moved.from().isEmpty() ? List.of(moved.to()) : List.of(moved.from(), moved.to());
        for (String table : both) {
            String sentence = turn.voice().say("moved", name, turn.plan().tableTitle(moved.to()));
            turn.plan()
                    .table(table)
                    .forEach(place -> turn.post(place, Content.text(sentence), Promise.toPeople(turn.cafeNow())));
        }
    }

    void hostChanged(Event.HostChanged changed) {
        String sentence = turn.voice().say("host.changed", nameOf(changed.to()));
        turn.plan()
                .table(changed.table())
                .forEach(place -> turn.post(place, Content.text(sentence), Promise.toPeople(turn.cafeNow())));
        hosting(changed.to(), changed.table());
    }

    void deputyNamed(Event.DeputyNamed named) {
        Voice voice = turn.voiceFor(named.who());
        turn.direct(
                named.who(),
                Content.text(voice.say("deputy.named", session().script().title()))
                        .with(turn.desk(named.who(), voice)));
    }

    void takenOver(Event.TakenOver over) {
        turn.direct(
                over.by(),
                Content.text(turn.voiceFor(over.by())
                        .say("takeover.by", session().script().title())));
        turn.direct(over.from(), Content.text(turn.voiceFor(over.from()).say("takeover.from", nameOf(over.by()))));
    }

    /** The facilitator reads it first; management when it is published. */
    void draftDigest() {
        String who = session().facilitator();
        Voice voice = turn.voiceFor(who);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(voice.say("draft.heading")));
        parts.add(new Part.Paragraph(voice.say("draft.text")));
        session().afterwards().reviewUntil().ifPresent(until -> {
            parts.add(new Part.Paragraph(voice.say("draft.review", voice.moment(until))));
            if (turn.session().setting().isRehearsal()) {
                parts.add(new Part.Note(voice.say("draft.review.rehearsal")));
            }
        });
        parts.addAll(new DigestFiles(turn).draft());
        turn.direct(
                who,
                new Content(
                                parts,
                                List.of(
                                        Button.primary(voice.say("draft.publish"), Action.of(session(), "publish")),
                                        Button.plain(
                                                voice.say("draft.groups"), Action.of(session(), Word.GROUPS.key())),
                                        Button.plain(
                                                voice.say("draft.topics"), Action.of(session(), Word.TOPICS.key())),
                                        Button.plain(voice.say("draft.archive"), Action.of(session(), "archive"))))
                        .with(turn.desk(who, voice)));
    }

    void facilitatorMissed(List<String> what) {
        String who = session().facilitator();
        Voice voice = turn.voiceFor(who);
        turn.direct(who, Content.text(voice.say("missed", voice.list(what))));
    }

    /** Into the table where they sit now. */
    private void inviteNow(String who) {
        seat(who, Math.max(1, session().roundsBegun()))
                .ifPresent(t -> turn.plan()
                        .table(t.table())
                        .forEach(place -> turn.invite(place, List.of(who), Promise.toPeople(turn.cafeNow()))));
    }

    private Optional<TableSeating> seat(String who, int round) {
        return session().floor().flatMap(f -> f.seatOf(who, round));
    }

    private String nameOf(String who) {
        return session().roster().find(who).map(Participant::name).orElse("");
    }

    private Session session() {
        return turn.session();
    }
}
