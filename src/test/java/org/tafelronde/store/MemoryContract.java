package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.place;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Speaker;
import org.tafelronde.flow.Sessions;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Progress;

abstract class MemoryContract extends StoreContract {
    static final MessageRef ROOT = new MessageRef(place("p"), "m1");

    MemoryContract(TestStore store) {
        super(store);
    }

    @Test
    void what_was_heard_before_is_answered_as_it_was_then() {
        Answer answer = Answer.whisper(Content.text("Question 7 is kept."));
        assertThat(store.memory().answered("webchat/e1")).isEmpty();
        store.memory().remember("webchat/e1", answer, TWO);
        assertThat(store.memory().answered("webchat/e1")).contains(answer);
        assertThat(store.memory().answered("webchat/e2")).isEmpty();
    }

    @Test
    void of_two_turns_that_heard_the_same_only_the_first_counts() {
        store.memory().remember("webchat/e1", Answer.SILENT, TWO);
        assertThatThrownBy(() ->
                        store.memory().remember("webchat/e1", Answer.whisper(Content.text("Question 8 is kept.")), TWO))
                .isInstanceOf(Sessions.Stale.class);
        assertThat(store.memory().answered("webchat/e1")).contains(Answer.SILENT);
    }

    @Test
    void early_replies_are_taken_once_in_the_order_in_which_they_came() {
        Incoming.Reply second = reply("e1", ROOT, "How?");
        Incoming.Reply first = reply("e2", ROOT, "Why?");
        Incoming.Reply elsewhere = reply("e3", new MessageRef(place("p"), "m2"), "Who?");
        assertThat(store.memory().hasEarly()).isFalse();
        store.memory().keepEarly(first, TWO);
        store.memory().keepEarly(second, TWO.plusMillis(1));
        store.memory().keepEarly(elsewhere, TWO);
        store.memory().keepEarly(elsewhere, TWO);
        assertThat(store.memory().hasEarly()).isTrue();
        assertThat(store.memory().takeEarly(ROOT)).containsExactly(first, second);
        assertThat(store.memory().takeEarly(ROOT)).isEmpty();
        assertThat(store.memory().takeEarly(elsewhere.root())).containsExactly(elsewhere);
        assertThat(store.memory().hasEarly()).isFalse();
    }

    @Test
    void early_replies_to_a_message_that_is_out_by_now_are_known() {
        String session = kept();
        Incoming.Reply waiting = reply("e1", new MessageRef(place("p"), "m2"), "Who?");
        Incoming.Reply known = reply("e2", ROOT, "Why?");
        store.memory().keepEarly(waiting, TWO);
        store.memory().keepEarly(known, TWO);
        assertThat(store.memory().takeKnown()).isEmpty();
        Delivery post = Samples.post(session, "p", "Round 1");
        store.deliveries().add(List.of(sent(post)));
        assertThat(store.memory().takeKnown()).containsExactly(known);
        assertThat(store.memory().takeKnown()).isEmpty();
        assertThat(store.memory().takeEarly(waiting.root())).containsExactly(waiting);
    }

    @Test
    void an_early_reply_whose_turn_fails_is_still_there() {
        store.memory().keepEarly(reply("e1", ROOT, "Why?"), TWO);
        assertThatThrownBy(() -> store.transactions().inOne(() -> {
                    store.memory().takeEarly(ROOT);
                    throw new IllegalStateException("the turn fails");
                }))
                .hasMessage("the turn fails");
        assertThat(store.memory().takeEarly(ROOT)).hasSize(1);
    }

    @Test
    void what_is_old_is_forgotten() {
        store.memory().remember("webchat/old", Answer.SILENT, TWO.minusMillis(1));
        store.memory().remember("webchat/new", Answer.SILENT, TWO);
        store.memory().keepEarly(reply("e1", ROOT, "Why?"), TWO.minusMillis(1));
        store.memory().keepEarly(reply("e2", ROOT, "How?"), TWO);
        store.memory().forgetBefore(TWO);
        assertThat(store.memory().answered("webchat/old")).isEmpty();
        assertThat(store.memory().answered("webchat/new")).isPresent();
        assertThat(store.memory().takeEarly(ROOT))
                .extracting(Incoming.Reply::text)
                .containsExactly("How?");
    }

    private static Incoming.Reply reply(String key, MessageRef root, String text) {
        Speaker ben = new Speaker(Person.ofKey(Samples.BEN), "Ben", "nl", false);
        return new Incoming.Reply(key, ben, root, new MessageRef(root.place(), "reply-" + key), text);
    }

    static Delivery sent(Delivery d) {
        return d.at(new Progress(
                Delivery.State.SENT,
                d.notBefore(),
                1,
                Optional.empty(),
                Optional.of(ROOT),
                Optional.of(TWO),
                Optional.empty()));
    }
}
