package org.tafelronde.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tafelronde.testing.TestPlatform.Trouble.BROKEN_AFTER;
import static org.tafelronde.testing.TestPlatform.Trouble.BROKEN_BEFORE;
import static org.tafelronde.testing.TestPlatform.Trouble.KILLED_AFTER;
import static org.tafelronde.testing.TestPlatform.Trouble.KILLED_BEFORE;
import static org.tafelronde.testing.TestPlatform.Trouble.NO;
import static org.tafelronde.testing.TestPlatform.Trouble.TOO_MANY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.InMemory;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.time.Ids;

/** What waits in the outbox is said in order, once, or told to be unsaid. */
class CourierTest {
    private static final Instant NOON = Instant.parse("2026-05-12T10:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final TestPlatform platform = new TestPlatform(clock);
    private final Ids ids = new Ids(clock);
    private final Stores stores = new InMemory().stores(ids, clock);
    private final Deliveries outbox = stores.deliveries();
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Delivery> failed = new ArrayList<>();
    private final Courier courier = courier();

    private Courier courier() {
        Receipts receipts = new Receipts() {
            @Override
            public void sent(Delivery delivery) {
                sent.add(delivery);
            }

            @Override
            public void failed(List<Delivery> deliveries) {
                failed.addAll(deliveries);
            }
        };
        return new Courier(platform, outbox, stores.addresses(), stores.transactions(), receipts, clock);
    }

    // Helpers

    private String opens(String key) {
        return add(key, new Outgoing.OpenPlace(Cast.PLATFORM, "name-" + key, key, Outgoing.Kind.TABLE, List.of()), 0);
    }

    private String posts(String key, String text) {
        return posts(key, text, 0);
    }

    private String posts(String key, String text, int urgency) {
        return add(key, post(key, text), urgency);
    }

    private static Outgoing.Post post(String key, String text) {
        return new Outgoing.Post(ours(key), Optional.empty(), Content.text(text), false);
    }

    private static Place ours(String key) {
        return Translation.ours(Cast.PLATFORM, key);
    }

    private String tells(Cast who, String text) {
        return add(who.key(), new Outgoing.Direct(who.person(), Content.text(text)), 3);
    }

    private String add(String lane, Outgoing what, int urgency) {
        String id = ids.next();
        outbox.add(List.of(Delivery.of(id, "s1", Cast.PLATFORM, lane, what, urgency, clock.instant())));
        return id;
    }

    private Optional<Instant> goesRound() {
        return courier.doDue(clock.instant());
    }

    private Delivery.State state(String id) {
        return outbox.find(id).orElseThrow().state();
    }

    private List<String> heardAt(String key) {
        return platform
                .room(stores.addresses().place(Cast.PLATFORM, key).orElseThrow())
                .orElseThrow()
                .messages()
                .stream()
                .map(TestPlatform.Message::text)
                .toList();
    }

    private static Predicate<Outgoing> says(String text) {
        return what ->
                what instanceof Outgoing.Post post && post.content().plain().contains(text)
                        || what instanceof Outgoing.Direct direct
                                && direct.content().plain().contains(text);
    }

    // What the platform wants to be spared

    @Test
    void a_prompt_passes_what_the_platform_wants_to_be_spared_and_nothing_is_written_about_that() {
        opens("a");
        goesRound();
        Instant soon = NOON.plusSeconds(3);
        platform.wantsToBeSpared(says("notice"), Duration.ofSeconds(3));
        String notice = add("notices", post("a", "a notice"), 0);
        String prompt = posts("a", "the prompt", 3);

        assertThat(goesRound()).contains(soon);

        assertThat(state(prompt)).isEqualTo(Delivery.State.SENT);
        assertThat(outbox.find(notice).orElseThrow().attempts()).isZero();
        clock.set(soon);
        goesRound();
        assertThat(heardAt("a")).containsExactly("the prompt", "a notice");
    }

    @Test
    void what_waits_for_its_place_is_not_taken_in_hand() {
        String early = add("topic/a", post("a", "early"), 0);

        assertThat(goesRound()).contains(NOON.plusMillis(250));

        assertThat(outbox.find(early).orElseThrow().attempts()).isZero();
        opens("a");
        goesRound();
        assertThat(state(early)).isEqualTo(Delivery.State.SENT);
    }

    // In order

    @Test
    void a_place_is_made_before_anything_is_said_in_it() {
        opens("a");
        posts("a", "one");
        posts("a", "two");
        assertThat(goesRound()).isEmpty();
        assertThat(heardAt("a")).containsExactly("one", "two");
        assertThat(sent).hasSize(3);
    }

    @Test
    void a_lane_keeps_its_order_when_its_first_must_wait_and_other_lanes_go_on() {
        opens("a");
        opens("b");
        platform.meets(says("one"), TOO_MANY, TOO_MANY);
        posts("a", "one");
        posts("a", "two");
        posts("b", "three");
        assertThat(goesRound()).contains(NOON.plusSeconds(3));
        assertThat(heardAt("a")).isEmpty();
        assertThat(heardAt("b")).containsExactly("three");
        clock.forward(Duration.ofSeconds(3));
        goesRound();
        assertThat(heardAt("a")).isEmpty();
        clock.forward(Duration.ofSeconds(3));
        goesRound();
        assertThat(heardAt("a")).containsExactly("one", "two");
    }

    @Test
    void between_lanes_the_urgent_goes_first() {
        String later = tells(Cast.BRAM, "a word");
        String first = opens("a");
        goesRound();
        assertThat(platform.said()).containsExactly(first, later);
    }

    @Test
    void hundreds_are_said_in_one_round() {
        opens("a");
        for (int i = 0; i < 300; i++) {
            posts("a", "n" + i);
            tells(Cast.guests(19).get(i % 19), "t" + i);
        }
        assertThat(goesRound()).isEmpty();
        assertThat(heardAt("a")).hasSize(300).startsWith("n0").endsWith("n299");
        assertThat(platform.said()).hasSize(601).doesNotHaveDuplicates();
    }

    // Trouble

    @Test
    void a_definite_no_is_given_up_and_told_and_holds_nobody_up() {
        opens("a");
        platform.meets(says("one"), NO);
        String one = posts("a", "one");
        posts("a", "two");
        goesRound();
        assertThat(state(one)).isEqualTo(Delivery.State.BLOCKED);
        assertThat(failed)
                .extracting(Delivery::failure)
                .containsExactly(Optional.of(new Failure(Failure.Kind.NOT_ALLOWED, "not_allowed")));
        assertThat(heardAt("a")).containsExactly("two");
        outbox.retry(one, clock.instant());
        goesRound();
        assertThat(heardAt("a")).containsExactly("two", "one");
    }

    @Test
    void a_broken_line_is_looked_up_and_then_said_when_it_had_not_arrived() {
        opens("a");
        platform.meets(says("one"), BROKEN_BEFORE);
        String one = posts("a", "one");
        posts("a", "two");
        Instant next = goesRound().orElseThrow();
        assertThat(state(one)).isEqualTo(Delivery.State.UNKNOWN);
        assertThat(heardAt("a")).isEmpty();
        clock.set(next);
        goesRound();
        assertThat(heardAt("a")).containsExactly("one", "two");
    }

    @Test
    void a_broken_line_is_looked_up_and_not_said_again_when_it_had_arrived() {
        opens("a");
        platform.meets(says("one"), BROKEN_AFTER);
        String one = posts("a", "one");
        clock.set(goesRound().orElseThrow());
        goesRound();
        assertThat(heardAt("a")).containsExactly("one");
        assertThat(outbox.find(one).orElseThrow().ref()).isPresent();
        assertThat(sent).extracting(Delivery::id).contains(one);
    }

    @Test
    void when_the_platform_cannot_say_whether_it_arrived_it_is_asked_less_and_less_often() {
        opens("a");
        goesRound();
        platform.remembersNothing();
        platform.meets(says("one"), BROKEN_AFTER);
        posts("a", "one");
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Instant next = goesRound().orElseThrow();
            waits.add(Duration.between(clock.instant(), next));
            clock.set(next);
        }
        assertThat(waits).isSorted().startsWith(Duration.ofMillis(500)).endsWith(Duration.ofMinutes(1));
        assertThat(heardAt("a")).containsExactly("one");
    }

