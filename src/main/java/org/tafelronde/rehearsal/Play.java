package org.tafelronde.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.time.Timings;
import org.tafelronde.webchat.Change;
import org.tafelronde.webchat.WebChat;
import org.tafelronde.webchat.WebMessage;
import org.tafelronde.webchat.WebPlace;

/** One rehearsal under way: virtual people come in, and then do what the messages that they see ask of them. */
final class Play implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);

    private final WebChat chat;
    private final Stores stores;
    private final Opening opening;
    private final String session;
    private final int people;
    private final boolean publishes;
    private final Watcher watcher;
    private final Acts acts;
    private final Lines lines;
    private final Dice dice;
    private final Timings replies = new Timings();
    private final Map<Integer, Player> players = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();
    private AutoCloseable watching = () -> {};
    private volatile boolean started;
    private volatile boolean published;

    /**
     * @param publishes whether the facilitator is virtual too
     */
    Play(
            WebChat chat,
            Stores stores,
            Opening opening,
            Session session,
            int people,
            boolean publishes,
            Watcher watcher) {
        this.chat = chat;
        this.stores = stores;
        this.opening = opening;
        this.session = session.setting().id();
        this.people = people;
        this.publishes = publishes;
        this.watcher = watcher;
        this.acts = new Acts(session.setting().shortName(), stores.clock());
        this.lines = new Lines(session.script());
        this.dice = new Dice(session.setting().seed());
    }

    CompletableFuture<Outcome> end() {
        return end;
    }

    /** Begins, or goes on after the program was away: what was done already has no second effect. */
    void start() {
        knowAgain(session().orElseThrow());
        watching = chat.watch(change -> acts.now(() -> see(change)));
        acts.start();
        Session s = session().orElseThrow();
        acts.now(this::comeIn);
        acts.now(this::look);
        if (s.floor().isPresent()) {
            acts.now(this::catchUp);
        }
    }

    /** Who came in before the program was away is who they were. */
    private void knowAgain(Session s) {
        Map<String, String> known = new HashMap<>();
        s.roster().all().forEach(p -> known.put(p.name(), p.id()));
        for (int i = 0; i < people; i++) {
            String id = known.get(lines.name(i));
            if (id != null) {
                players.put(i, new Player(chat, Person.ofKey(id), session, replies, watcher));
                numbers.put(id, i);
            }
        }
    }

    private Optional<Session> session() {
        return stores.sessions().find(session);
    }

    // Coming in

    /** Everybody comes in and checks in, but for the one who is late; then the facilitator starts. */
    private void comeIn() {
        Optional<Session> s = session();
        Optional<WebPlace> plenary = s.flatMap(x -> plenary(Person.ofKey(x.facilitator())));
        if (s.isEmpty() || plenary.isEmpty() || plenary.get().invite().isEmpty()) {
            // The plenary is on its way.
            s.ifPresent(x -> acts.at(stores.clock().instant().plus(LOOK_AGAIN), this::comeIn));
            return;
        }
        for (int i = 0; i < people; i++) {
            int number = i;
            acts.now(() -> comeIn(number, plenary.get()));
        }
    }

    private void comeIn(int number, WebPlace plenary) {
        Player player = players.computeIfAbsent(number, this::registered);
        numbers.put(player.person().key(), number);
        chat.enter(player.person(), plenary.invite().orElseThrow());
        if (number != late()) {
            player.say(plenary.place(), "/cafe join", "join/" + number);
        }
        if (players.size() == people && !started) {
            started = true;
            acts.now(this::startWhenAllAreIn);
        }
    }

    private Player registered(int number) {
        String language = session().orElseThrow().setting().language().code();
        return new Player(chat, chat.register(lines.name(number), language, false), session, replies, watcher);
    }

    private void startWhenAllAreIn() {
        Session s = session().orElseThrow();
        boolean gathering = s.stage() instanceof Stage.Gathering;
        int expected = people - (late() >= 0 ? 1 : 0);
        if (gathering && s.roster().present().size() < expected) {
            acts.at(stores.clock().instant().plus(LOOK_AGAIN), this::startWhenAllAreIn);
        } else if (gathering) {
            opening.setClock(session, plannedStart(s));
            facilitator(s, "/cafe start", "start");
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

    private void facilitator(Session s, String command, String key) {
        Person person = Person.ofKey(s.facilitator());
        new Player(chat, person, session, replies, watcher)
                .say(plenary(person).orElseThrow().place(), command, "facilitator/" + key);
    }

    private Optional<WebPlace> plenary(Person person) {
        return chat.places(person).stream()
                .filter(p -> p.kind() == WebPlace.Kind.PLENARY)
                .filter(p -> stores.addresses()
                        .key(p.place())
                        .filter(k -> k.startsWith(session + "/"))
                        .isPresent())
                .findFirst();
    }

    /** Who comes in the first round only; -1 in a small café. */
    private int late() {
        return people >= 8 ? people - 1 : -1;
    }

    /** Who leaves in the second round; -1 in a small café. */
    private int leaver() {
        return people >= 8 ? people - 2 : -1;
    }

    // Seeing messages

    /** Prompts that were there before the program was away: what they ask is done again, with the same keys. */
    private void catchUp() {
        stores.deliveries().ofSession(session).stream()
                .filter(d -> !d.about().isEmpty() && d.state() == Delivery.State.SENT)
                .forEach(this::prompted);
        session().orElseThrow().roster().present().forEach(p -> {
            Person person = Person.ofKey(p.id());
            chat.places(person).stream()
                    .filter(x -> x.kind() == WebPlace.Kind.DIRECT)
                    .flatMap(x -> chat.messages(person, x.place().id(), 0).stream())
                    .forEach(m -> acts.now(() -> direct(m, person)));
        });
    }

    private void see(Change change) {
        if (!(change instanceof Change.Message m)
                || !m.message().author().bot()
                || m.message().content().buttons().isEmpty()
                        && !m.message().thread().isEmpty()
                || !seen.add(m.message().id())) {
            return;
        }
        WebMessage message = m.message();
        Optional<String> key = stores.addresses().key(message.ref().place());
        if (key.filter(k -> k.startsWith(session + "/")).isPresent()) {
            acts.now(() -> seenInPlace(message, 0));
        } else if (key.isEmpty()) {
            acts.now(() -> directToSomebody(message));
        }
    }

    /** The message is there a moment before it is written down that it is. */
    private void seenInPlace(WebMessage message, int times) {
        Optional<Delivery> delivery = stores.deliveries().that(message.ref());
        if (delivery.isPresent()) {
            prompted(delivery.get());
        } else if (times < 100) {
            acts.at(stores.clock().instant().plus(LOOK_AGAIN), () -> seenInPlace(message, times + 1));
        }
    }

    private void prompted(Delivery delivery) {
        if (delivery.about().isEmpty()) {
            return;
        }
        Prompt prompt = stores.harvests().prompt(delivery.about()).orElseThrow();
        Session s = session().orElseThrow();
        Answers answers = new Answers(s, delivery.ref().orElseThrow(), lines, dice, acts, this::player);
        switch (prompt.kind()) {
            case ROUND -> round(s, prompt, answers);
            case INTERVENTION -> answers.intervention(prompt, seated(s, prompt));
            case BALLOT -> answers.ballot(prompt, lastAt(s, delivery.lane()), chat);
            case DEBRIEF -> answers.debrief(prompt, presentOnes(s), chat);
            case FEEDBACK -> {}
        }
    }

    private void round(Session s, Prompt prompt, Answers answers) {
        int round = prompt.round().getAsInt();
        answers.round(prompt, seated(s, prompt));
        Instant due = prompt.dueAt();
        Duration length = s.script().round(round).length();
        boolean once = seen.add("round/" + round);
        if (once && round == 1 && late() >= 0) {
            acts.at(
                    real(s, due.plus(length.multipliedBy(2).dividedBy(5))),
                    () -> player(late())
                            .say(
                                    plenary(player(late()).person())
                                            .orElseThrow()
                                            .place(),
                                    "/cafe join",
                                    "join/" + late()));
        }
        if (once && round == 2 && leaver() >= 0) {
            acts.at(
                    real(s, due.plus(length.dividedBy(2))),
                    () -> player(leaver())
                            .say(
                                    plenary(player(leaver()).person())
                                            .orElseThrow()
                                            .place(),
                                    "/cafe leave",
                                    "leave"));
        }
    }

    private static Instant real(Session s, Instant cafe) {
        return s.setting().tempo().real(cafe);
    }

    /** Who sits at the prompt's table and asks: not the one who comes late to the first round, or leaves in the second. */
    private List<Integer> seated(Session s, Prompt prompt) {
        int round = prompt.round().getAsInt();
        return s.floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(prompt.table().orElseThrow()))
                .flatMap(t -> t.members().stream())
                .flatMap(who -> Optional.ofNullable(numbers.get(who)).stream())
                .filter(n -> !(round == 1 && n == late()) && !(round >= 2 && n == leaver()))
                .sorted()
                .toList();
    }

    /** Who sat there in the last round chooses there. */
    private List<Integer> lastAt(Session s, String placeKey) {
        return s.floor().orElseThrow().round(s.script().rounds().size()).tables().stream()
                .filter(t -> placeKey.endsWith("/" + t.table()))
                .flatMap(t -> t.members().stream())
                .flatMap(who -> Optional.ofNullable(numbers.get(who)).stream())
                .filter(n -> n != leaver())
                .sorted()
                .toList();
    }

    private List<Integer> presentOnes(Session s) {
        return s.roster().present().stream()
                .flatMap(p -> Optional.ofNullable(numbers.get(p.id())).stream())
                .filter(n -> n >= 0)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Player player(int number) {
        return Objects.requireNonNull(players.get(number), "everybody is in before anybody is seated");
    }

    private void directToSomebody(WebMessage message) {
        players.values().stream()
                .filter(p -> chat.members(message.ref().place()).stream()
                        .anyMatch(m -> m.person().equals(p.person())))
                .findFirst()
                .ifPresent(p -> direct(message, p.person()));
    }

    /** A host fills in the handover card. */
    private void direct(WebMessage message, Person person) {
        Integer number = numbers.get(person.key());
        if (number == null
                || number < 0
                || Player.action(message.content(), "handover").isEmpty()) {
            return;
        }
        String action = Player.action(message.content(), "handover").get();
        String key = "card/" + number + "/"
                + action.substring(action.indexOf(' ') + 1).replace(' ', '-');
        Player player = player(number);
        boolean withRound = action.substring(action.indexOf(' ') + 1).split(" ").length > 1;
        if (player == null || !withRound) {
            return;
        }
        player.press(message, "handover", key + "/open")
                .flatMap(answer -> answer.form())
                .ifPresent(form -> {
                    Map<String, String> values = new HashMap<>();
                    form.fields().forEach(f -> values.put(f.name(), initial(f)));
                    values.merge(
                            "essences", lines.essence(number), (old, more) -> old.isBlank() ? more : old + "\n" + more);
                    player.send(message.ref().place(), form, values, key + "/send");
                });
    }

    private static String initial(org.tafelronde.chat.Form.Field field) {
        return field instanceof org.tafelronde.chat.Form.Field.Words words ? words.initial() : "";
    }

    // The end

    /** Looks every now and then whether it is over; then the virtual facilitator publishes. */
    private void look() {
        Optional<Session> s = session();
        if (s.isEmpty()) {
            end.cancel(false);
            return;
        }
        boolean over = s.get().stage() instanceof Stage.Closed;
        if (over && publishes && !published) {
            facilitator(s.get(), "/cafe publish", "publish");
            published = true;
        }
        if (over && published == publishes && acts.remaining() <= 1 && nothingWaits()) {
            end.complete(outcome(s.get()));
            return;
        }
        acts.at(stores.clock().instant().plus(LOOK_EVERY), this::look);
    }

    private boolean nothingWaits() {
        return stores.deliveries().ofSession(session).stream()
                .noneMatch(d -> d.state() == Delivery.State.PENDING
                        || d.state() == Delivery.State.SENDING
                        || d.state() == Delivery.State.UNKNOWN);
    }

    private Outcome outcome(Session s) {
        Timings timers = new Timings();
        stores.deliveries().ofSession(session).stream()
                .filter(d -> !d.about().isEmpty())
                .forEach(d -> d.sentAt().ifPresent(at -> timers.add(Duration.between(d.promised(), at))));
        return new Outcome(s.setting().id(), timers, replies);
    }

    @Override
    public void close() throws Exception {
        watching.close();
        acts.close();
    }
}
