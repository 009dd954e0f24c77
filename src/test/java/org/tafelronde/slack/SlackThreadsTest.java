package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.testing.SettableClock;

/** Where the workspace lets the bot make no channels. */
class SlackThreadsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final TestSlack bot = TestSlack.on(slack, clock);
    private final SlackPlatform platform = bot.platform();
    private final String adaId = slack.workspace().person("Ada");
    private final Person ada = TestSlack.person(adaId);
    private final String hall = slack.workspace().made("team-day", adaId).id;

    @BeforeEach
    void administratorsAreStrict() {
        slack.workspace().forbidsCreation();
        slack.workspace().bot(hall, true);
    }

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    private Outgoing.OpenPlace opening(Outgoing.Kind kind, String name, Optional<Place> beside) {
        return new Outgoing.OpenPlace(Platform.SLACK, name, "Privacy", kind, List.of(ada), beside);
    }

    private Outgoing.OpenPlace plenary() {
        return opening(Outgoing.Kind.PLENARY, "cafe-k7f", Optional.of(hall()));
    }

    private Outgoing.OpenPlace table() {
        return opening(Outgoing.Kind.TABLE, "cafe-k7f-privacy", Optional.of(hall()));
    }

    private Place hall() {
        return new SlackId(FakeSlack.TEAM, hall).place();
    }

    private Place sent(String delivery, Outgoing what) {
        return ref(platform.send(delivery, what)).place();
    }

    private static MessageRef ref(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).ref();
    }

    private void refused(Outgoing what, Failure.Kind kind) {
        assertThat(platform.send("no", what))
                .isEqualTo(new SendResult.Never(new Failure(kind, "Slack: restricted_action, conversations.create")));
    }

    private List<JsonObject> messages() {
        return slack.workspace().messages(hall);
    }

    private static String ts(JsonObject message) {
        return message.get("ts").getAsString();
    }

    private static String text(JsonObject message) {
        return message.get("text").getAsString();
    }

    private static Outgoing.Post post(Place place, String text) {
        return new Outgoing.Post(place, Optional.empty(), Content.text(text), false);
    }

    // Where it is held

    @Test
    void the_plenary_is_the_channel_where_the_cafe_was_begun() {
        assertThat(sent("p", plenary())).isEqualTo(hall());
        assertThat(messages()).isEmpty();
    }

    @Test
    void a_table_is_a_thread_in_it_and_the_workspace_is_not_asked_again_for_a_channel() {
        sent("p", plenary());
        Place place = sent("t", table());

        assertThat(messages()).singleElement().satisfies(head -> {
            assertThat(text(head)).isEqualTo("Privacy");
            assertThat(place.id()).isEqualTo(hall().id() + "/" + ts(head));
        });
        assertThat(sent("t", table())).isEqualTo(place);
        assertThat(messages()).hasSize(1);
        assertThat(slack.calls("conversations.create")).hasSize(1);
    }

    @Test
    void where_the_bot_is_not_a_member_the_remedy_is_told_and_works() {
        slack.workspace().bot(hall, false);
        refused(plenary(), Failure.Kind.NO_CHANNELS);

        slack.workspace().bot(hall, true);
        assertThat(sent("p", plenary())).isEqualTo(hall());
    }

    @Test
    void begun_where_nobody_else_is_it_is_refused_with_the_remedy() {
        Place alone = new SlackId(FakeSlack.TEAM, slack.workspace().directOf(adaId).id).place();
        refused(opening(Outgoing.Kind.PLENARY, "cafe-k7f", Optional.of(alone)), Failure.Kind.NO_CHANNELS);
        refused(opening(Outgoing.Kind.PLENARY, "cafe-k7f", Optional.empty()), Failure.Kind.NO_CHANNELS);
    }

    @Test
    void the_digest_goes_to_no_thread_and_the_remedy_is_told() {
        sent("p", plenary());
        refused(
                opening(Outgoing.Kind.MANAGEMENT, "cafe-k7f-digest", Optional.empty()),
                Failure.Kind.NO_CHANNEL_FOR_DIGEST);
        assertThat(messages()).isEmpty();
    }

    // What is said

    @Test
    void what_is_said_at_the_table_stands_in_its_thread() {
        Place place = sent("t", table());
        String head = ts(messages().getFirst());
        MessageRef prompt =
                ref(platform.send("d1", new Outgoing.Post(place, Optional.empty(), Content.text("Round 1"), true)));
        MessageRef under = ref(
                platform.send("d2", new Outgoing.Post(place, Optional.of(prompt), Content.text("5 minutes"), false)));

        assertThat(messages().subList(1, 3))
                .allSatisfy(m -> assertThat(m.get("thread_ts").getAsString()).isEqualTo(head));
        assertThat(prompt.place()).isEqualTo(place);
        assertThat(slack.workspace().channel(hall).pins).containsExactly(prompt.id());
        sent("d3", new Outgoing.Edit(under, Content.text("4 minutes")));
        assertThat(messages()).last().satisfies(m -> assertThat(text(m)).isEqualTo("4 minutes"));
    }

    @Test
    void what_arrived_in_the_thread_although_the_line_broke_is_found() {
        Place place = sent("t", table());
        slack.next("chat.postMessage", FakeSlack.Fault.DROPPED_AFTER);
        assertThatThrownBy(() -> platform.send("d1", post(place, "once"))).isInstanceOf(UnknownOutcome.class);

        assertThat(platform.lookUp("d1", post(place, "once")))
                .map(s -> s.ref().place())
                .contains(place);
        sent("d1", post(place, "once"));
        assertThat(messages()).hasSize(2);
    }

    @Test
    void what_stands_above_a_table_is_said_in_the_head_of_its_thread_also_by_a_new_process() {
        Place place = sent("t", table());
        sent("d1", new Outgoing.Topic(place, "Round 1 until 14:20", Optional.empty()));
        assertThat(messages())
                .singleElement()
                .satisfies(m -> assertThat(text(m)).contains("Privacy", "Round 1 until 14:20"));

        sent("d", post(place, "Hello"));
        slack.workspace().says(adaId, hall, Optional.of(ts(messages().getFirst())), "Hello too");
        try (TestSlack other = TestSlack.on(slack, clock)) {
            other.platform().send("d2", new Outgoing.Topic(place, "Round 2 until 14:40", Optional.empty()));
        }
        assertThat(messages())
                .first()
                .satisfies(
                        m -> assertThat(text(m)).contains("Privacy", "Round 2").doesNotContain("Round 1"));
    }

    @Test
    void a_button_leads_into_the_thread() {
        Place place = sent("t", table());
        String head = ts(messages().getFirst());
        platform.send("d", new Outgoing.Direct(ada, Content.text("Go").with(new Button.GoTo("To the table", place))));

        assertThat(slack.workspace()
                        .messages(slack.workspace().directOf(adaId).id)
                        .getLast()
                        .toString())
                .contains("channel=" + hall + "&team=" + FakeSlack.TEAM + "&message_ts=" + head + "&thread_ts=" + head);
    }

    @Test
    void nobody_is_invited_to_a_thread() {
        Place place = sent("t", table());
        sent(
                "i",
                new Outgoing.Invite(
                        place, List.of(TestSlack.person(slack.workspace().person("Bob")))));
        assertThat(slack.calls("conversations.invite")).isEmpty();
    }

    // What goes wrong

    @ParameterizedTest
    @EnumSource(names = {"DROPPED_AFTER", "UNAVAILABLE_AFTER", "LATE"})
    void a_thread_that_was_begun_although_the_line_broke_is_found_and_no_second_one_is_made(FakeSlack.Fault fault) {
        sent("p", plenary());
        slack.next("chat.postMessage", fault);
        assertThatThrownBy(() -> platform.send("t", table())).isInstanceOf(UnknownOutcome.class);

        try (TestSlack other = TestSlack.on(slack, clock)) {
            Optional<SendResult.Sent> found = other.platform().lookUp("t", table());
            assertThat(found.orElseThrow().ref().place().id())
                    .isEqualTo(hall().id() + "/" + ts(messages().getFirst()));
            assertThat(other.platform().send("t", table())).isEqualTo(found.get());
        }
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_thread_that_slack_takes_in_after_it_was_looked_for_is_taken_back() {
        sent("p", plenary());
        slack.next("chat.postMessage", FakeSlack.Fault.UNAVAILABLE);
        assertThatThrownBy(() -> platform.send("t", table())).isInstanceOf(UnknownOutcome.class);
        assertThat(platform.lookUp("t", table())).isEmpty();
        try (TestSlack slowly = TestSlack.on(slack, clock)) {
            slowly.platform().send("t", table());
        }
        Place known = sent("t", table());
        assertThat(messages()).hasSize(2);

        clock.set(clock.instant().plus(Duration.ofSeconds(30)));
        bot.chores().work();

        assertThat(messages())
                .singleElement()
                .satisfies(m -> assertThat(known.id()).endsWith("/" + ts(m)));
    }

    // The end

    @Test
    void at_the_end_the_channel_of_others_stays_open_and_nothing_of_the_tables_is_pinned_in_it() {
        sent("p", plenary());
        Place place = sent("t", table());
        MessageRef prompt =
                ref(platform.send("d1", new Outgoing.Post(place, Optional.empty(), Content.text("Round 1"), true)));
        sent("d2", new Outgoing.React(prompt, Outgoing.Reaction.HEARD));

        try (TestSlack other = TestSlack.on(slack, clock)) {
            List<Outgoing> end = new ArrayList<>(List.of(new Outgoing.Archive(place), new Outgoing.Archive(hall())));
            end.addAll(List.of(new Outgoing.Remove(place), new Outgoing.Remove(hall())));
            end.forEach(what -> assertThat(other.platform().send("end", what)).isInstanceOf(SendResult.Sent.class));
        }

        assertThat(slack.workspace().channel(hall).archived).isFalse();
        assertThat(slack.workspace().channel(hall).pins).isEmpty();
        assertThat(slack.calls("conversations.archive")).isEmpty();
    }

    @Test
    void when_slack_cannot_say_whose_channel_it_is_it_is_not_closed() {
        slack.next("conversations.info", FakeSlack.Fault.UNAVAILABLE);
        assertThatThrownBy(() -> platform.send("end", new Outgoing.Archive(hall())))
                .isInstanceOf(UnknownOutcome.class);
        assertThat(slack.calls("conversations.archive")).isEmpty();
    }
}
