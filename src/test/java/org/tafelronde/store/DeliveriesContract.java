package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tafelronde.store.Samples.CHAT;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.id;
import static org.tafelronde.store.Samples.place;
import static org.tafelronde.store.Samples.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Delivery.State;
import org.tafelronde.outbox.Progress;

abstract class DeliveriesContract extends StoreContract {
    private static final Instant LATER = TWO.plusSeconds(60);
    private String session = "";

    DeliveriesContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void cafe() {
        session = kept();
    }

    @Test
    void a_delivery_is_read_back_as_it_was() {
        Delivery full = new Delivery(
                id(),
                session,
                Platform.SLACK,
                "lane",
                new Outgoing.Direct(Person.ofKey("slack:U1"), Content.text("Hello.")),
                "prompt",
                Delivery.Urgency.PROMPT,
                TWO,
                Optional.of(TWO.plusSeconds(2)),
                new Progress(
                        State.UNKNOWN,
                        TWO.plusSeconds(1),
                        3,
                        Optional.of(TWO.plusSeconds(3)),
                        Optional.of(new MessageRef(new org.tafelronde.chat.Place(Platform.SLACK, "D1"), "1.2")),
                        Optional.of(TWO.plusSeconds(4)),
                        Optional.of(new Failure(Failure.Kind.NO_ANSWER, "the line broke: twice"))));
        Delivery bare = post(session, "lane", "Hello.");
        store.deliveries().add(List.of(full, bare));
        assertThat(store.deliveries().find(full.id())).contains(full);
        assertThat(store.deliveries().ofSession(session)).containsExactly(full, bare);
        assertThat(store.deliveries().find("none")).isEmpty();
    }

    @Test
    void the_first_of_each_lane_is_ready_urgent_ones_before_the_rest() {
        Delivery calm = post(session, "a", "1");
        Delivery behind = post(session, "a", "2");
        Delivery urgent = urgent(post(session, "b", "3"));
        store.deliveries().add(List.of(calm, behind, urgent));
        assertThat(ready(TWO)).containsExactly(urgent, calm);
        assertThat(store.deliveries().ready(CHAT, TWO, 1)).containsExactly(urgent);
        assertThat(store.deliveries().ready(Platform.SLACK, TWO, 10)).isEmpty();
    }

    @Test
    void what_was_said_lets_the_next_of_its_lane_through() {
        Delivery first = post(session, "a", "1");
        Delivery second = post(session, "a", "2");
        store.deliveries().add(List.of(first, second));
        say(first, "m1");
        assertThat(ready(TWO)).containsExactly(second);
    }

    @Test
    void what_was_blocked_or_dropped_holds_up_nobody() {
        Delivery blocked = post(session, "a", "1");
        Delivery dropped = post(session, "a", "2");
        Delivery third = post(session, "a", "3");
        store.deliveries().add(List.of(blocked, dropped, third));
        end(blocked, State.BLOCKED);
        end(dropped, State.DROPPED);
        assertThat(ready(TWO)).containsExactly(third);
    }

    @Test
    void the_first_of_a_lane_holds_up_the_rest_while_it_waits() {
        Delivery first = waiting(post(session, "a", "1"), LATER);
        Delivery second = post(session, "a", "2");
        store.deliveries().add(List.of(first, second));
        assertThat(ready(TWO)).isEmpty();
        assertThat(store.deliveries().nextAttempt(CHAT)).contains(LATER);
        assertThat(ready(LATER)).containsExactly(first);
    }

    @Test
    void what_waits_until_between_two_milliseconds_is_not_ready_before() {
        store.deliveries().add(List.of(waiting(post(session, "a", "1"), TWO.plusNanos(1))));
        assertThat(ready(TWO)).isEmpty();
        assertThat(ready(TWO.plusMillis(1))).hasSize(1);
    }

    @Test
    void what_is_being_said_is_left_alone_until_its_lease_is_over() {
        Delivery first = post(session, "a", "1");
        store.deliveries().add(List.of(first, post(session, "a", "2")));
        store.deliveries().update(List.of(sending(first, LATER)));
        assertThat(ready(TWO)).isEmpty();
        assertThat(store.deliveries().nextAttempt(CHAT)).contains(LATER);
        assertThat(ready(LATER)).containsExactly(sending(first, LATER));
    }

    @Test
    void what_two_take_in_hand_only_the_first_has() {
        Delivery first = post(session, "a", "1");
        store.deliveries().add(List.of(first));
        Delivery mine = sending(first, LATER);
        Delivery theirs = sending(first, LATER.plusSeconds(9));
        assertThat(store.deliveries().update(List.of(mine))).containsExactly(mine);
        assertThat(store.deliveries().update(List.of(theirs))).isEmpty();
        assertThat(store.deliveries().find(first.id())).contains(mine);
    }

