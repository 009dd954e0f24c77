package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Shortened;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Event;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/** Coming, going, finding one's way, asking for help. */
final class PeopleCommands {
    /** So much of a call for help fits beside its button. */
    private static final int CALL = 500;

    private final Hearing h;
    private final Turn t;

    PeopleCommands(Hearing h, Turn t) {
        this.h = h;
        this.t = t;
    }

    /** {@code join}; {@code join 4}: a meeting room of four, who share one seat. */
    Answer join(CommandLine line) {
        Decision decision = t.session().checkIn(h.by(), h.name(), t.cafeNow());
        boolean room = line.number().isPresent();
        if (decision instanceof Decision.Ignored) {
            return room ? shares(t.session(), List.of(), line.number().getAsInt()) : h.whisper("join.again");
        }
        if (decision instanceof Decision.Changed changed) {
            Participant me = changed.session().roster().find(h.by()).orElseThrow();
            Participant speaking = ComingAndGoing.speaking(me, h.what().by().language());
            Session with = changed.session().with(changed.session().roster().with(speaking));
            // In threads nobody goes to a second place.
            if (h.what().by().confined() && !t.isInThreads()) {
                new PeopleHear(t).confined(h.name());
            }
            if (room) {
                return shares(with, changed.events(), line.number().getAsInt());
            }
            boolean late = changed.events().stream().anyMatch(Event.JoinedLate.class::isInstance);
            return h.decided(
                    new Decision.Changed(with, changed.events()),
                    late ? h.whisper("join.late") : h.whisper("join.done", h.name()));
        }
        return h.decided(decision, Answer.SILENT);
    }

    private Answer shares(Session s, List<Event> before, int people) {
        return switch (s.share(h.by(), people)) {
            case Decision.Changed shared ->
                h.decided(new Decision.Changed(shared.session(), before), h.whisper("join.room", people));
            case Decision.Refused refused -> h.refused(refused, Optional.empty());
            case Decision.Ignored ignored ->
                before.isEmpty()
                        ? h.whisper("join.again")
                        : h.decided(new Decision.Changed(s, before), h.whisper("join.done", h.name()));
        };
    }

    Answer leave() {
        return h.decided(t.session().leave(h.by(), t.cafeNow()), h.whisper("leave.done"));
    }

    Answer where() {
        Session s = t.session();
        Voice voice = h.voice();
        if (s.floor().isEmpty()) {
            boolean in = s.roster().find(h.by()).filter(Participant::isPresent).isPresent();
            return Answer.whisper(Content.text(voice.say(in ? "where.notyet" : "where.notin"))
                    .with(new Button.GoTo(voice.say("opened.go"), t.plan().plenary())));
        }
        Content route = new PeopleHear(t).route(h.by(), "route.heading");
        return s.step()
                .flatMap(step -> s.stepEndsAt()
                        .map(ends -> route.and(new Part.Note(voice.say("late.now", step.title(), voice.time(ends))))))
                .map(Answer::whisper)
                .orElseGet(() -> Answer.whisper(route));
    }

    Answer language(CommandLine line) {
        Optional<Language> language = line.word(0).flatMap(Language::of);
        if (language.isEmpty()) {
            return h.whisper("language.usage");
        }
        Session s = t.session();
        Participant me = s.roster().find(h.by()).orElseGet(() -> Participant.expected(h.by(), h.name()));
        t.becomes(s.with(s.roster().with(me.speaking(language.get()))));
        t.save();
        return Answer.whisper(
                Content.text(Voice.in(language.get(), s.setting().zone()).say("language.done")));
    }

    /** The facilitator hears who needs help, with a way to the table (F39). */
    Answer sos(CommandLine line) {
        Session s = t.session();
        Optional<String> table = h.table()
                .or(() -> s.floor()
                        .flatMap(f -> f.seatOf(h.by(), Math.max(1, s.roundsBegun())))
                        .map(seat -> seat.table()));
        String words = Cleaning.words(line.rest());
        for (String who : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(s.facilitator()), s.deputy().stream())
                .toList()) {
            Voice voice = t.voiceFor(who);
            String title = table.map(t.plan()::tableTitle).orElseGet(() -> voice.say("plenary.name"));
            Content content = Content.text(voice.say("sos.facilitator", h.name(), title));
            if (!words.isEmpty()) {
                content = content.and(new Part.Quote(Shortened.withDots(CALL, words)));
            }
            var place = table.map(id -> t.plan().table(id).getFirst()).orElseGet(t.plan()::plenary);
            Promise promise = Promise.toPeople(t.cafeNow()).named(Overview.CALLED + table.orElse("") + "/" + h.by());
            t.direct(who, content.with(new Button.GoTo(voice.say("goto", title), place)), promise);
        }
        t.sayOnly();
        return h.whisper("sos.done");
    }

    /** Their name goes; what they asked stays, as nobody's. */
    Answer forget(CommandLine line) {
        if (line.rest().isBlank()) {
            return h.whisper("forget.usage");
        }
        for (Session s : t.stores().sessions().involving(h.by())) {
            Turn turn = new Turn(t.stores(), s, h.now());
            if (s.leave(h.by(), turn.cafeNow()) instanceof Decision.Changed changed) {
                turn.becomes(changed.session());
                new Announcements(turn).of(changed.events());
            }
            t.stores().harvests().forget(s.setting().id(), h.by());
            turn.becomes(turn.session().with(turn.session().roster().without(h.by())));
            turn.save();
        }
        return h.whisper("forget.done");
    }
}
