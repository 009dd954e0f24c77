package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.time.Timings;
import org.tafelronde.webchat.Change;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebPlace;

/** One rehearsal under way: virtual people come in, do what the messages ask of them ({@link Reading}), and at the end it is measured. */
final class Play implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** On the café's clock, so long after its end a virtual facilitator waits for objections. */
    private static final Duration OBJECTING = Duration.ofMinutes(10);

    private final WebChat chat;
    private final Stores stores;
    private final Opening opening;
    private final String session;
    private final boolean alone;
    private final Watcher watcher;
    private final Acts acts;
    private final Lines lines;
    private final Company company;
    private final Reading reading;
    private final Timings replies = new Timings();
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();
    private AutoCloseable watching = () -> {};
    /** The number of the last change of the web chat that virtual people saw. */
    private volatile long seen;

    private volatile boolean started;
    private volatile boolean published;

    Play(WebChat chat, Stores stores, Opening opening, Session session, Rehearsal rehearsal, Watcher watcher) {
        this.chat = chat;
        this.stores = stores;
        this.opening = opening;
        this.session = session.setting().id();
        this.alone = rehearsal.alone();
        this.watcher = watcher;
        this.acts = new Acts(session.setting().shortName(), stores.clock());
        this.lines = new Lines(session.script());
        this.company = new Company(rehearsal.people(), this::player);
        this.reading = new Reading(chat, stores, session, company, acts, lines);
    }

    private Player player(Person person) {
        return new Player(chat, person, session, replies, watcher, this::picking);
    }

    private boolean picking() {
        return stores.sessions().find(session).map(Session::picking).orElse(true);
    }

    CompletableFuture<Outcome> end() {
        return end;
    }

    /** Begins, or goes on after the program was away: what was done already has no second effect. */
    void start() {
        Session s = session().orElseThrow();
        company.knowAgain(s, lines);
        seen = chat.cursor();
        watching = chat.watch(this::see);
        acts.start();
        acts.now(this::comeIn);
        acts.now(this::look);
        if (s.floor().isPresent()) {
            acts.now(reading::catchUp);
        }
    }

    private void see(Change change) {
        acts.now(() -> reading.see(change));
        seen = change.seq();
    }

    private Optional<Session> session() {
        return stores.sessions().find(session);
    }

    // Coming in

    /** Everybody comes in and checks in, but for the one who is late; then the facilitator starts. */
    private void comeIn() {
        Optional<Session> s = session();
        Optional<String> invite =
                s.flatMap(x -> reading.plenary(Person.ofKey(x.facilitator()))).flatMap(WebPlace::invite);
        if (s.isEmpty() || invite.isEmpty()) {
            // The plenary is on its way.
            s.ifPresent(x -> acts.soon(this::comeIn));
            return;
        }
        for (int i = 0; i < company.size(); i++) {
            int number = i;
            acts.now(() -> comeIn(number, invite.get()));
        }
    }

    private void comeIn(int number, String invite) {
        Player player = company.with(number, this::registered);
        Optional<Place> plenary = chat.enter(player.person(), invite);
        if (!company.late(number)) {
            plenary.ifPresent(place -> player.say(place, "/cafe join", "join/" + number));
        }
        if (company.complete() && !started) {
            started = true;
            acts.now(this::startWhenAllAreIn);
        }
    }

    private Person registered(int number) {
        String language = session().orElseThrow().setting().language().code();
        return chat.register(lines.name(number), language, false);
    }

    private void startWhenAllAreIn() {
        Session s = session().orElseThrow();
        boolean gathering = s.stage() instanceof Stage.Gathering;
        int expected = company.size() - (company.latecomer() >= 0 ? 1 : 0);
        if (gathering && s.roster().present().size() < expected) {
            acts.soon(this::startWhenAllAreIn);
        } else if (gathering) {
            opening.setClock(session, plannedStart(s));
            facilitator(s, "start");
        }
    }

    private static Instant plannedStart(Session s) {
        return s.setting()
                .tempo()
                .cafeStart()
                .atZone(s.setting().zone())
                .with(s.script().startsAt())
                .toInstant();
    }

    private void facilitator(Session s, String command) {
        Person person = Person.ofKey(s.facilitator());
        player(person)
                .say(
                        reading.plenary(person).orElseThrow().place(),
                        "/cafe " + command,
                        "facilitator/" + command.replace(' ', '-'));
    }

    // The end

    /** Looks every now and then whether it is over; then a virtual facilitator publishes, or first decides about what people object to. */
    private void look() {
        Optional<Session> s = session();
        if (s.isEmpty()) {
            end.cancel(false);
            return;
        }
        boolean over = s.get().stage() instanceof Stage.Closed;
        boolean reviewing = s.get().afterwards().reviewUntil().isPresent();
        if (over && alone && !published) {
            if (reviewing) {
                decide(s.get());
            } else {
                publish(s.get(), "publish");
            }
        }
        if (over && !reviewing && published == alone && acts.remaining() <= 1 && nothingWaits()) {
            end.complete(outcome(s.get()));
            return;
        }
        acts.at(stores.clock().instant().plus(LOOK_EVERY), this::look);
    }

    /** Every other question that somebody objects to stays. Who has something against a question has said so after a while: nobody waits longer. */
    private void decide(Session s) {
        List<Objection> open = stores.harvests().objections(session).stream()
                .filter(o -> o.verdict().isEmpty())
                .toList();
        open.forEach(o -> facilitator(s, "objections " + o.number() + (o.number() % 2 == 0 ? " keep" : " out")));
        boolean late = s.stage() instanceof Stage.Closed closed
                && !stores.clock()
                        .instant()
                        .isBefore(s.setting().tempo().real(closed.at().plus(OBJECTING)));
        if (late && open.isEmpty() && acts.remaining() <= 1 && nothingWaits()) {
            publish(s, "publish anyway");
        }
    }

    private void publish(Session s, String command) {
        facilitator(s, command);
        published = true;
    }

    private boolean nothingWaits() {
        return stores.deliveries().unsaid(session).stream().noneMatch(Play::waits);
    }

    private static boolean waits(Delivery d) {
        return d.state() == Delivery.State.PENDING
                || d.state() == Delivery.State.SENDING
                || d.state() == Delivery.State.UNKNOWN;
    }

    // The clock

    /** Whether what was to be said, seen or done by then is not: asked in that order, as one leads to the other. If so, nothing later is begun. */
    boolean behind(Instant by) {
        boolean unsaid = stores.deliveries().unsaid(session).stream()
                .anyMatch(d -> waits(d) && !d.promised().isAfter(by));
        boolean behind = unsaid || chat.changedAfter(seen) || acts.behind(by);
        if (behind) {
            acts.standStill(by);
        }
        return behind;
    }

    void goOn(Duration stoodStill) {
        acts.goOn(stoodStill);
    }

    private Outcome outcome(Session s) {
        Timings timers = new Timings();
        stores.deliveries().ofSession(session).stream()
                .filter(d -> d.prompt().isPresent() && d.state() == Delivery.State.SENT)
                .forEach(d -> d.sentAt().ifPresent(at -> timers.add(Duration.between(d.promised(), at))));
        return new Outcome(s.setting().id(), timers, replies);
    }

    @Override
    public void close() throws Exception {
        watching.close();
        acts.close();
    }
}