    @Test
    void of_a_batch_only_what_changed_meanwhile_is_left_alone() {
        Delivery a = post(session, "a", "1");
        Delivery b = post(session, "b", "2");
        store.deliveries().add(List.of(a, b));
        store.deliveries().update(List.of(sending(a, LATER)));
        assertThat(store.deliveries().update(List.of(sending(a, TWO), sending(b, TWO))))
                .containsExactly(sending(b, TWO));
    }

    @Test
    void what_was_said_is_not_unsaid() {
        Delivery first = post(session, "a", "1");
        store.deliveries().add(List.of(first));
        Delivery said = say(first, "m1");
        Delivery late = with(said, State.UNKNOWN, said.attempts(), Optional.empty(), Optional.empty());
        assertThat(store.deliveries().update(List.of(late))).isEmpty();
        assertThat(store.deliveries().find(first.id())).contains(said);
    }

    @Test
    void nothing_waits_when_all_is_said() {
        Delivery first = post(session, "a", "1");
        store.deliveries().add(List.of(first));
        say(first, "m1");
        assertThat(store.deliveries().nextAttempt(CHAT)).isEmpty();
        store.deliveries().add(List.of());
        assertThat(store.deliveries().update(List.of())).isEmpty();
    }

    @Test
    void the_message_of_a_thread_is_found_not_what_was_done_to_it() {
        MessageRef message = new MessageRef(place("p"), "m1");
        MessageRef theirs = new MessageRef(place("p"), "m9");
        Delivery edit = Samples.delivery(session, "a", new Outgoing.Edit(message, Content.text("2")));
        Delivery tick = Samples.delivery(session, "b", new Outgoing.React(theirs, Outgoing.Reaction.HEARD));
        Delivery post = post(session, "a", "1");
        store.deliveries().add(List.of(edit, tick, post));
        say(edit, "m1");
        say(tick, "m9");
        Delivery said = say(post, "m1");
        assertThat(store.deliveries().that(message)).contains(said);
        assertThat(store.deliveries().that(theirs)).isEmpty();
        assertThat(store.deliveries().that(new MessageRef(place("p"), "m2"))).isEmpty();
        assertThat(store.deliveries().that(new MessageRef(place("q"), "m1"))).isEmpty();
    }

    @Test
    void a_blocked_one_is_tried_again_when_a_person_says_so() {
        Delivery first = post(session, "a", "1");
        Delivery second = post(session, "b", "2");
        store.deliveries().add(List.of(first, second));
        end(first, State.BLOCKED);
        store.deliveries().retry(first.id(), LATER);
        assertThat(ready(TWO)).containsExactly(second);
        Delivery again = ready(LATER).getFirst();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(State.PENDING);
        assertThat(again.failure()).isEmpty();
        Delivery said = say(again, "m1");
        store.deliveries().retry(first.id(), LATER);
        assertThat(store.deliveries().find(first.id())).contains(said);
    }

    @Test
    void a_blocked_one_that_is_said_elsewhere_is_not_said_and_another_is_left_alone() {
        Delivery first = post(session, "a", "1");
        Delivery second = post(session, "b", "2");
        store.deliveries().add(List.of(first, second));
        end(first, State.BLOCKED);

        store.deliveries().supersede(first.id());
        store.deliveries().supersede(second.id());
        store.deliveries().retry(first.id(), LATER);

        assertThat(store.deliveries().find(first.id()).orElseThrow().state()).isEqualTo(State.DROPPED);
        assertThat(ready(LATER)).containsExactly(second);
    }

