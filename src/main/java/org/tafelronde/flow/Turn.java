package org.tafelronde.flow;

import static org.tafelronde.chat.Content.Part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Translation;

/**
 * What one thing that happened comes to: the session as it is now, its next timer, and the messages that follow. All of it is written in the
 * transaction that the flow runs in, or nothing.
 */
final class Turn {
    private final Stores stores;
    private final Instant now;
    private final List<Delivery> said = new ArrayList<>();
    private Session session;

    /**
     * @param now in real time; a turn has one now
     */
    Turn(Stores stores, Session session, Instant now) {
        this.stores = stores;
        this.session = session;
        this.now = now;
    }

    Session session() {
        return session;
    }

    void becomes(Session other) {
        session = other;
    }

    Stores stores() {
        return stores;
    }

    /** In real time. */
    Instant now() {
        return now;
    }

    /** What the café's clock says. */
    Instant cafeNow() {
        return session.setting().tempo().cafe(now);
    }

    FloorPlan plan() {
        return new FloorPlan(session);
    }

    /** Leads this person to their desk; nothing when people cannot reach this server. */
    Button[] desk(String person, Voice voice) {
        return stores.desks().address(session.setting().id(), person).stream()
                .map(url -> new Button.Link(voice.say("desk.open"), url))
                .toArray(Button[]::new);
    }

    /** For everybody: the session's language. */
    Voice voice() {
        return Voice.in(session.setting().language(), session.setting().zone());
    }

    /** That a sentence tells a time of day. In a rehearsal nobody's own clock says so: there it is a sentence like any other. */
    Part telling(Part sentence, Instant at) {
        boolean worldTime = session.setting().tempo().real(at).equals(at);
        return worldTime ? new Part.Timed(sentence, at, voice().time(at)) : sentence;
    }

    /** For one person: the language that they chose. */
    Voice voiceFor(String who) {
        Language language = session.roster()
                .find(who)
                .flatMap(Participant::language)
                .orElse(session.setting().language());
        return Voice.in(language, session.setting().zone());
    }

    /** No places could be made: the café is held where it was begun, and its tables are threads there. */
    boolean isInThreads() {
        Place ours = plan().plenary();
        Optional<Place> plenary = stores.addresses().place(ours.platform(), ours.id());
        if (plenary.filter(Place::isThread).isPresent()) {
            return true;
        }
        return plenary.isPresent()
                && stores.deliveries().ofSession(session.setting().id()).stream()
                        .anyMatch(d -> d.what() instanceof Outgoing.OpenPlace open
                                && open.kind() == Outgoing.Kind.PLENARY
                                && open.beside().equals(plenary));
    }

    // Saying something

    /**
     * A new place, with people in it.
     *
     * @param beside where it goes when no place may be made
     */
    void open(
            Place place,
            String name,
            String title,
            Outgoing.Kind kind,
            Collection<String> people,
            Optional<Place> beside,
            Promise promise) {
        List<Person> invited = people.stream().map(Person::ofKey).toList();
        add(place.id(), new Outgoing.OpenPlace(place.platform(), name, title, kind, invited, beside), promise);
    }

    void invite(Place place, Collection<String> people, Promise promise) {
        if (!people.isEmpty()) {
            add(
                    place.id(),
                    new Outgoing.Invite(
                            place, people.stream().map(Person::ofKey).toList()),
                    promise);
        }
    }

    /**
     * @param from by the platform's own id
     */
    void inviteAll(Place place, Place from, Promise promise) {
        add(place.id(), new Outgoing.InviteAll(place, from), promise);
    }

    /**
     * @return the delivery's id, by which the message can be answered
     */
    String post(Place place, Content content, Promise promise) {
        return add(place.id(), new Outgoing.Post(place, Optional.empty(), content, false), promise);
    }

    String pin(Place place, Content content, Promise promise) {
        return add(place.id(), new Outgoing.Post(place, Optional.empty(), content, true), promise);
    }

    /**
     * @param root the id of the delivery that began the thread
     */
    void postUnder(Place place, String root, Content content, Promise promise) {
        Optional<MessageRef> thread = Optional.of(new MessageRef(place, root));
        add(place.id(), new Outgoing.Post(place, thread, content, false), promise);
    }

    void direct(String who, Content content) {
        direct(who, content, Promise.toPeople(cafeNow()));
    }

