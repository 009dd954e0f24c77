package org.tafelronde.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;

class WebChatTest {
    private static final Instant AT = Instant.parse("2026-11-24T13:00:00Z");

    private final MemoryBoard board = new MemoryBoard();
    private final FakeDoor door = new FakeDoor();
    private final WebChat web = new WebChat(board, () -> door, () -> AT);
    private final Person ada = web.register("Ada", "nl-BE", true);
    private final Person bob = web.register("Bob", "en", false);

    @AfterEach
    void close() {
        web.close();
    }

    private Place plenary(Person... people) {
        Outgoing.OpenPlace open = new Outgoing.OpenPlace(
                Platform.WEBCHAT, "cafe-k7f", "Smart from the start", Outgoing.Kind.PLENARY, List.of(people));
        return ((SendResult.Sent) web.send("open", open)).ref().place();
    }

    private MessageRef prompt(Place place) {
        Outgoing post = new Outgoing.Post(place, Optional.empty(), Content.text("What made it possible?"), false);
        return ((SendResult.Sent) web.send("prompt", post)).ref();
    }

    private String direct(Person person) {
        return web.person(person.id()).orElseThrow().direct().id();
    }

    private WebMessage says(Person person, Place place, String text) {
        return web.say(person, place.id(), Optional.empty(), text, "said-" + text.hashCode())
                .message()
                .orElseThrow();
    }