    @Test
    void messages_are_not_kept_when_their_turn_fails() {
        try {
            store.transactions().inOne(() -> {
                store.deliveries().add(List.of(post(session, "a", "1")));
                assertThat(store.deliveries().ofSession(session)).hasSize(1);
                throw new IllegalStateException("the turn fails");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the turn fails");
        }
        assertThat(store.deliveries().ofSession(session)).isEmpty();
    }

    @Test
    void what_waits_is_found_as_fast_among_everything_that_was_said() {
        List<Delivery> waiting = IntStream.range(0, 400)
                .mapToObj(lane -> post(session, "lane-" + lane, "Next."))
                .toList();
        store.deliveries().add(waiting);
        Duration ready = best(() -> store.deliveries().ready(CHAT, TWO, 50));
        Duration next = best(() -> store.deliveries().nextAttempt(CHAT));
        Duration that = best(() -> store.deliveries().that(new MessageRef(place("lane-7"), "m7")));
        List<Delivery> said = IntStream.range(0, 20_000)
                .mapToObj(i -> saidAs(post(session, "lane-" + i % 400, "Hello."), "m" + i))
                .toList();
        store.deliveries().add(said);
        assertThat(ready(TWO)).isEqualTo(waiting.subList(0, 50));
        assertThat(best(() -> store.deliveries().ready(CHAT, TWO, 50))).isLessThan(somewhatMoreThan(ready));
        assertThat(best(() -> store.deliveries().nextAttempt(CHAT))).isLessThan(somewhatMoreThan(next));
        assertThat(best(() -> store.deliveries().that(new MessageRef(place("lane-7"), "m7"))))
                .isLessThan(somewhatMoreThan(that));
    }

    private static Delivery saidAs(Delivery d, String message) {
        return with(d, State.SENT, 1, Optional.empty(), Optional.of(new MessageRef(place(d.lane()), message)));
    }

    /** Looking at all that was said takes ten times as long. */
    private static Duration somewhatMoreThan(Duration d) {
        return d.multipliedBy(2).plusMillis(2);
    }

    @Test
    void what_has_a_name_is_found_again_by_its_beginning() {
        Delivery first = post(session, "a", "5 minutes left").about("notice/time/round-1/PT5M");
        Delivery second = post(session, "b", "1 minute left").about("notice/time/round-1/PT1M");
        Delivery later = post(session, "a", "5 minutes left").about("notice/time/round_1/PT5M");
        store.deliveries().add(List.of(first, second, later, post(session, "a", "Hello.")));
        assertThat(store.deliveries().about(session, "notice/time/round-1/")).containsExactly(first, second);
        assertThat(store.deliveries().about(session, "notice/time/round_1/")).containsExactly(later);
        assertThat(store.deliveries().about(kept(), "notice/")).isEmpty();
    }

    @Test
    void who_says_a_prompt_is_found_by_the_prompt() {
        Delivery first = post(session, "a", "Round 1, Privacy").about("p1");
        Delivery second = post(session, "b", "Round 1, Trust").about("p2");
        Delivery joined = post(session, "b", "Round 1, Quality").about("p3");
        Delivery elsewhere = post(kept(), "a", "Round 1, Privacy").about("p1");
        store.deliveries().add(List.of(first, second, joined, elsewhere, post(session, "a", "Hello.")));
        assertThat(store.deliveries().saying(session, List.of("p3", "p1"))).containsExactly(first, joined);
        assertThat(store.deliveries().saying(session, List.of("p4"))).isEmpty();
        assertThat(store.deliveries().saying(session, List.of())).isEmpty();
    }

    @Test
    void what_is_not_said_yet_is_found_and_what_is_said_or_given_up_for_good_is_not() {
        Delivery said = post(session, "a", "1");
        Delivery dropped = post(session, "b", "2");
        Delivery waiting = post(session, "a", "3");
        Delivery blocked = post(session, "c", "4");
        Delivery unknown = post(session, "d", "5");
        store.deliveries().add(List.of(said, dropped, waiting, blocked, unknown));
        say(said, "m1");
        end(dropped, State.DROPPED);
        end(blocked, State.BLOCKED);
        end(unknown, State.UNKNOWN);
        assertThat(store.deliveries().unsaid(session))
                .extracting(Delivery::id, Delivery::state)
                .containsExactly(
                        tuple(waiting.id(), State.PENDING),
                        tuple(blocked.id(), State.BLOCKED),
                        tuple(unknown.id(), State.UNKNOWN));
        assertThat(store.deliveries().unsaid(kept())).isEmpty();
    }

    /** The shortest of a few: how long it takes, whatever else this machine does. */
    private static Duration best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    private List<Delivery> ready(Instant now) {
        return store.deliveries().ready(CHAT, now, 50);
    }

    private Delivery say(Delivery d, String message) {
        Delivery sending = sending(d, LATER);
        Delivery said = d.at(new Progress(
                State.SENT,
                d.notBefore(),
                sending.attempts(),
                Optional.empty(),
                Optional.of(new MessageRef(place("p"), message)),
                Optional.of(TWO),
                Optional.empty()));
        store.deliveries().update(List.of(sending));
        store.deliveries().update(List.of(said));
        return said;
    }

    private void end(Delivery d, State state) {
        Delivery sending = sending(d, LATER);
        store.deliveries().update(List.of(sending));
        store.deliveries()
                .update(List.of(with(sending, state, sending.attempts(), Optional.empty(), Optional.empty())));
    }

    static Delivery sending(Delivery d, Instant until) {
        return with(d, State.SENDING, d.attempts() + 1, Optional.of(until), Optional.empty());
    }

    private static Delivery with(
            Delivery d, State state, int attempts, Optional<Instant> leased, Optional<MessageRef> ref) {
        return d.at(new Progress(state, d.notBefore(), attempts, leased, ref, d.sentAt(), d.failure()));
    }

    private static Delivery waiting(Delivery d, Instant until) {
        return d.at(new Progress(d.state(), until, d.attempts(), d.leased(), d.ref(), d.sentAt(), d.failure()));
    }

    private static Delivery urgent(Delivery d) {
        return Delivery.of(
                d.id(), d.session(), d.platform(), d.lane(), d.what(), Delivery.Urgency.PROMPT, d.promised());
    }
}
