package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.testing.SettableClock;

/** What goes wrong with Slack, and what becomes of it. */
class SlackTroubleTest {
    private static final String NAME = "cafe-k7f-privacy";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final TestSlack bot = TestSlack.on(slack, clock);
    private final SlackPlatform platform = bot.platform();
    private final Person ada = TestSlack.person(slack.workspace().person("Ada"));

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    private SendResult opens(Person... people) {
        return platform.send(
                "open", new Outgoing.OpenPlace(Platform.SLACK, NAME, "Privacy", Outgoing.Kind.TABLE, List.of(people)));
    }

    private Place table() {
        return ((SendResult.Sent) opens(ada)).ref().place();
    }

    private List<JsonObject> messages(Place place) {
        return slack.workspace().messages(SlackId.of(place).id());
    }

    private static Outgoing.Post post(Place place, String text) {
        return new Outgoing.Post(place, Optional.empty(), Content.text(text), false);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED_AFTER", "UNAVAILABLE_AFTER", "LATE"})
    void what_arrived_although_the_line_broke_is_found_and_stands_there_once(FakeSlack.Fault fault) {
        Place place = table();
        slack.next("chat.postMessage", fault);

        assertThatThrownBy(() -> platform.send("d1", post(place, "once"))).isInstanceOf(UnknownOutcome.class);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
        assertThat(messages(place)).hasSize(1);
        Optional<SendResult.Sent> found = platform.lookUp("d1", post(place, "once"));
        assertThat(found.orElseThrow().ref().id())
                .isEqualTo(messages(place).getFirst().get("ts").getAsString());
        assertThat(platform.send("d1", post(place, "once"))).isEqualTo(found.get());
        assertThat(messages(place)).hasSize(1);
    }

    private static void told(SendResult.Never never, Failure.Kind kind, String... detail) {
        assertThat(never.why().kind()).isEqualTo(kind);
        assertThat(never.why().detail()).contains(detail);
    }

    @Test
    void what_did_not_arrive_is_not_found_and_is_said_then() {
        Place place = table();
        slack.next("chat.postMessage", FakeSlack.Fault.UNAVAILABLE);

        assertThatThrownBy(() -> platform.send("d1", post(place, "once"))).isInstanceOf(UnknownOutcome.class);

        assertThat(platform.lookUp("d1", post(place, "once"))).isEmpty();
        assertThat(platform.send("d1", post(place, "once"))).isInstanceOf(SendResult.Sent.class);
        assertThat(messages(place)).hasSize(1);
    }

    @Test
    void what_was_said_to_one_person_is_found_too() {
        Outgoing.Direct direct = new Outgoing.Direct(ada, Content.text("for Ada"));
        slack.next("chat.postMessage", FakeSlack.Fault.DROPPED_AFTER);

        assertThatThrownBy(() -> platform.send("d1", direct)).isInstanceOf(UnknownOutcome.class);

        assertThat(platform.lookUp("d1", direct)).isPresent();
    }

    @Test
    void a_message_that_slack_holds_twice_is_taken_back_once() {
        Place place = table();
        SendResult.Sent first = (SendResult.Sent) platform.send("d1", post(place, "twice"));
        try (TestSlack other = TestSlack.on(slack, clock)) {
            other.platform().send("d1", post(place, "twice"));
            assertThat(messages(place)).hasSize(2);

            assertThat(other.platform().lookUp("d1", post(place, "twice"))).contains(first);
        }
        assertThat(messages(place)).hasSize(1);
    }

    @Test
    void what_slack_takes_in_after_it_was_looked_for_is_taken_back_and_the_one_that_we_know_stays() {
        Place place = table();
        slack.next("chat.postMessage", FakeSlack.Fault.UNAVAILABLE);
        assertThatThrownBy(() -> platform.send("d1", post(place, "once"))).isInstanceOf(UnknownOutcome.class);
        assertThat(platform.lookUp("d1", post(place, "once"))).isEmpty();
        try (TestSlack slowly = TestSlack.on(slack, clock)) {
            slowly.platform().send("d1", post(place, "once"));
        }
        SendResult.Sent known = (SendResult.Sent) platform.send("d1", post(place, "once"));
        assertThat(messages(place)).hasSize(2);

        clock.set(clock.instant().plusSeconds(30));
        bot.chores().work();

        assertThat(messages(place))
                .singleElement()
                .satisfies(m -> assertThat(m.get("ts").getAsString())
                        .isEqualTo(known.ref().id()));
    }

    @Test
    void when_somebody_takes_away_what_stands_above_a_place_another_is_made() {
        Place place = table();
        platform.send("d1", new Outgoing.Topic(place, "Round 1", Optional.empty()));
        slack.workspace().takesAway(SlackId.of(place).id());

        assertThat(platform.send("d2", new Outgoing.Topic(place, "Round 2", Optional.empty())))
                .isInstanceOf(SendResult.Sent.class);

        assertThat(messages(place)).hasSize(1);
    }

    @Test
    void when_slack_asks_for_patience_it_gets_so_much() {
        Place place = table();
        slack.next("chat.postMessage", FakeSlack.Fault.TOO_MANY);

        assertThat(platform.send("d1", post(place, "x")))
                .isInstanceOfSatisfying(
                        SendResult.Later.class, l -> assertThat(l.after()).isEqualTo(Duration.ofSeconds(2)));

        assertThat(platform.patience(post(place, "x"))).isEqualTo(Duration.ofSeconds(2));
        assertThat(platform.send("d1", post(place, "x"))).isInstanceOf(SendResult.Later.class);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
        clock.set(clock.instant().plusSeconds(2));
        assertThat(platform.send("d1", post(place, "x"))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_channel_that_was_made_although_the_line_broke_is_made_once() {
        slack.next("conversations.create", FakeSlack.Fault.DROPPED_AFTER);

        assertThatThrownBy(() -> opens(ada)).isInstanceOf(UnknownOutcome.class);
        Place place = table();

        assertThat(slack.workspace().channel(SlackId.of(place).id()).members)
                .contains(SlackId.of(ada).id());
        assertThat(slack.workspace().channels()).hasSize(1);
    }

    @Test
    void a_channel_of_that_name_that_people_made_is_not_taken_for_ours() {
        slack.workspace().made(NAME, SlackId.of(ada).id());

        assertThat(opens(ada))
                .isInstanceOfSatisfying(SendResult.Never.class, n -> told(n, Failure.Kind.NAME_TAKEN, "name_taken"));
    }

    @Test
    void where_the_bot_may_not_make_channels_somebody_is_told_who_can_help() {
        slack.workspace().forbidsCreation();

        assertThat(opens(ada))
                .isInstanceOfSatisfying(
                        SendResult.Never.class, n -> told(n, Failure.Kind.NO_CHANNELS, "restricted_action"));
    }

    @Test
    void many_people_are_let_in_by_the_hundred() {
        Place place = table();
        List<Person> many = new ArrayList<>(List.of(ada));
        for (int i = 0; i < 249; i++) {
            many.add(TestSlack.person(slack.workspace().person("P" + i)));
        }

        assertThat(platform.send("d1", new Outgoing.Invite(place, many))).isInstanceOf(SendResult.Sent.class);

        assertThat(slack.workspace().channel(SlackId.of(place).id()).members).hasSize(251);
        assertThat(slack.calls("conversations.invite")).hasSize(4);
    }

    @Test
    void everybody_in_a_channel_that_people_made_is_let_in_without_asking_for_each_of_them() {
        Place place = table();
        FakeWorkspace.Channel directors =
                slack.workspace().made("care-directors", SlackId.of(ada).id());
        for (int i = 0; i < 249; i++) {
            directors.members.add(slack.workspace().person("P" + i));
        }
        String robot = slack.workspace().robot("Reminder");
        String former = slack.workspace().former("Tom");
        directors.members.addAll(List.of(robot, former));
        Place from = new SlackId(FakeSlack.TEAM, directors.id).place();

        assertThat(platform.send("d1", new Outgoing.InviteAll(place, from))).isInstanceOf(SendResult.Sent.class);

        assertThat(slack.workspace().channel(SlackId.of(place).id()).members)
                .hasSize(251)
                .doesNotContain(robot, former);
        assertThat(slack.calls("users.info")).as("asked one by one").isEmpty();
        assertThat(slack.calls("users.list")).hasSize(2);
    }

    @Test
    void everybody_in_a_user_group_is_let_in() {
        Place place = table();
        String bob = slack.workspace().person("Bob");
        slack.workspace().group("S0DIRECTORS", List.of(bob, slack.workspace().former("Tom")));
        Place group = new SlackId(FakeSlack.TEAM, "S0DIRECTORS").place();

        assertThat(platform.send("d1", new Outgoing.InviteAll(place, group))).isInstanceOf(SendResult.Sent.class);

        assertThat(platform.members(place))
                .extracting(m -> m.person())
                .contains(TestSlack.person(bob))
                .hasSize(3);
    }

    @Test
    void a_group_that_the_bot_may_not_look_into_is_told_with_what_can_be_done() {
        Place place = table();
        slack.workspace().lacksScopeFor("usergroups.users.list");

        assertThat(platform.send(
                        "d1", new Outgoing.InviteAll(place, new SlackId(FakeSlack.TEAM, "S0DIRECTORS").place())))
                .isInstanceOfSatisfying(
                        SendResult.Never.class, n -> told(n, Failure.Kind.NO_PERMISSION, "missing_scope"));
    }

    @Test
    void a_channel_that_the_bot_cannot_see_is_told_with_what_can_be_done() {
        Place place = table();

        assertThat(platform.send("d1", new Outgoing.InviteAll(place, new SlackId(FakeSlack.TEAM, "G0SECRET").place())))
                .isInstanceOfSatisfying(
                        SendResult.Never.class, n -> told(n, Failure.Kind.NO_PLACE, "channel_not_found"));
    }

    @Test
    void who_cannot_be_let_into_a_new_channel_is_told_and_the_channel_is_there() {
        Outgoing.OpenPlace open = new Outgoing.OpenPlace(
                Platform.SLACK,
                "cafe-k7f-privacy",
                "Privacy",
                Outgoing.Kind.TABLE,
                List.of(ada, TestSlack.person("UGONE")));

        assertThat(platform.send("d1", open)).isInstanceOfSatisfying(SendResult.Sent.class, sent -> {
            assertThat(sent.but().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_LET_IN);
            assertThat(sent.but().orElseThrow().detail()).contains("UGONE", "user_not_found");
            assertThat(platform.members(sent.ref().place()))
                    .extracting(m -> m.person())
                    .contains(ada);
        });
    }

    @Test
    void more_people_are_not_asked_for_in_a_minute_than_slack_answers_and_a_name_is_not_made_up() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            many.add(slack.workspace().person("P" + i));
        }
        Workspace in = new Workspace(FakeSlack.TEAM, FakeSlack.TOKEN, FakeSlack.BOT);
        many.subList(0, 100).forEach(user -> bot.folk().speakerForSure(in, user));

        assertThatThrownBy(() -> bot.folk().speakerForSure(in, many.getLast())).isInstanceOf(SlackAsksPatience.class);
        assertThat(slack.calls("users.info")).hasSize(100);
        assertThat(bot.folk().speaker(in, many.getLast(), "pat").name()).isEqualTo("pat");

        clock.set(clock.instant().plusSeconds(61));
        assertThat(bot.folk().speakerForSure(in, many.getLast()).name()).isEqualTo("P100");
    }

    @Test
    void who_cannot_be_let_in_is_named_and_keeps_nobody_out() {
        Place place = table();
        Person bob = TestSlack.person(slack.workspace().person("Bob"));

        SendResult result = platform.send("d1", new Outgoing.Invite(place, List.of(TestSlack.person("UGONE"), bob)));

        assertThat(result)
                .isInstanceOfSatisfying(
                        SendResult.Never.class, n -> told(n, Failure.Kind.NOT_LET_IN, "UGONE", "user_not_found"));
        assertThat(platform.members(place)).extracting(m -> m.person()).contains(bob);
    }

    @Test
    void a_long_message_is_several_and_all_of_it_can_be_read() {
        Place place = table();
        List<Content.Part> parts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            parts.add(new Content.Part.Paragraph("Paragraph " + i + " " + "x".repeat(300)));
        }
        Outgoing.Post post = new Outgoing.Post(place, Optional.empty(), new Content(parts, List.of()), false);
        slack.next("chat.postMessage", FakeSlack.Fault.NONE, FakeSlack.Fault.UNAVAILABLE);

        assertThatThrownBy(() -> platform.send("d1", post)).isInstanceOf(UnknownOutcome.class);
        assertThat(platform.lookUp("d1", post)).isEmpty();
        SendResult.Sent sent = (SendResult.Sent) platform.send("d1", post);

        assertThat(sent.ref().id())
                .isEqualTo(messages(place).getFirst().get("ts").getAsString());
        String all = messages(place).stream()
                .map(m -> FakeBlocks.read(m.get("blocks")))
                .reduce("", String::concat);
        for (int i = 0; i < 120; i++) {
            assertThat(all).containsOnlyOnce("Paragraph " + i + " ");
        }
        assertThat(platform.lookUp("d1", post)).contains(sent);
    }