    private static void refuses(Refused.Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    @Test
    void everybody_has_a_place_alone_with_the_bot() {
        assertThat(web.places(bob)).singleElement().satisfies(p -> {
            assertThat(p.kind()).isEqualTo(WebPlace.Kind.DIRECT);
            assertThat(p.title()).isEqualTo("Tafelronde");
        });
        assertThat(web.person(ada.id()).orElseThrow().language()).isEqualTo("nl");
    }

    @Test
    void a_word_is_kept_and_heard() {
        Place plenary = plenary(ada);
        WebMessage message = says(ada, plenary, "Hello");

        assertThat(web.messages(ada, plenary.id(), 0)).containsExactly(message);
        Incoming.Said said = door.last(Incoming.Said.class);
        assertThat(said.message()).isEqualTo(message.ref());
        assertThat(said.text()).isEqualTo("Hello");
        assertThat(said.by().name()).isEqualTo("Ada");
        assertThat(said.by().mayBegin()).isTrue();
    }

    @Test
    void an_answer_names_the_message_that_it_answers_also_when_that_is_the_bots() {
        Place plenary = plenary(ada, bob);
        MessageRef prompt = prompt(plenary);

        Spoken why = web.say(ada, plenary.id(), Optional.of(prompt.id()), "Why?", "1");
        assertThat(door.last(Incoming.Reply.class).root()).isEqualTo(prompt);
        // Threads are one deep.
        web.say(bob, plenary.id(), Optional.of(why.message().orElseThrow().id()), "Why not?", "2");
        assertThat(door.last(Incoming.Reply.class).root()).isEqualTo(prompt);
        assertThat(board.message(prompt.id()).orElseThrow().replies()).isEqualTo(2);
    }

    @Test
    void a_command_is_seen_by_nobody_else() {
        Place plenary = plenary(ada, bob);
        door.answers(what -> Answer.whisper(Content.text("five minutes more")));

        Spoken spoken = web.say(ada, plenary.id(), Optional.empty(), "/Cafe  extend 5\n", "1");

        assertThat(spoken.message()).isEmpty();
        assertThat(spoken.answer().whispers()).containsExactly(Content.text("five minutes more"));
        assertThat(door.last(Incoming.Command.class).text()).isEqualTo("extend 5");
        assertThat(web.messages(bob, plenary.id(), 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cafeteria is open", "what is /cafe", "cafe new"})
    void other_words_are_no_command(String text) {
        assertThat(says(ada, plenary(ada), text).content().plain()).isEqualTo(text);
    }

    @Test
    void the_same_key_twice_is_said_once() {
        Place plenary = plenary(ada);
        door.answers(
                what -> Answer.whisper(Content.text("heard as " + door.heard().size())));

        Spoken once = web.say(ada, plenary.id(), Optional.empty(), "Hello", "k");
        Spoken twice = web.say(ada, plenary.id(), Optional.empty(), "Hello", "k");
        Spoken anothers = web.say(bob, direct(bob), Optional.empty(), "Hello", "k");

        assertThat(twice).isEqualTo(once);
        assertThat(anothers).isNotEqualTo(once);
        assertThat(web.messages(ada, plenary.id(), 0)).hasSize(1);
    }

    @Test
    void what_was_kept_and_not_heard_is_heard_when_the_program_starts_again() {
        Place plenary = plenary(ada);
        says(ada, plenary, "heard");
        door.breaks();
        assertThatThrownBy(() -> says(ada, plenary, "Is it lost?")).hasMessage("the door is broken");
        web.close();
        assertThat(web.messages(ada, plenary.id(), 0)).hasSize(2);

        door.isMended();
        try (WebChat again = new WebChat(board, () -> door, () -> AT)) {
            again.hearWhatWasMissed();
            again.say(ada, direct(ada), Optional.empty(), "next", "next");
        }

        assertThat(door.heard())
                .extracting(i -> ((Incoming.Said) i).text())
                .containsExactly("heard", "Is it lost?", "next");
        assertThat(board.unheard()).extracting(Incoming::key).containsExactly(ada.id() + "/say/next");
    }

    @Test
    void who_tries_again_after_a_failure_is_answered_and_heard_once() {
        Place plenary = plenary(ada);
        door.breaks();
        assertThatThrownBy(() -> web.say(ada, plenary.id(), Optional.empty(), "Why?", "k"))
                .hasMessage("the door is broken");
        door.isMended();
        web.say(ada, plenary.id(), Optional.empty(), "Why?", "k");

        assertThat(web.messages(ada, plenary.id(), 0)).hasSize(1);
        assertThat(door.heard()).hasSize(1);
    }

    @Test
    void people_change_and_take_back_their_own_words_only() {
        Place plenary = plenary(ada, bob);
        WebMessage message = says(ada, plenary, "Why?");

        refuses(Refused.Reason.NOT_YOURS, () -> web.edit(bob, message.id(), "mine", "1"));
        refuses(Refused.Reason.NOT_YOURS, () -> web.delete(bob, message.id(), "2"));
        refuses(Refused.Reason.NOT_YOURS, () -> web.edit(ada, prompt(plenary).id(), "other", "3"));

        WebMessage edited =
                web.edit(ada, message.id(), "Why not?", "4").message().orElseThrow();
        assertThat(edited.edited()).isTrue();
        assertThat(door.last(Incoming.Edited.class).text()).isEqualTo("Why not?");
        web.edit(ada, message.id(), "Why then?", "5");
        // A retry that comes late does not bring the older words back.
        web.edit(ada, message.id(), "Why not?", "4");
        assertThat(board.message(message.id()).orElseThrow().content()).isEqualTo(Content.text("Why then?"));

        web.delete(ada, message.id(), "6");
        web.delete(ada, message.id(), "6");
        assertThat(door.last(Incoming.Deleted.class).message()).isEqualTo(message.ref());
        assertThat(board.message(message.id()).orElseThrow().content().parts()).isEmpty();
        refuses(Refused.Reason.NO_SUCH_MESSAGE, () -> web.edit(ada, message.id(), "back", "7"));
    }

    @Test
    void a_button_pressed_twice_has_one_key() {
        Place plenary = plenary(ada);
        MessageRef prompt = prompt(plenary);

        web.press(ada, plenary.id(), Optional.of(prompt.id()), "s:join", Map.of("words", "a\u0000b"), "k");
        web.press(ada, plenary.id(), Optional.of(prompt.id()), "s:join", Map.of("words", "a\u0000b"), "k");

        assertThat(door.heard()).hasSize(1);
        assertThat(door.last(Incoming.Pressed.class).values()).containsExactly(Map.entry("words", "ab"));
        refuses(
                Refused.Reason.NO_SUCH_MESSAGE,
                () -> web.press(ada, direct(ada), Optional.of(prompt.id()), "s:join", Map.of(), "other"));
        refuses(
                Refused.Reason.BAD_VALUES,
                () -> web.press(ada, plenary.id(), Optional.empty(), "x".repeat(201), Map.of(), "other"));
    }

    @Test
    void strangers_learn_nothing_of_a_place() {
        Place plenary = plenary(ada);
        WebMessage message = says(ada, plenary, "between us");

        refuses(Refused.Reason.NO_SUCH_PLACE, () -> says(bob, plenary, "hello"));
        refuses(Refused.Reason.NO_SUCH_PLACE, () -> says(bob, plenary, "/cafe status"));
        refuses(Refused.Reason.NO_SUCH_PLACE, () -> web.messages(bob, plenary.id(), 0));
        refuses(
                Refused.Reason.NO_SUCH_PLACE,
                () -> web.press(bob, plenary.id(), Optional.empty(), "s:join", Map.of(), "1"));
        refuses(Refused.Reason.NO_SUCH_PLACE, () -> says(bob, new Place(Platform.WEBCHAT, direct(ada)), "hello"));
        refuses(Refused.Reason.NO_SUCH_MESSAGE, () -> web.edit(bob, message.id(), "hello", "2"));
        refuses(
                Refused.Reason.NO_SUCH_MESSAGE,
                () -> web.say(bob, direct(bob), Optional.of(message.id()), "hello", "3"));
        assertThat(door.heard()).hasSize(1);
    }

    @Test
    void with_an_invitation_people_come_in_once() {
        Place plenary = plenary(ada);
        String invite = web.places(ada).getLast().invite().orElseThrow();

        assertThat(web.invitedTo(invite)).contains("Smart from the start");
        assertThat(web.enter(bob, invite)).contains(plenary);
        assertThat(web.enter(bob, invite)).contains(plenary);
        assertThat(web.enter(bob, "made up")).isEmpty();

        assertThat(door.heard()).hasSize(1);
        assertThat(door.last(Incoming.Arrived.class).in()).isEqualTo(plenary);
        assertThat(web.places(bob)).extracting(WebPlace::place).contains(plenary);

        web.leave(bob, plenary);
        web.leave(bob, plenary);
        web.leave(bob, web.person(bob.id()).orElseThrow().direct());
        assertThat(door.heard()).hasSize(2);
        assertThat(door.last(Incoming.Left.class).in()).isEqualTo(plenary);
        assertThat(web.places(bob)).hasSize(1);

        web.send("archive", new Outgoing.Archive(plenary));
        assertThat(web.enter(bob, invite)).isEmpty();
    }

    @Test
    void in_an_archived_place_people_read_and_press_but_do_not_write() {
        Place plenary = plenary(ada);
        WebMessage message = says(ada, plenary, "before");
        web.send("archive", new Outgoing.Archive(plenary));

        refuses(Refused.Reason.ARCHIVED, () -> says(ada, plenary, "after"));
        refuses(Refused.Reason.ARCHIVED, () -> web.edit(ada, message.id(), "after", "1"));
        refuses(Refused.Reason.ARCHIVED, () -> web.delete(ada, message.id(), "2"));
        assertThat(web.messages(ada, plenary.id(), 0)).hasSize(1);
        web.press(ada, plenary.id(), Optional.empty(), "s:delete", Map.of(), "3");
        web.say(ada, plenary.id(), Optional.empty(), "/cafe delete", "4");
        assertThat(door.heard()).hasSize(3);
    }

    @Test
    void words_stay_plain_text() {
        Place plenary = plenary(ada);

        assertThat(says(ada, plenary, " <b>&amp;</b> <!channel> @here [x](y)\u0000\u0007\r\nnext \t🌷\ud83c ")
                        .content())
                .isEqualTo(Content.text("<b>&amp;</b> <!channel> @here [x](y)\nnext \t🌷"));
        refuses(Refused.Reason.EMPTY, () -> says(ada, plenary, " \n\u0000\u200b "));
        refuses(Refused.Reason.TOO_LONG, () -> says(ada, plenary, "x".repeat(100_000)));
        refuses(Refused.Reason.TOO_LONG, () -> says(ada, plenary, "x".repeat(4_001)));
        says(ada, plenary, "x".repeat(4_000));
    }

    @Test
    void a_name_may_hold_anything_that_can_be_read() {
        assertThat(name("👩‍👩‍👧‍👦")).isEqualTo("👩‍👩‍👧‍👦");
        assertThat(name(" <b>Bo</b>\u0000 \u202e \n van der  Vlugt ")).isEqualTo("<b>Bo</b> van der Vlugt");
        for (String bad : List.of("", "  ", "\u200b", "\u0000", "x".repeat(61), "x".repeat(10_000))) {
            refuses(Refused.Reason.BAD_NAME, () -> web.register(bad, "nl", false));
            refuses(Refused.Reason.BAD_NAME, () -> web.rename(ada, bad, "nl"));
        }
        assertThat(web.person(ada.id()).orElseThrow().name()).isEqualTo("Ada");
    }

    private String name(String given) {
        return web.person(web.register(given, "nl", false).id()).orElseThrow().name();
    }

    @Test
    void a_forgotten_person_is_gone_and_what_they_said_has_no_name() {
        Place plenary = plenary(ada, bob);
        says(bob, plenary, "Why?");
        web.send("direct", new Outgoing.Direct(bob, Content.text("for Bob")));
        String direct = direct(bob);

        web.forget(bob);

        assertThat(web.person(bob.id())).isEmpty();
        assertThat(board.messages(direct, 0, 10)).isEmpty();
        assertThat(web.members(plenary)).extracting(m -> m.person()).containsExactly(ada);
        assertThat(web.messages(ada, plenary.id(), 0).getFirst().author().name())
                .isEqualTo("...");
        refuses(Refused.Reason.NO_PASS, () -> web.say(bob, plenary.id(), Optional.empty(), "still here", "1"));
    }

    @Test
    void who_watches_hears_in_order_what_concerns_them() throws Exception {
        Place plenary = plenary(ada);
        BlockingQueue<Change> adas = new LinkedBlockingQueue<>();
        BlockingQueue<Change> bobs = new LinkedBlockingQueue<>();
        BlockingQueue<Change> all = new LinkedBlockingQueue<>();
        web.watch(ada, adas::add);
        web.watch(ada, change -> {
            throw new IllegalStateException("a bad listener");
        });
        web.watch(bob, bobs::add);
        AutoCloseable watching = web.watch(all::add);

        WebMessage first = says(ada, plenary, "first");
        // Who comes in before it is told is told it too: so it is told before.
        assertThat(message(adas)).isEqualTo(first);
        web.send("invite", new Outgoing.Invite(plenary, List.of(bob)));
        WebMessage second = says(bob, plenary, "second");

        assertThat(next(adas)).isInstanceOf(Change.Room.class);
        assertThat(message(adas)).isEqualTo(second);
        assertThat(next(bobs)).isInstanceOf(Change.Room.class);
        assertThat(message(bobs)).isEqualTo(second);
        assertThat(List.of(next(all), next(all), next(all)))
                .extracting(Change::seq)
                .isSorted();

        watching.close();
        web.leave(bob, plenary);
        assertThat(next(bobs)).isInstanceOf(Change.Gone.class);
        assertThat(next(adas)).isInstanceOf(Change.Room.class);
        assertThat(all).isEmpty();
    }

    @Test
    void what_another_process_writes_is_heard_too() throws Exception {
        Place plenary = plenary(ada);
        BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        try (WebChat other = new WebChat(board, () -> door, () -> AT)) {
            other.watch(ada, heard::add);
            WebMessage message = says(ada, plenary, "from the first");
            assertThat(message(heard)).isEqualTo(message);
        }
    }

    private static WebMessage message(BlockingQueue<Change> changes) throws InterruptedException {
        return ((Change.Message) next(changes)).message();
    }

    private static Change next(BlockingQueue<Change> changes) throws InterruptedException {
        Change change = changes.poll(10, TimeUnit.SECONDS);
        assertThat(change).as("something new").isNotNull();
        return java.util.Objects.requireNonNull(change);
    }
}
