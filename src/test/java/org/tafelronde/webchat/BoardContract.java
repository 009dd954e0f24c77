package org.tafelronde.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Member;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** What every board does. */
public abstract class BoardContract {
    private static final Instant AT = Instant.parse("2026-11-24T13:00:00.123Z");

    private Board board;

    protected abstract Board board();

    @BeforeEach
    void aBoard() {
        board = board();
        for (String id : List.of("ada", "bob", "cas")) {
            write(() -> board.add(person(id)));
        }
    }

    private void write(Runnable work) {
        board.inOne(() -> {
            board.next();
            work.run();
            return true;
        });
    }

    private static WebPerson person(String id) {
        return new WebPerson(new Person(Platform.WEBCHAT, id), name(id), "nl", false, place("direct-of-" + id));
    }

    private static String name(String id) {
        return id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1) + " 🌷";
    }

    private static Place place(String id) {
        return new Place(Platform.WEBCHAT, id);
    }

    private static Board.Room room(String id, WebPlace.Kind kind) {
        Optional<String> invite = kind == WebPlace.Kind.PLENARY ? Optional.of("invite-to-" + id) : Optional.empty();
        return new Board.Room(
                id,
                "cafe-" + id,
                kind,
                Optional.of("k7f"),
                "Title of " + id,
                Optional.empty(),
                false,
                invite,
                Optional.of("ada"));
    }

    private Board.Room opened(String id, String... people) {
        Board.Room room = room(id, WebPlace.Kind.PLENARY);
        write(() -> {
            board.add(room);
            board.join(id, List.of(people));
        });
        return room;
    }

    private WebMessage posted(String room, String id, Optional<String> thread, Optional<String> author) {
        return board.inOne(() -> {
            long n = board.next();
            WebMessage message = WebMessage.said(
                    new MessageRef(place(room), id),
                    n,
                    thread,
                    author.map(a -> new WebMessage.Author(Optional.of(person(a).person()), name(a)))
                            .orElse(WebMessage.Author.BOT),
                    AT,
                    Content.text("words of " + id));
            board.add(message);
            board.changed(n, message);
            return message;
        });
    }

    @Test
    void a_person_is_kept_and_changed() {
        write(() -> board.change(person("ada").called("Ada L.", "en").allowedToBegin()));

        assertThat(board.person("ada"))
                .contains(new WebPerson(person("ada").person(), "Ada L.", "en", true, place("direct-of-ada")));
        assertThat(board.person("bob")).contains(person("bob"));
        assertThat(board.person("nobody")).isEmpty();
        assertThat(board.known(List.of("ada", "nobody", "cas"))).containsExactlyInAnyOrder("ada", "cas");
        assertThat(board.known(List.of())).isEmpty();
    }

    @Test
    void what_fails_leaves_nothing() {
        long before = board.last();

        assertThatThrownBy(() -> write(() -> {
                    board.add(room("k7f", WebPlace.Kind.PLENARY));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        assertThat(board.room("k7f")).isEmpty();
        assertThat(board.last()).isEqualTo(before);
    }

    @Test
    void a_place_is_found_by_its_id_its_name_and_its_invitation() {
        Board.Room plenary = opened("k7f");
        Board.Room table = room("privacy", WebPlace.Kind.TABLE);
        write(() -> board.add(table));

        assertThat(board.room("k7f")).contains(plenary);
        assertThat(board.roomNamed("cafe-privacy")).contains(table);
        assertThat(board.roomFor("invite-to-k7f")).contains(plenary);
        assertThat(board.roomFor("")).isEmpty();
    }

    @Test
    void what_stands_above_a_place_comes_back_as_it_was() {
        Board.Room room = opened("k7f", "ada");
        WebPlace.Topic running =
                new WebPlace.Topic("Round 1", Optional.of(new Outgoing.Countdown(AT, Optional.empty(), 60)), false);
        WebPlace.Topic paused = new WebPlace.Topic(
                "Round 1", Optional.of(new Outgoing.Countdown(AT, Optional.of(Duration.ofMillis(90_500)), 1)), false);
        WebPlace.Topic plain = new WebPlace.Topic("Welcome", Optional.empty(), false);
        WebPlace.Topic over = new WebPlace.Topic("That was it", Optional.empty(), true);

        for (WebPlace.Topic topic : List.of(running, paused, plain, over)) {
            write(() -> board.change(room.under(topic)));
            assertThat(board.room("k7f").orElseThrow().topic()).contains(topic);
            assertThat(board.places("ada", Set.of()).getFirst().topic()).contains(topic);
        }
        write(() -> board.change(room.closed()));
        assertThat(board.room("k7f").orElseThrow().archived()).isTrue();
    }

    @Test
    void people_come_and_go() {
        opened("k7f", "bob", "ada");
        write(() -> board.join("k7f", List.of("cas", "ada")));

        assertThat(board.members("k7f"))
                .containsExactly(
                        new Member(person("ada").person(), name("ada"), true),
                        new Member(person("bob").person(), name("bob"), true),
                        new Member(person("cas").person(), name("cas"), true));
        write(() -> board.part("k7f", "bob"));
        assertThat(board.isIn("k7f", "bob")).isFalse();
        assertThat(board.isIn("k7f", "ada")).isTrue();
        assertThat(board.isIn("elsewhere", "ada")).isFalse();
    }

    @Test
    void a_person_sees_their_places_with_what_is_unread() {
        write(() -> {
            board.add(new Board.Room(
                    "d",
                    "direct-ada",
                    WebPlace.Kind.DIRECT,
                    Optional.empty(),
                    "Tafelronde",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.of("ada")));
        });
        opened("k7f", "ada", "bob");
        opened("other", "bob");
        write(() -> board.join("d", List.of("ada")));
        posted("k7f", "m1", Optional.empty(), Optional.empty());
        WebMessage second = posted("k7f", "m2", Optional.empty(), Optional.of("ada"));
        WebMessage third = posted("k7f", "m3", Optional.of("m1"), Optional.of("bob"));

        List<WebPlace> places = board.places("ada", Set.of());

        assertThat(places).extracting(p -> p.place().id()).containsExactly("d", "k7f");
        WebPlace k7f = places.get(1);
        assertThat(k7f.cafe()).contains("k7f");
        assertThat(k7f.invite()).contains("invite-to-k7f");
        assertThat(k7f.unread()).isEqualTo(2);
        assertThat(k7f.last()).isEqualTo(third.seq());
        assertThat(k7f.memberCount()).isEqualTo(2);
        assertThat(k7f.members()).extracting(Member::name).containsExactly(name("ada"), name("bob"));
        assertThat(places.getFirst().cafe()).isEmpty();
        assertThat(places.getFirst().last()).isZero();

        write(() -> board.read("k7f", "ada", second.seq()));
        write(() -> board.read("k7f", "ada", 1));
        assertThat(board.places("ada", Set.of("k7f")))
                .singleElement()
                .satisfies(p -> assertThat(p.unread()).isEqualTo(1));
    }

    @Test
    void of_many_members_fifty_are_shown_and_all_are_counted() {
        opened("k7f", "ada");
        List<String> many = new ArrayList<>();
        write(() -> {
            for (int i = 0; i < 120; i++) {
                board.add(person("p" + i));
                many.add("p" + i);
            }
            board.join("k7f", many);
        });

        WebPlace place = board.places("ada", Set.of()).getFirst();

        assertThat(place.memberCount()).isEqualTo(121);
        assertThat(place.members()).hasSize(50);
        assertThat(board.members("k7f")).hasSize(121);
        assertThat(board.known(many)).hasSize(120);
    }

    @Test
    void a_message_comes_back_as_it_was_said() {
        opened("k7f", "ada");
        Content everything = Content.of(
                        new Content.Part.Heading("<b>&</b>"),
                        new Content.Part.Paragraph("één\nregel \u0009 'x' \"y\" 🌷"),
                        new Content.Part.Bullets(List.of("a", "b")),
                        new Content.Part.Numbered(List.of(new Content.Part.Numbered.Item(7, "zeven"))),
                        new Content.Part.Quote("q"),
                        new Content.Part.Note("n"),
                        new Content.Part.Picture("s/case.png", "a picture"),
                        new Content.Part.File("s/digest.md", "digest.md"))
                .with(Button.primary("Yes", "s:yes"), new Button.GoTo("There", place("k7f")));
        WebMessage message = board.inOne(() -> {
            long n = board.next();
            WebMessage m = new WebMessage(
                    new MessageRef(place("k7f"), "m1"),
                    n,
                    Optional.of("root"),
                    WebMessage.Author.BOT,
                    AT,
                    everything,
                    true,
                    false,
                    true,
                    3,
                    List.of(Outgoing.Reaction.HEARD, Outgoing.Reaction.WITHDRAWN));
            board.add(m);
            return m;
        });

        assertThat(board.message("m1")).contains(message);
        WebMessage gone = message.takenBack();
        write(() -> board.change(gone));
        assertThat(board.message("m1")).contains(gone);
        assertThat(gone.content().parts()).isEmpty();
    }

    @Test
    void messages_are_read_forwards_backwards_and_by_thread() {
        opened("k7f", "ada");
        WebMessage first = posted("k7f", "m1", Optional.empty(), Optional.empty());
        posted("k7f", "m2", Optional.of("m1"), Optional.of("ada"));
        posted("k7f", "m3", Optional.empty(), Optional.of("ada"));
        posted("k7f", "m4", Optional.of("m1"), Optional.of("ada"));
        WebMessage last = posted("k7f", "m5", Optional.empty(), Optional.empty());

        assertThat(board.messages("k7f", first.seq(), 3))
                .extracting(WebMessage::id)
                .containsExactly("m2", "m3", "m4");
        assertThat(board.roots("k7f", Long.MAX_VALUE, 2))
                .extracting(WebMessage::id)
                .containsExactly("m3", "m5");
        assertThat(board.roots("k7f", last.seq(), 2)).extracting(WebMessage::id).containsExactly("m1", "m3");
        assertThat(board.replies("m1", 10)).extracting(WebMessage::id).containsExactly("m2", "m4");
    }

    @Test
    void changes_are_told_in_order_to_whom_they_concern() {
        opened("k7f", "ada", "bob");
        opened("other", "bob");
        long before = board.last();
        WebMessage inK7f = posted("k7f", "m1", Optional.empty(), Optional.empty());
        posted("other", "m2", Optional.empty(), Optional.empty());
        write(() -> board.changed(board.next(), "k7f"));
        write(() -> {
            board.part("k7f", "bob");
            board.gone(board.next(), "k7f", "bob");
        });

        List<Change> all = board.changes(before, 10);
        assertThat(all)
                .extracting(c -> c.getClass().getSimpleName())
                .containsExactly("Message", "Message", "Room", "Gone");
        assertThat(all).extracting(Change::seq).isSorted();
        assertThat(all.getFirst()).isEqualTo(new Change.Message(inK7f.seq(), inK7f));
        assertThat(board.changes(before, 2)).hasSize(2);
        assertThat(board.changes("ada", before, 10)).containsExactly(all.get(0), all.get(2));
        assertThat(board.changes("bob", before, 10)).containsExactly(all.get(1), all.get(3));
        assertThat(board.changes("bob", all.get(1).seq(), 10)).containsExactly(all.get(3));
        assertThat(board.changes(board.last(), 10)).isEmpty();
    }

    @Test
    void a_removed_place_leaves_nothing_but_what_was_done() {
        opened("k7f", "ada");
        long before = board.last();
        WebMessage message = posted("k7f", "m1", Optional.empty(), Optional.of("ada"));
        write(() -> {
            board.did("key", message.ref());
            board.keep(new Incoming.Said("k", person("ada").speaking(), message.ref(), "x"));
            board.show("k7f", "s/case.png");
            board.remove("k7f");
        });

        assertThat(board.room("k7f")).isEmpty();
        assertThat(board.message("m1")).isEmpty();
        assertThat(board.members("k7f")).isEmpty();
        assertThat(board.places("ada", Set.of())).isEmpty();
        assertThat(board.changes(before, 10)).isEmpty();
        assertThat(board.unheard()).isEmpty();
        assertThat(board.maySee("ada", "s/case.png")).isFalse();
        assertThat(board.done("key")).contains(message.ref());
        assertThat(board.person("ada")).isPresent();
    }

    @Test
    void a_forgotten_person_leaves_words_without_a_name() {
        opened("k7f", "ada", "bob");
        posted("k7f", "m1", Optional.empty(), Optional.of("ada"));
        write(() -> board.forget("ada", "..."));

        assertThat(board.person("ada")).isEmpty();
        assertThat(board.members("k7f")).extracting(Member::name).containsExactly(name("bob"));
        assertThat(board.message("m1").orElseThrow().author().name()).isEqualTo("...");
    }

    @Test
    void who_is_in_a_place_may_see_its_pictures() {
        opened("k7f", "ada");
        write(() -> {
            board.show("k7f", "s/case.png");
            board.show("k7f", "s/case.png");
        });

        assertThat(board.maySee("ada", "s/case.png")).isTrue();
        assertThat(board.maySee("bob", "s/case.png")).isFalse();
        assertThat(board.maySee("ada", "s/digest.md")).isFalse();
    }

    @Test
    void what_is_unheard_comes_back_as_it_was_oldest_first() {
        opened("k7f", "ada");
        MessageRef root = new MessageRef(place("k7f"), "m1");
        MessageRef message = new MessageRef(place("k7f"), "m2");
        List<Incoming> all = List.of(
                new Incoming.Said("z", person("ada").speaking(), message, "woorden\nen meer"),
                new Incoming.Reply("y", person("ada").speaking(), root, message, "why?"),
                new Incoming.Edited("x", person("ada").speaking(), message, ""),
                new Incoming.Deleted("w", person("ada").speaking(), message),
                new Incoming.Arrived("v", person("ada").allowedToBegin().speaking(), place("k7f")),
                new Incoming.Left("u", person("ada").speaking(), place("k7f")));
        all.forEach(i -> write(() -> board.keep(i)));

        assertThat(board.unheard()).isEqualTo(all);
        write(() -> board.heard(List.of("y", "w", "never kept")));
        assertThat(board.unheard()).extracting(Incoming::key).containsExactly("z", "x", "v", "u");
    }

    @Test
    void what_is_done_is_remembered() {
        MessageRef ref = new MessageRef(place("k7f"), "");
        write(() -> board.did("delivery/1", ref));

        assertThat(board.done("delivery/1")).contains(ref);
        assertThat(board.done("delivery/2")).isEmpty();
    }

    @Test
    void eight_writers_get_numbers_that_appear_in_order() throws Exception {
        opened("k7f", "ada");
        long before = board.last();
        ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 8; w++) {
            int writer = w;
            writers.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((t, e) -> broken.add(e))
                    .start(() -> {
                        for (int i = 0; i < 10; i++) {
                            posted("k7f", writer + "-" + i, Optional.empty(), Optional.of("ada"));
                        }
                    }));
        }
        // Whoever reads meanwhile and goes on from the last number misses nothing.
        List<Change> seen = new ArrayList<>();
        long from = before;
        boolean writing = true;
        while (writing || !board.changes(from, 1).isEmpty()) {
            writing = writers.stream().anyMatch(Thread::isAlive);
            List<Change> some = board.changes(from, 7);
            seen.addAll(some);
            from = some.isEmpty() ? from : some.getLast().seq();
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(broken).isEmpty();
        assertThat(seen).hasSize(80);
        assertThat(seen).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
    }
}