    @Test
    void files_stand_under_their_message_once_also_when_the_line_breaks_in_between() {
        Place place = table();
        bot.with(
                "s/digest.md",
                new Media.Medium("digest.md", "text/markdown", "# Why?".getBytes(StandardCharsets.UTF_8)));
        Outgoing.Post post = new Outgoing.Post(
                place,
                Optional.empty(),
                Content.of(new Content.Part.Paragraph("the digest"), new Content.Part.File("s/digest.md", "digest.md")),
                false);
        slack.next("files.completeUploadExternal", FakeSlack.Fault.UNAVAILABLE, FakeSlack.Fault.DROPPED_AFTER);

        assertThatThrownBy(() -> platform.send("d1", post)).isInstanceOf(UnknownOutcome.class);
        assertThat(platform.lookUp("d1", post)).isEmpty();
        assertThatThrownBy(() -> platform.send("d1", post)).isInstanceOf(UnknownOutcome.class);
        assertThat(platform.lookUp("d1", post)).isPresent();

        assertThat(messages(place)).hasSize(2);
        String file = messages(place)
                .getLast()
                .getAsJsonArray("files")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        assertThat(slack.workspace().file(file))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("# Why?");
    }

    @Test
    void what_stands_above_a_place_stays_one_message_also_after_a_new_start() {
        Place place = table();
        Outgoing.Topic first = new Outgoing.Topic(place, "Round 1", Optional.empty());
        slack.next("chat.postMessage", FakeSlack.Fault.DROPPED_AFTER);
        assertThatThrownBy(() -> platform.send("d1", first)).isInstanceOf(UnknownOutcome.class);
        platform.send("d1", first);
        try (TestSlack later = TestSlack.on(slack, clock)) {
            later.platform().send("d2", new Outgoing.Topic(place, "Round 2", Optional.empty()));
        }

        assertThat(messages(place))
                .singleElement()
                .satisfies(m -> assertThat(m.get("text").getAsString()).isEqualTo("Round 2"));
    }