    @Test
    void what_nobody_can_tell_is_given_up_after_a_while_and_never_said_again() {
        opens("a");
        opens("b");
        goesRound();
        platform.remembersNothing();
        platform.meets(says("one"), BROKEN_AFTER);
        String one = posts("a", "one");
        posts("a", "two");
        goesRound();
        for (int i = 0; i < 6 && state(one) == Delivery.State.UNKNOWN; i++) {
            assertThat(heardAt("a")).containsExactly("one");
            clock.forward(Duration.ofSeconds(30));
            posts("b", "the platform answers");
            goesRound();
        }
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(120));
        assertThat(heardAt("a")).containsExactly("one", "two");
        assertThat(platform.said()).doesNotHaveDuplicates();
        assertThat(failed).extracting(Delivery::id).containsExactly(one);
        assertThat(failed.getFirst().isPerhapsSaid()).isTrue();
    }

    @Test
    void what_nobody_will_ever_be_able_to_tell_is_given_up_at_once_and_holds_nobody_up() {
        opens("a");
        goesRound();
        platform.canNeverBeAsked();
        platform.meets(says("one"), BROKEN_AFTER);
        String one = posts("a", "one");
        posts("a", "two");
        goesRound();
        clock.forward(Duration.ofSeconds(1));
        goesRound();
        assertThat(heardAt("a")).containsExactly("one", "two");
        assertThat(failed).extracting(Delivery::id).containsExactly(one);
        assertThat(failed.getFirst().isPerhapsSaid()).isTrue();
    }

    @Test
    void while_the_platform_answers_nobody_it_is_asked_for_longer_and_not_for_ever() {
        opens("a");
        goesRound();
        platform.remembersNothing();
        platform.meets(says("one"), BROKEN_BEFORE);
        String one = posts("a", "one");
        posts("a", "two");
        goesRound();
        clock.forward(Duration.ofMinutes(14));
        goesRound();
        assertThat(state(one)).isEqualTo(Delivery.State.UNKNOWN);
        clock.forward(Duration.ofMinutes(1));
        goesRound();
        assertThat(state(one)).isEqualTo(Delivery.State.DROPPED);
        assertThat(heardAt("a")).containsExactly("two");
    }

    @Test
    void what_has_no_second_effect_is_done_again_when_nobody_can_tell() {
        opens("b");
        goesRound();
        platform.remembersNothing();
        platform.meets(what -> what instanceof Outgoing.OpenPlace, BROKEN_AFTER);
        opens("a");
        posts("a", "one");
        for (int i = 0; i < 6; i++) {
            goesRound();
            clock.forward(Duration.ofSeconds(30));
            posts("b", "the platform answers");
        }
        assertThat(heardAt("a")).containsExactly("one");
        assertThat(platform.rooms()).hasSize(2);
        assertThat(failed).isEmpty();
    }

    @Test
    void what_breaks_every_time_is_given_up_after_a_while() {
        opens("a");
        TestPlatform.Trouble[] always = new TestPlatform.Trouble[100];
        java.util.Arrays.fill(always, BROKEN_BEFORE);
        platform.meets(what -> what instanceof Outgoing.Topic, always);
        String topic = add("a", new Outgoing.Topic(ours("a"), "until 14:20", Optional.empty()), 0);
        posts("a", "one");
        Optional<Instant> next = goesRound();
        for (int i = 0; i < 50 && next.isPresent(); i++) {
            clock.set(next.get());
            next = goesRound();
        }
        assertThat(state(topic)).isEqualTo(Delivery.State.BLOCKED);
        assertThat(Duration.between(NOON, clock.instant())).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
        assertThat(heardAt("a")).containsExactly("one");
    }

    @Test
    void killed_before_it_arrived_it_is_said_by_the_next_process() {
        opens("a");
        platform.meets(says("one"), KILLED_BEFORE);
        String one = posts("a", "one");
        assertThatThrownBy(this::goesRound).isInstanceOf(TestPlatform.Killed.class);
        assertThat(state(one)).isEqualTo(Delivery.State.SENDING);
        outbox.orphaned(Cast.PLATFORM);
        courier().doDue(clock.instant());
        assertThat(heardAt("a")).containsExactly("one");
    }

    @Test
    void killed_after_it_arrived_it_is_not_said_again_by_the_next_process() {
        opens("a");
        platform.meets(says("one"), KILLED_AFTER);
        String one = posts("a", "one");
        posts("a", "two");
        assertThatThrownBy(this::goesRound).isInstanceOf(TestPlatform.Killed.class);
        outbox.orphaned(Cast.PLATFORM);
        courier().doDue(clock.instant());
        assertThat(heardAt("a")).containsExactly("one", "two");
        assertThat(state(one)).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void another_process_leaves_what_is_being_said_alone_until_its_lease_is_over() {
        opens("a");
        platform.meets(says("one"), KILLED_AFTER);
        posts("a", "one");
        assertThatThrownBy(this::goesRound).isInstanceOf(TestPlatform.Killed.class);
        assertThat(courier().doDue(clock.instant())).contains(NOON.plusSeconds(60));
        clock.forward(Duration.ofSeconds(60));
        courier().doDue(clock.instant());
        assertThat(heardAt("a")).containsExactly("one");
        assertThat(platform.said()).doesNotHaveDuplicates();
    }

    @Test
    void an_unexpected_failure_of_an_adapter_is_an_unknown_outcome() {
        opens("a");
        goesRound();
        TestPlatform broken = new TestPlatform(clock) {
            @Override
            public org.tafelronde.chat.SendResult send(String deliveryId, Outgoing what) {
                throw new IllegalStateException("a bug");
            }
        };
        String one = posts("a", "one");
        new Courier(broken, outbox, stores.addresses(), stores.transactions(), nobody(), clock).doDue(clock.instant());
        assertThat(state(one)).isEqualTo(Delivery.State.UNKNOWN);
    }

    @Test
    void where_each_is_a_journey_several_are_said_at_the_same_time() {
        opens("a");
        opens("b");
        goesRound();
        CyclicBarrier bothUnderWay = new CyclicBarrier(2);
        TestPlatform farAway = new TestPlatform(clock) {
            @Override
            public boolean together() {
                return true;
            }

            @Override
            public org.tafelronde.chat.SendResult send(String deliveryId, Outgoing what) {
                try {
                    bothUnderWay.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
                return new org.tafelronde.chat.SendResult.Sent(new MessageRef(ours("a"), deliveryId));
            }
        };
        String one = posts("a", "one");
        String two = posts("b", "two");
        new Courier(farAway, outbox, stores.addresses(), stores.transactions(), nobody(), clock).doDue(clock.instant());
        assertThat(state(one)).isEqualTo(Delivery.State.SENT);
        assertThat(state(two)).isEqualTo(Delivery.State.SENT);
    }

    private static Receipts nobody() {
        return new Receipts() {
            @Override
            public void sent(Delivery delivery) {}

            @Override
            public void failed(List<Delivery> deliveries) {}
        };
    }

    // Too late

    @Test
    void what_is_past_its_deadline_is_dropped_and_told() {
        opens("a");
        String id = ids.next();
        outbox.add(List.of(Delivery.of(id, "s1", Cast.PLATFORM, "a", post("a", "one"), 0, NOON)
                .by(NOON.plusSeconds(10))));
        platform.meets(what -> what instanceof Outgoing.OpenPlace, TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY);
        for (int i = 0; i < 5; i++) {
            goesRound();
            clock.forward(Duration.ofSeconds(3));
        }
        goesRound();
        assertThat(state(id)).isEqualTo(Delivery.State.DROPPED);
        assertThat(heardAt("a")).isEmpty();
        assertThat(failed).extracting(Delivery::id).containsExactly(id);
    }

    @Test
    void what_arrived_before_its_deadline_is_not_told_to_be_unsaid_when_that_is_found_out_later() {
        opens("a");
        platform.meets(says("one"), KILLED_AFTER);
        String id = ids.next();
        outbox.add(List.of(Delivery.of(id, "s1", Cast.PLATFORM, "a", post("a", "one"), 0, NOON)
                .by(NOON.plusSeconds(10))));
        assertThatThrownBy(this::goesRound).isInstanceOf(TestPlatform.Killed.class);
        clock.forward(Duration.ofSeconds(30));
        outbox.orphaned(Cast.PLATFORM);
        courier().doDue(clock.instant());
        assertThat(state(id)).isEqualTo(Delivery.State.SENT);
        assertThat(failed).isEmpty();
    }

    @Test
    void what_did_not_arrive_before_its_deadline_is_not_said_when_that_is_found_out_later() {
        opens("a");
        platform.meets(says("one"), KILLED_BEFORE);
        String id = ids.next();
        outbox.add(List.of(Delivery.of(id, "s1", Cast.PLATFORM, "a", post("a", "one"), 0, NOON)
                .by(NOON.plusSeconds(10))));
        assertThatThrownBy(this::goesRound).isInstanceOf(TestPlatform.Killed.class);
        clock.forward(Duration.ofSeconds(30));
        outbox.orphaned(Cast.PLATFORM);
        courier().doDue(clock.instant());
        assertThat(state(id)).isEqualTo(Delivery.State.DROPPED);
        assertThat(heardAt("a")).isEmpty();
    }

    @Test
    void a_platform_that_cannot_say_whether_it_arrived_holds_nobody_up_after_the_deadline() {
        opens("a");
        goesRound();
        platform.remembersNothing();
        platform.meets(says("one"), BROKEN_BEFORE);
        String id = ids.next();
        outbox.add(List.of(Delivery.of(id, "s1", Cast.PLATFORM, "a", post("a", "one"), 0, NOON)
                .by(NOON.plusSeconds(10))));
        posts("a", "two");
        goesRound();
        clock.forward(Duration.ofSeconds(30));
        goesRound();
        assertThat(state(id)).isEqualTo(Delivery.State.DROPPED);
        assertThat(heardAt("a")).containsExactly("two");
    }

    @Test
    void other_words_for_a_message_that_was_given_up_hold_nobody_up() {
        opens("a");
        platform.meets(says("one"), NO);
        String one = posts("a", "one");
        String edit = add("a", new Outgoing.Edit(new MessageRef(ours("a"), one), Content.text("more")), 0);
        posts("a", "two");
        goesRound();
        assertThat(state(edit)).isEqualTo(Delivery.State.DROPPED);
        assertThat(heardAt("a")).containsExactly("two");
    }

    // Names that the platform gives

    @Test
    void what_is_said_in_a_place_that_is_not_there_yet_waits_for_it() {
        String one = posts("a", "one");
        assertThat(goesRound()).isPresent();
        assertThat(state(one)).isEqualTo(Delivery.State.PENDING);
        stores.addresses().opened("a", place("elsewhere"));
        clock.forward(Duration.ofSeconds(1));
        goesRound();
        assertThat(state(one)).isEqualTo(Delivery.State.SENT);
    }

    private Place place(String name) {
        return ((org.tafelronde.chat.SendResult.Sent) platform.send(
                        "x", new Outgoing.OpenPlace(Cast.PLATFORM, name, name, Outgoing.Kind.TABLE, List.of())))
                .ref()
                .place();
    }

    @Test
    void an_answer_goes_into_the_thread_under_the_platform_s_own_id() {
        opens("a");
        String root = posts("a", "root");
        add(
                "a",
                new Outgoing.Post(
                        ours("a"), Optional.of(new MessageRef(ours("a"), root)), Content.text("under it"), false),
                0);
        goesRound();
        List<TestPlatform.Message> messages = platform.room(
                        stores.addresses().place(Cast.PLATFORM, "a").orElseThrow())
                .orElseThrow()
                .messages();
        assertThat(messages.getLast().thread()).contains(messages.getFirst().ref());
    }

    @Test
    void a_button_to_a_place_that_is_not_there_is_left_out() {
        Content content = Content.text("go").with(new Button.GoTo("Go", ours("a")), Button.plain("Press", "press"));
        add(Cast.BRAM.key(), new Outgoing.Direct(Cast.BRAM.person(), content), 0);
        goesRound();
        assertThat(platform.directs(Cast.BRAM.person()).getFirst().content().buttons())
                .extracting(Button::label)
                .containsExactly("Press");
        opens("a");
        goesRound();
        add(Cast.BRAM.key(), new Outgoing.Direct(Cast.BRAM.person(), content), 0);
        goesRound();
        assertThat(platform.directs(Cast.BRAM.person()).getLast().content().buttons())
                .extracting(Button::label)
                .containsExactly("Go", "Press");
    }
}
