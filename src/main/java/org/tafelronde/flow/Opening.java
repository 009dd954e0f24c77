package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Setting;
import org.tafelronde.domain.session.Tag;
import org.tafelronde.domain.session.Tempo;

/** Makes a session from a script: its plenary, the word of welcome with the button "I am here", what the facilitator needs. */
public final class Opening {
    private final Stores stores;

    public Opening(Stores stores) {
        this.stores = stores;
    }

    /**
     * What is wanted.
     *
     * @param seed fixes the seating
     * @param rehearsal by whom it is rehearsed; empty: the people are real
     * @param plannedStart in the café's time
     * @param management the platform's own place that the digest goes to; empty: it gets a place of its own
     * @param guests whoever is in this place of the platform's own, or group of people, is let in
     * @param tags organisation and role of people, by name
     * @param begun where somebody said so: the café is held there, when the bot may make no places
     */
    public record Wish(
            Script script,
            ZoneId zone,
            Tempo tempo,
            long seed,
            Optional<Rehearsal> rehearsal,
            Optional<Instant> plannedStart,
            Optional<Place> management,
            Optional<Place> guests,
            Map<String, Tag> tags,
            Optional<Place> begun) {
        public Wish {
            tags = Map.copyOf(tags);
        }

        /** Begun nowhere where people are. */
        public Wish(
                Script script,
                ZoneId zone,
                Tempo tempo,
                long seed,
                Optional<Rehearsal> rehearsal,
                Optional<Instant> plannedStart,
                Optional<Place> management,
                Optional<Place> guests,
                Map<String, Tag> tags) {
            this(script, zone, tempo, seed, rehearsal, plannedStart, management, guests, tags, Optional.empty());
        }
    }

    /**
     * Makes it, in the caller's transaction or one of its own.
     *
     * @param facilitator the key of who runs it
     * @param name what they are called
     * @param now in real time
     */
    public Session open(String facilitator, String name, Wish wish, Instant now) {
        return stores.transactions().inOne(() -> opened(facilitator, name, wish, now));
    }

    private Session opened(String facilitator, String name, Wish wish, Instant now) {
        Setting setting = new Setting(
                stores.ids().next(),
                stores.ids().shortName(),
                wish.script(),
                wish.script().language(),
                wish.zone(),
                wish.seed(),
                wish.tempo(),
                wish.rehearsal(),
                wish.plannedStart(),
                wish.management().map(Place::id));
        Session session = Session.gathering(setting, facilitator).tagging(wish.tags());
        Participant first = Participant.expected(facilitator, Cleaning.name(name));
        session = session.with(session.roster().with(first));
        stores.sessions().add(session);
        stores.linguist().prepare(wish.script().card(), wish.script().language());
        Readiness.find(stores, facilitator);
        wish.script()
                .theCase()
                .flatMap(c -> c.picture())
                .ifPresent(p -> stores.shelf()
                        .put(
                                setting.id(),
                                OpenCommands.SCRIPT + p.file(),
                                stores.scripts().picture(wish.script(), p.file())));
        Turn turn = new Turn(stores, session, now);
        Promise promise = Promise.prompt(turn.cafeNow());
        turn.open(
                turn.plan().plenary(),
                turn.plan().plenaryName(),
                session.script().title(),
                Outgoing.Kind.PLENARY,
                List.of(facilitator),
                wish.begun(),
                promise);
        turn.pin(turn.plan().plenary(), welcome(turn), promise);
        wish.management()
                .ifPresent(place ->
                        stores.addresses().opened(turn.plan().management().id(), place));
        wish.guests().ifPresent(from -> turn.inviteAll(turn.plan().plenary(), from, Promise.toPeople(turn.cafeNow())));
        turn.topic(turn.plan().plenary(), turn.voice().say("topic.gathering"), Optional.empty());
        turn.direct(facilitator, forTheFacilitator(turn));
        turn.sayOnly();
        return session;
    }

    /**
     * Sets a rehearsal's clock back (or on) to an instant of the café's, so that it begins on the minute however long people took to come
     * in.
     */
    public void setClock(String session, Instant cafe) {
        stores.transactions().inOne(() -> {
            stores.sessions().find(session).ifPresent(s -> {
                Instant now = stores.clock().instant();
                Turn turn = new Turn(
                        stores,
                        s.stoodStill(Duration.between(s.setting().tempo().real(cafe), now)),
                        now);
                turn.save();
            });
            return session;
        });
    }

    /** What everybody reads who comes in, the notice about what is kept among it (F67). */
    private static Content welcome(Turn turn) {
        Session s = turn.session();
        Voice voice = turn.voice();
        Content content = Content.of(
                new Part.Heading(voice.say("welcome.heading", s.script().title())),
                new Part.Paragraph(s.script().purpose()),
                s.setting()
                        .plannedStart()
                        .map(at -> turn.telling(new Part.Paragraph(voice.say("welcome.at", voice.time(at))), at))
                        .orElseGet(() -> new Part.Paragraph(voice.say("welcome.soon"))),
                new Part.Note(voice.say("welcome.notice")));
        return content.with(Button.primary(voice.say("welcome.button"), Action.of(s, "join")));
    }

    private static Content forTheFacilitator(Turn turn) {
        Session s = turn.session();
        Voice voice = turn.voiceFor(s.facilitator());
        return Content.of(
                        new Part.Heading(voice.say("opened.heading", s.script().title())),
                        new Part.Bullets(List.of(voice.say("opened.1"), voice.say("opened.2"), voice.say("opened.3"))))
                .with(
                        new Button.GoTo(voice.say("opened.go"), turn.plan().plenary()),
                        Button.primary(voice.say("opened.start"), Action.of(s, "start")),
                        Button.plain(voice.say("opened.check"), Action.of(s, "check")))
                .with(turn.desk(s.facilitator(), voice));
    }
}