    @Test
    void a_pin_that_slack_does_not_take_now_comes_later_and_the_message_does_not_wait() {
        Place place = table();
        slack.next("pins.add", FakeSlack.Fault.TOO_MANY);
        SendResult result =
                platform.send("d1", new Outgoing.Post(place, Optional.empty(), Content.text("pinned"), true));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(slack.workspace().channel(SlackId.of(place).id()).pins).isEmpty();

        clock.set(clock.instant().plusSeconds(2));
        bot.chores().work();

        assertThat(slack.workspace().channel(SlackId.of(place).id()).pins).hasSize(1);
    }

    @Test
    void in_a_workspace_where_the_bot_is_not_nothing_is_said() {
        assertThat(platform.send("d1", post(new SlackId("T0OTHER", "C1").place(), "x")))
                .isInstanceOfSatisfying(SendResult.Never.class, n -> told(n, Failure.Kind.LOCKED_OUT, "not_installed"));
    }

    @Test
    void with_a_token_that_was_revoked_everything_waits_until_the_app_is_installed_again() {
        Place place = table();

        slack.workspace().revoke();
        assertThat(platform.send("d2", post(place, "x"))).isInstanceOfSatisfying(SendResult.Later.class, later -> {
            assertThat(later.why().kind()).isEqualTo(Failure.Kind.LOCKED_OUT);
            assertThat(later.why().detail()).contains("token_revoked");
            assertThat(later.after()).isEqualTo(Duration.ofSeconds(30));
        });

        slack.workspace().installedAgain();
        assertThat(platform.send("d2", post(place, "x"))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void before_we_know_where_we_are_nothing_is_in_doubt() {
        slack.next("auth.test", FakeSlack.Fault.UNAVAILABLE);
        Outgoing.Direct direct = new Outgoing.Direct(ada, Content.text("x"));

        assertThat(platform.patience(direct)).isZero();
        assertThat(slack.calls("auth.test")).isEmpty();
        assertThat(platform.send("d1", direct)).isInstanceOf(SendResult.Later.class);
        assertThat(platform.send("d1", direct)).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void over_a_closed_channel_nobody_misses_what_stands_above_it() {
        Place place = table();
        platform.send("d1", new Outgoing.Archive(place));

        assertThat(platform.send("d2", new Outgoing.Topic(place, "over", Optional.empty())))
                .isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void people_who_are_there_already_and_the_bot_itself_need_no_second_invitation() {
        Place place = table();
        Person bob = TestSlack.person(slack.workspace().person("Bob"));

        assertThat(platform.send("d1", new Outgoing.Invite(place, List.of(ada))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(platform.send("d2", new Outgoing.Invite(place, List.of(TestSlack.person(FakeSlack.BOT), ada, bob))))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(platform.members(place))
                .filteredOn(m -> m.human())
                .extracting(m -> m.person())
                .containsExactlyInAnyOrder(ada, bob);
    }

    @Test
    void nothing_that_people_write_turns_into_markup() {
        Place place = table();
        platform.send("d1", post(place, "<!channel> & <@U1> *not bold*"));

        JsonObject message = messages(place).getFirst();
        assertThat(message.get("text").getAsString()).isEqualTo("&lt;!channel&gt; &amp; &lt;@U1&gt; *not bold*");
        assertThat(message.getAsJsonArray("blocks")
                        .get(0)
                        .getAsJsonObject()
                        .get("type")
                        .getAsString())
                .isEqualTo("rich_text");
    }
}
