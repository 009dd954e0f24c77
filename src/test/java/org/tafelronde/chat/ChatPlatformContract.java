package org.tafelronde.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the bot may rely on, whichever platform it speaks on. A platform's own test says how to look at that platform from the outside, as
 * its people see it.
 */
public abstract class ChatPlatformContract {
    private ChatPlatform platform;
    private Person ada;
    private Person bob;

    /** A platform with nobody on it. */
    protected abstract ChatPlatform platform();

    /** Somebody new on it. */
    protected abstract Person somebody(String name);

    /** The messages that stand in a place, oldest first. */
    protected abstract List<Seen> seen(Place place);

    /** What somebody was told alone, oldest first. */
    protected abstract List<Seen> toldAlone(Person person);

    /** What stands above a place. */
    protected abstract String topic(Place place);

    /** Somebody writes a message of their own. */
    protected abstract MessageRef says(Person person, Place place, String text);

    /** Whether people can still read there. */
    protected abstract boolean canBeRead(Place place);

    /** Whether people can still write there. */
    protected abstract boolean canBeWritten(Person person, Place place);

    /** Whether the platform prevents the second effect of a delivery that is sent twice; Teams cannot. */
    protected boolean knowsDeliveries() {
        return true;
    }

    /**
     * Whether its places are threads in a channel that is other people's: there everything stands under one first message, and nobody can
     * be kept from writing.
     */
    protected boolean placesAreThreads() {
        return false;
    }

    /**
     * A message from outside.
     *
     * @param thread the message that it answers
     * @param text holds all that people can read in it
     */
    public record Seen(
            MessageRef ref,
            Optional<String> thread,
            String text,
            List<String> buttons,
            boolean pinned,
            List<Outgoing.Reaction> reactions) {}

    @BeforeEach
    void aPlatformWithPeople() {
        platform = platform();
        ada = somebody("Ada");
        bob = somebody("Bob 🌷");
    }

