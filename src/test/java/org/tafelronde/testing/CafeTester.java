package org.tafelronde.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Aftermath;
import org.tafelronde.flow.Digests;
import org.tafelronde.flow.FrontDoor;
import org.tafelronde.flow.Panels;
import org.tafelronde.flow.Settings;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Stragglers;
import org.tafelronde.flow.TimerFlow;
import org.tafelronde.outbox.Courier;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.time.Ids;

/**
 * A whole house on a clock that the test holds: the real flows, the real outbox, a test platform, stores in memory. Everything that is due
 * happens at its own instant while the clock goes on.
 */
public final class CafeTester {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 12);
    private static final int ENDLESS = 10_000;

    private final SettableClock clock;
    private final TestPlatform platform;
    private final InMemory memory;
    private final Ids ids;
    private final Settings settings;
    private Stores stores;
    private FrontDoor door;
    private TimerFlow timers;
    private Courier courier;
    private boolean alive = true;
    private boolean calm = true;
    private int events;

    private CafeTester(Instant begin, Settings settings, Script... scripts) {
        this.clock = new SettableClock(begin);
        this.platform = new TestPlatform(clock);
        this.memory = new InMemory();
        this.ids = new Ids(clock);
        this.settings = settings;
        for (Script script : scripts) {
            memory.with(script);
        }
        build();
    }

    /** A house with these scripts, at noon. */
    public static CafeTester with(Script... scripts) {
        return on(DAY, scripts);
    }

    public static CafeTester on(LocalDate day, Script... scripts) {
        Settings settings = new Settings(ZONE, Language.EN, Set.of());
        return new CafeTester(day.atTime(12, 0).atZone(ZONE).toInstant(), settings, scripts);
    }

    /** The same, where only these people may begin a café. */
    public static CafeTester onlyFor(Set<String> facilitators, Script... scripts) {
        Settings settings = new Settings(ZONE, Language.EN, facilitators);
        return new CafeTester(DAY.atTime(12, 0).atZone(ZONE).toInstant(), settings, scripts);
    }

    /** The digest is made by these, and not only as plain text. */
    public CafeTester digestedBy(Digests digests) {
        memory.with(digests);
        build();
        return this;
    }

    private void build() {
        stores = memory.stores(ids, clock);
        Runnable nothing = () -> {};
        door = new FrontDoor(stores, settings, nothing);
        timers = new TimerFlow(stores, door, Stragglers.NOBODY, nothing);
        courier = new Courier(
                platform,
                stores.deliveries(),
                stores.addresses(),
                stores.transactions(),
                new Aftermath(stores, door, nothing),
                clock);
    }

    // Time

    /** The clock goes on until it says this, and everything that is due on the way happens in time. */
    public CafeTester at(String time) {
        Instant to = clock.instant()
                .atZone(ZONE)
                .toLocalDate()
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
        assertThat(to).as("time goes on").isAfterOrEqualTo(clock.instant());
        return until(to);
    }

    public CafeTester after(Duration wait) {
        return until(clock.instant().plus(wait));
    }

    private CafeTester until(Instant to) {
        settle();
        for (int i = 0; alive; i++) {
            Optional<Instant> next = next().filter(n -> !n.isAfter(to));
            if (next.isEmpty()) {
                break;
            }
            assertThat(i).as("something is due for ever").isLessThan(ENDLESS);
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
            settle();
        }
        clock.set(to);
        settle();
        return this;
    }

    private Optional<Instant> next() {
        Optional<Instant> message = calm ? stores.deliveries().nextAttempt(Cast.PLATFORM) : Optional.empty();
        return Stream.of(stores.timers().next(), message)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private void settle() {
        if (!alive) {
            return;
        }
        try {
            for (int i = 0;
                    i == 0 || next().filter(n -> !n.isAfter(clock.instant())).isPresent();
                    i++) {
                assertThat(i).as("something is due for ever").isLessThan(ENDLESS);
                timers.doDue(clock.instant());
                if (calm) {
                    courier.doDue(clock.instant());
                }
            }
        } catch (TestPlatform.Killed killed) {
            alive = false;
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** Messages wait until {@link #saysWhatWaits}: the platform is out of reach. */
    public CafeTester cannotSpeak() {
        calm = false;
        return this;
    }

    public CafeTester saysWhatWaits() {
        calm = true;
        settle();
        return this;
    }

    /** The process is killed: only what is kept stays. */
    public CafeTester isKilled() {
        alive = false;
        return this;
    }

    public boolean isAlive() {
        return alive;
    }

    /** A new process on what was kept. */
    public CafeTester startsAgain() {
        build();
        alive = true;
        stores.deliveries().orphaned(Cast.PLATFORM);
        door.catchUp();
        settle();
        return this;
    }

    // People

    /** In the plenary, once there is one; before that, alone with the bot. */
    public Heard says(Cast who, String text) {
        return command(who, hasPlenary() ? plenaryPlace() : TestPlatform.alone(who.person()), text);
    }

    /** With people or places in it that they chose from the platform's list. */
    public Heard says(Cast who, String text, Incoming.Mentioned mentioned) {
        Place in = hasPlenary() ? plenaryPlace() : TestPlatform.alone(who.person());
        return hear(who, new Incoming.Command(key(), who.speaker(), in, text.replaceFirst("^/cafe ", ""), mentioned));
    }

    public Heard saysAt(String table, Cast who, String text) {
        return command(who, tablePlace(table), text);
    }

    public Heard saysAlone(Cast who, String text) {
        return command(who, TestPlatform.alone(who.person()), text);
    }

    private Heard command(Cast who, Place in, String text) {
        String words =
                text.startsWith("/cafe") ? text.substring("/cafe".length()).strip() : text;
        return hear(who, new Incoming.Command(key(), who.speaker(), in, words));
    }

    /** An answer in the thread under this message. */
    public Heard replies(Cast who, TestPlatform.Message to, String text) {
        return hear(who, reply(who, to.ref(), text));
    }

    public Incoming.Reply reply(Cast who, MessageRef root, String text) {
        return new Incoming.Reply(key(), who.speaker(), root, new MessageRef(root.place(), "theirs-" + events), text);
    }

    /** A message that answers nothing, at a table. */
    public Heard writes(String table, Cast who, String text) {
        Place place = tablePlace(table);
        return hear(who, new Incoming.Said(key(), who.speaker(), new MessageRef(place, "theirs-" + events), text));
    }

    public Heard writesAlone(Cast who, String text) {
        Place place = TestPlatform.alone(who.person());
        return hear(who, new Incoming.Said(key(), who.speaker(), new MessageRef(place, "theirs-" + events), text));
    }

    public Heard edits(Cast who, Heard earlier, String text) {
        return hear(who, new Incoming.Edited(key(), who.speaker(), earlier.message(), text));
    }

    public Heard deletes(Cast who, Heard earlier) {
        return hear(who, new Incoming.Deleted(key(), who.speaker(), earlier.message()));
    }

    public CafeTester arrives(Cast who) {
        hear(who, new Incoming.Arrived(key(), who.speaker(), plenaryPlace()));
        return this;
    }

    public CafeTester leaves(Cast who) {
        hear(who, new Incoming.Left(key(), who.speaker(), plenaryPlace()));
        return this;
    }

    /** The newest button of this name that they can see: in what they alone were told, else in the plenary. */
    public Heard presses(Cast who, String label) {
        List<TestPlatform.Message> seen =
                new ArrayList<>(platform.directs(who.person()).reversed());
        if (hasPlenary()) {
            seen.addAll(platform.room(plenaryPlace()).orElseThrow().messages().reversed());
        }
        Content content = seen.stream()
                .map(TestPlatform.Message::content)
                .filter(c -> button(c, label).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(who.called() + " sees no button \"" + label + "\""));
        return presses(who, content, label);
    }

    public Heard presses(Cast who, TestPlatform.Message under, String label) {
        return presses(who, under.content(), label);
    }

    Heard presses(Cast who, Content content, String label) {
        Button.Press button = button(content, label)
                .orElseThrow(() -> new AssertionError("no button \"" + label + "\" under: " + content.plain()));
        return sends(who, button.action(), Map.of());
    }

    /** In the box that a platform shows where people answer a message. */
    public Heard writesIn(Cast who, TestPlatform.Message message, String words) {
        Form box = message.content().box().orElseThrow(() -> new AssertionError("nobody answers: " + message.text()));
        return sends(who, box.action(), Map.of(box.fields().getFirst().name(), words));
    }

    Heard sends(Cast who, String action, Map<String, String> values) {
        Place in = hasPlenary() ? plenaryPlace() : TestPlatform.alone(who.person());
        return hear(who, new Incoming.Pressed(key(), who.speaker(), in, action, values));
    }

    static Optional<Button.Press> button(Content content, String label) {
        return content.buttons().stream()
                .filter(Button.Press.class::isInstance)
                .map(Button.Press.class::cast)
                .filter(b -> b.label().equals(label))
                .findFirst();
    }

    /** Whatever happened, as the platform tells it; told again it has the same key. */
    public Heard hear(Cast who, Incoming what) {
        if (!alive) {
            throw new IllegalStateException("the process is killed");
        }
        Answer answer = door.hear(what);
        settle();
        return new Heard(this, who, what, answer);
    }

    public String key() {
        return "event-" + ++events;
    }

    public Speaker speaker(Cast who, String name, String language) {
        return new Speaker(who.person(), name, language, true);
    }

    /** Their own page. */
    public Heard looks(Cast who) {
        return looks(who, who.speaker());
    }

    /** The same, where the platform says what they read. */
    public Heard looks(Cast who, String language) {
        return looks(who, speaker(who, who.called(), language));
    }

    public Heard looks(Cast who, Speaker speaker) {
        Incoming opened = new Incoming.Command(key(), speaker, TestPlatform.alone(who.person()), "");
        return new Heard(this, who, opened, new Answer(new Panels(stores, settings).of(speaker), Optional.empty()));
    }

    // A café

    /** Ada begins a café from the only script. */
    public CafeTester opens() {
        String name = stores.scripts().all().getFirst().name();
        says(Cast.ADA, "/cafe new " + name);
        return this;
    }

    /** The same in a place of people's own. */
    public CafeTester opensIn(Place place) {
        command(Cast.ADA, place, "new " + stores.scripts().all().getFirst().name());
        return this;
    }

    public CafeTester checksIn(Cast... people) {
        for (Cast who : people) {
            says(who, "/cafe join");
        }
        return this;
    }

    public CafeTester checksIn(List<Cast> people) {
        return checksIn(people.toArray(Cast[]::new));
    }

    /** Begun by Ada, with so many people, at this time: it is running. */
    public CafeTester begins(String time, int people) {
        at(time).opens().checksIn(Cast.guests(people));
        says(Cast.ADA, "/cafe start");
        return this;
    }

    public Session session() {
        return stores.sessions().all().getFirst();
    }

    public Stores stores() {
        return stores;
    }

    public FrontDoor door() {
        return door;
    }

    public InMemory memory() {
        return memory;
    }

    public TestPlatform platform() {
        return platform;
    }

    public Harvest harvest() {
        return stores.harvests().of(session());
    }

    public List<Delivery> deliveries() {
        return stores.deliveries().ofSession(session().setting().id());
    }

    public TableSeating seating(String table, int round) {
        return session().floor().orElseThrow().round(round).tables().stream()
                .filter(t -> t.table().equals(tableId(table)))
                .findFirst()
                .orElseThrow();
    }

    public Cast host(String table, int round) {
        return Cast.of(seating(table, round).host());
    }

    /** Somebody who sits at the table and does not host it. */
    public Cast traveller(String table, int round) {
        return travellers(table, round).getFirst();
    }

    public List<Cast> travellers(String table, int round) {
        TableSeating seating = seating(table, round);
        return seating.members().stream()
                .filter(m -> !m.equals(seating.host()))
                .map(Cast::of)
                .toList();
    }

    public String tableOf(Cast who, int round) {
        return session()
                .floor()
                .orElseThrow()
                .seatOf(who.key(), round)
                .orElseThrow()
                .table();
    }

    // What people see

    public Talk plenary() {
        return talk(plenaryPlace());
    }

    public Talk table(String table) {
        return talk(tablePlace(table));
    }

    public List<String> tables() {
        return session().floor().orElseThrow().tables().stream()
                .map(t -> t.id())
                .toList();
    }

    public Talk.All everyTable() {
        return new Talk.All(tables().stream().map(this::table).toList());
    }

    public Talk management() {
        return talk(place("management"));
    }

    public Talk alone(Cast who) {
        return new Talk(this, who.called(), platform.directs(who.person()));
    }

    public TestPlatform.Room room(String table) {
        return platform.room(tablePlace(table)).orElseThrow();
    }

    public TestPlatform.Room plenaryRoom() {
        return platform.room(plenaryPlace()).orElseThrow();
    }

    public TestPlatform.Room managementRoom() {
        return platform.room(place("management")).orElseThrow();
    }

    /** The post of a round at a table, whose thread people answer in. */
    public TestPlatform.Message prompt(String table, int round) {
        return table(table).message("Round " + round + " ·");
    }

    private Talk talk(Place place) {
        TestPlatform.Room room = platform.room(place).orElseThrow();
        return new Talk(this, room.name(), room.messages());
    }

    private boolean hasPlenary() {
        return !stores.sessions().all().isEmpty()
                && stores.addresses()
                        .place(Cast.PLATFORM, session().setting().id() + "/plenary")
                        .isPresent();
    }

    public Place plenaryPlace() {
        return place("plenary");
    }

    public Place tablePlace(String table) {
        return place("table/" + tableId(table));
    }

    private String tableId(String table) {
        return session()
                .floor()
                .orElseThrow(() -> new AssertionError("nobody is seated yet"))
                .tableNamed(table.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new AssertionError("there is no table " + table))
                .id();
    }

    private Place place(String key) {
        return stores.addresses()
                .place(Cast.PLATFORM, session().setting().id() + "/" + key)
                .orElseThrow(() -> new AssertionError("there is no " + key + " yet"));
    }

    /** No delivery reached anybody twice. */
    public void nothingWasSaidTwice() {
        assertThat(platform.said()).doesNotHaveDuplicates();
    }

    /** Everything that was to be said was said. */
    public void nothingWaits() {
        assertThat(deliveries())
                .extracting(Delivery::state, (Function<Delivery, Object>) d -> plain(d.what()))
                .allSatisfy(t -> assertThat(t.toList().getFirst()).as("%s", t).isEqualTo(Delivery.State.SENT));
    }

    private static String plain(Outgoing what) {
        return what instanceof Outgoing.Post post ? post.content().plain() : what.toString();
    }
}