    void direct(String who, Content content, Promise promise) {
        add(who, new Outgoing.Direct(Person.ofKey(who), content), promise);
    }

    /** Other words for a message that was promised before. */
    void change(Delivery earlier, Content content, Promise promise) {
        MessageRef made = new MessageRef(Translation.ours(earlier.platform(), earlier.lane()), earlier.id());
        add(earlier.lane(), new Outgoing.Edit(made, content), promise);
    }

    /** Other words for a message that was promised before, in a lane of its own: nothing that is said in its place waits for them. */
    void changeInPassing(Delivery earlier, Content content, Promise promise) {
        MessageRef made = new MessageRef(Translation.ours(earlier.platform(), earlier.lane()), earlier.id());
        add("change/" + earlier.lane(), new Outgoing.Edit(made, content), promise);
    }

    /** The messages that say these prompts, in this turn too; what was given up left out. */
    List<Delivery> saying(Collection<String> prompts) {
        return Stream.concat(
                        stores.deliveries().saying(session.setting().id(), prompts).stream(),
                        said.stream()
                                .filter(d ->
                                        d.prompt().filter(prompts::contains).isPresent()))
                .filter(d -> !d.isGivenUp())
                .toList();
    }

    /** What was promised under names that begin so, in order, in this turn too; what was given up left out. */
    List<Delivery> notices(String beginning) {
        return Stream.concat(
                        stores.deliveries().about(session.setting().id(), Delivery.NOTICE + beginning).stream(),
                        said.stream().filter(d -> d.about().startsWith(Delivery.NOTICE + beginning)))
                .filter(d -> !d.isGivenUp())
                .toList();
    }

    void topic(Place place, String text, Optional<Outgoing.Countdown> countdown) {
        add(topicLane(place), new Outgoing.Topic(place, text, countdown), Promise.toPeople(cafeNow()));
    }

    /** The last thing that stands above a place. */
    void topicOfTheEnd(Place place, String text) {
        add(topicLane(place), new Outgoing.Topic(place, text, Optional.empty(), true), Promise.toPeople(cafeNow()));
    }

    /** Nothing that is said in a place waits for what stands above it. */
    private static String topicLane(Place place) {
        return "topic/" + place.id();
    }

    /** What stands above a place while a step is under way. */
    void topic(Place place, Step step, Instant endsAt) {
        Tempo tempo = session.setting().tempo();
        topic(
                place,
                voice().say("topic.step", step.title(), voice().time(endsAt)),
                Optional.of(new Outgoing.Countdown(tempo.real(endsAt), Optional.empty(), tempo.speed())));
    }

    /** In a lane of its own: nobody waits for a tick. */
    void react(MessageRef message, Outgoing.Reaction reaction) {
        add("react/" + message.place().id(), new Outgoing.React(message, reaction), Promise.nicety(cafeNow()));
    }

    void archive(Place place) {
        add(place.id(), new Outgoing.Archive(place), Promise.toPeople(cafeNow()));
    }

    void remove(Place place) {
        add(place.id(), new Outgoing.Remove(place), Promise.toPeople(cafeNow()));
    }

    private String add(String lane, Outgoing what, Promise promise) {
        String id = stores.ids().next();
        Delivery delivery = Delivery.of(
                        id,
                        session.setting().id(),
                        what.platform(),
                        lane,
                        what,
                        promise.urgency(),
                        session.setting().tempo().real(promise.due()))
                .about(promise.about());
        said.add(promise.until()
                // A rehearsal leaves nothing out: its minutes are too short to judge a disk by.
                .filter(until -> !session.setting().isRehearsal())
                .map(until -> delivery.by(session.setting().tempo().real(until)))
                .orElse(delivery));
        return id;
    }

    // Keeping it

    /** The session changed: it is kept, with its next timer and what is to be said. */
    void save() {
        stores.sessions().save(session);
        setTimer();
        sayOnly();
    }

    /** The timer alone: when the session must be looked at next. */
    void setTimer() {
        stores.timers()
                .set(
                        session.setting().id(),
                        session.nextDue().map(session.setting().tempo()::real));
    }

    /** The session is as it was: only what is to be said is kept. */
    void sayOnly() {
        stores.deliveries().add(said);
        said.clear();
    }
}