    private MessageRef sent(String id, Outgoing what) {
        SendResult result = platform.send(id, what);
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).ref();
    }

    private Place opened(String name, Person... people) {
        return sent(
                        "open-" + name,
                        new Outgoing.OpenPlace(
                                platform.platform(), name, "Privacy", Outgoing.Kind.TABLE, List.of(people)))
                .place();
    }

    private MessageRef posted(String id, Place place, String text) {
        return sent(id, new Outgoing.Post(place, Optional.empty(), Content.text(text), false));
    }

    @Test
    void a_place_is_opened_once_with_the_people_invited() {
        Place place = opened("cafe-k7f-privacy", ada);
        Place again = opened("cafe-k7f-privacy", ada);
        sent("invite", new Outgoing.Invite(place, List.of(ada, bob)));

        assertThat(again).isEqualTo(place);
        assertThat(platform.members(place))
                .filteredOn(Member::human)
                .extracting(Member::person)
                .containsExactlyInAnyOrder(ada, bob);
    }

    @Test
    void a_place_of_that_name_is_found_when_its_delivery_was_forgotten() {
        Place place = opened("cafe-k7f-privacy", ada);

        MessageRef found = sent(
                "another-delivery",
                new Outgoing.OpenPlace(
                        platform.platform(), "cafe-k7f-privacy", "Privacy", Outgoing.Kind.TABLE, List.of(ada)));

        assertThat(found.place()).isEqualTo(place);
    }

    @Test
    void a_message_is_complete_as_people_see_it() {
        Place place = opened("cafe-k7f-privacy", ada);
        Content content = Content.of(
                        new Content.Part.Heading("Round 1"),
                        new Content.Part.Paragraph("What <b>made</b> it & possible? <!channel>"),
                        new Content.Part.Bullets(List.of("one dot")),
                        new Content.Part.Numbered(List.of(new Content.Part.Numbered.Item(9, "ninth"))),
                        new Content.Part.Quote("her words"),
                        new Content.Part.Note("small print"))
                .with(Button.primary("I am here", "s:join"), new Button.GoTo("To the table", place));

        MessageRef ref = sent("d1", new Outgoing.Post(place, Optional.empty(), content, true));

        Seen message = seen(place).getLast();
        assertThat(message.ref()).isEqualTo(ref);
        assertThat(message.thread()).isEmpty();
        assertThat(message.text())
                .contains(
                        "Round 1",
                        "What <b>made</b> it & possible? <!channel>",
                        "one dot",
                        "9",
                        "ninth",
                        "her words",
                        "small print");
        assertThat(message.buttons()).containsExactly("I am here", "To the table");
        assertThat(message.pinned()).isTrue();
    }

    @Test
    void the_same_delivery_twice_is_one_message() {
        if (!knowsDeliveries()) {
            return;
        }
        Place place = opened("cafe-k7f-privacy", ada);
        MessageRef once = posted("d1", place, "once");
        MessageRef twice = posted("d1", place, "once");

        assertThat(twice).isEqualTo(once);
        assertThat(seen(place)).extracting(Seen::text).containsOnlyOnce("once");
    }

    @Test
    void a_delivery_is_found_when_it_arrived_and_only_then() {
        if (!knowsDeliveries()) {
            return;
        }
        Place place = opened("cafe-k7f-privacy", ada);
        Outgoing what = new Outgoing.Post(place, Optional.empty(), Content.text("there"), false);

        assertThat(platform.lookUp("d1", what)).isEmpty();
        MessageRef ref = sent("d1", what);
        assertThat(platform.lookUp("d1", what)).contains(new SendResult.Sent(ref));
    }

    @Test
    void an_answer_stands_under_its_message() {
        Place place = opened("cafe-k7f-privacy", ada);
        MessageRef root = posted("d1", place, "a prompt");
        MessageRef answer = sent("d2", new Outgoing.Post(place, Optional.of(root), Content.text("an answer"), false));

        assertThat(seen(place))
                .filteredOn(m -> m.ref().equals(answer))
                .singleElement()
                .satisfies(m ->
                        assertThat(m.thread()).isEqualTo(Optional.of(root.id()).filter(r -> !placesAreThreads())));
    }

    @Test
    void the_bot_changes_its_own_words() {
        Place place = opened("cafe-k7f-privacy", ada);
        MessageRef ref = posted("d1", place, "ends at 14:00");

        sent("d2", new Outgoing.Edit(ref, Content.text("ends at 14:05")));

        assertThat(seen(place))
                .filteredOn(m -> m.ref().equals(ref))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("14:05").doesNotContain("14:00"));
    }

    @Test
    void a_pinned_message_that_gets_another_last_line_stays_where_it_is_and_keeps_the_rest() {
        Place place = opened("cafe-k7f-privacy", ada);
        Content first = Content.of(
                        new Content.Part.Heading("Round 1"),
                        new Content.Part.Quote("Who may know?"),
                        timed("Until 14:20. Table host: Bram.", "14:20"))
                .with(Button.plain("Read", "read"));
        MessageRef ref = sent("d1", new Outgoing.Post(place, Optional.empty(), first, true));
        posted("d2", place, "something else");

        sent(
                "d3",
                new Outgoing.Edit(
                        ref, first.endingIn(timed("10 minutes left, until 14:20. Table host: Bram.", "14:20"))));

        assertThat(seen(place)).extracting(Seen::ref).startsWith(ref).hasSize(2);
        assertThat(seen(place).getFirst()).satisfies(m -> {
            assertThat(m.text())
                    .contains("Round 1", "Who may know?", "10 minutes left, until 14:20. Table host: Bram.");
            assertThat(m.text()).doesNotContain("Until 14:20");
            assertThat(m.buttons()).containsExactly("Read");
        });
    }

    private static Content.Part timed(String sentence, String shown) {
        return new Content.Part.Timed(new Content.Part.Note(sentence), Instant.parse("2026-05-12T12:20:00Z"), shown);
    }

    @Test
    void the_bot_shows_that_it_heard() {
        Place place = opened("cafe-k7f-privacy", ada);
        MessageRef question = says(ada, place, "Why?");

        sent("d1", new Outgoing.React(question, Outgoing.Reaction.HEARD));
        sent("d2", new Outgoing.React(question, Outgoing.Reaction.HEARD));

        assertThat(seen(place))
                .filteredOn(m -> m.ref().equals(question))
                .singleElement()
                .satisfies(m -> assertThat(m.reactions()).containsExactly(Outgoing.Reaction.HEARD));
    }

    @Test
    void one_person_is_told_alone() {
        sent("d1", new Outgoing.Direct(ada, Content.text("for Ada")));

        assertThat(toldAlone(ada)).extracting(Seen::text).containsExactly("for Ada");
        assertThat(toldAlone(bob)).isEmpty();
    }

    @Test
    void what_stands_above_a_place_says_what_is_going_on() {
        Place place = opened("cafe-k7f-privacy", ada);
        Instant end = Instant.parse("2026-11-24T14:00:00Z");

        sent(
                "d1",
                new Outgoing.Topic(
                        place,
                        "Round 1 until 15:00",
                        Optional.of(new Outgoing.Countdown(end, Optional.of(Duration.ofMinutes(3)), 1))));

        assertThat(topic(place)).contains("Round 1 until 15:00");
    }

    @Test
    void an_archived_place_can_be_read_and_not_written() {
        Place place = opened("cafe-k7f-privacy", ada);
        posted("d1", place, "before");
        sent("d2", new Outgoing.Archive(place));

        assertThat(canBeRead(place)).isTrue();
        assertThat(canBeWritten(ada, place)).isEqualTo(placesAreThreads());
        assertThat(platform.send("d3", new Outgoing.Post(place, Optional.empty(), Content.text("after"), false)))
                .isInstanceOf(SendResult.Never.class);
    }

    @Test
    void a_removed_place_is_closed_at_least() {
        Place place = opened("cafe-k7f-privacy", ada);
        sent("d1", new Outgoing.Remove(place));

        assertThat(canBeWritten(ada, place)).isEqualTo(placesAreThreads());
        assertThat(platform.send("d2", new Outgoing.Post(place, Optional.empty(), Content.text("after"), false)))
                .isInstanceOf(SendResult.Never.class);
    }

    @Test
    void what_cannot_be_done_is_answered_and_not_thrown() {
        Place nowhere = new Place(platform.platform(), "nowhere");
        Place place = opened("cafe-k7f-privacy", ada);
        MessageRef nothing = new MessageRef(place, "nothing");
        Person nobody = new Person(platform.platform(), "nobody");

        Outgoing answer = new Outgoing.Post(place, Optional.of(nothing), Content.text("x"), false);
        Outgoing nowhereAtAll = new Outgoing.Post(nowhere, Optional.empty(), Content.text("x"), false);
        List<Outgoing> impossible = List.of(
                // In a thread it has a place all the same.
                placesAreThreads() ? nowhereAtAll : answer,
                nowhereAtAll,
                new Outgoing.Edit(nothing, Content.text("x")),
                new Outgoing.React(nothing, Outgoing.Reaction.HEARD),
                new Outgoing.Direct(nobody, Content.text("x")),
                new Outgoing.Invite(nowhere, List.of(ada)),
                new Outgoing.Topic(nowhere, "x", Optional.empty()),
                new Outgoing.Archive(nowhere));
        for (int i = 0; i < impossible.size(); i++) {
            assertThat(platform.send("d" + i, impossible.get(i)))
                    .as(impossible.get(i).toString())
                    .isInstanceOfSatisfying(
                            SendResult.Never.class,
                            n -> assertThat(n.why().kind()).isNotEqualTo(Failure.Kind.OTHER));
        }
    }
}
