package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.time.Patience;

/** What Slack brings, as it brings it, and what is heard of it. */
class SlackHearingTest {
    private static final Place TABLE = new SlackId(FakeSlack.TEAM, "C0TABLE").place();
    private static final MessageRef PROMPT = new MessageRef(TABLE, "1778579000.000100");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T10:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final List<Incoming> heard = new ArrayList<>();
    private final TestSlack bot = TestSlack.on(slack, clock);
    private Answer answer = Answer.SILENT;
    private boolean broken;
    private UnaryOperator<String> told = text -> text;
    private String reactedTo = "";
    private App app;

    @BeforeEach
    void people() {
        slack.workspace().knows("U0ADA", "Ada");
        slack.workspace().knows("U0BOB", "Bob");
        slack.workspace().has("C0TABLE", "cafe-k7f-privacy");
        slack.workspace().has("G0TABLE", "cafe-k7f-digest");
        app = bot.hearing(what -> {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            heard.add(what);
            return answer;
        });
    }

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    // Bringing

    private Response brings(String file) {
        return brings(file, FakeSlack.SECRET);
    }

    private Response brings(String file, String secret) {
        return brings(file, secret, System.currentTimeMillis() / 1000);
    }

    private Response brings(String file, String secret, long seconds) {
        String text = told.apply(
                read(file).replace("RESPONSE_URL", slack.responseUrl("r1")).replace("MESSAGE", reactedTo));
        String body = file.endsWith(".payload") ? "payload=" + URLEncoder.encode(text, StandardCharsets.UTF_8) : text;
        String now = String.valueOf(seconds);
        Map<String, List<String>> headers = Map.of(
                "X-Slack-Request-Timestamp", List.of(now),
                "X-Slack-Signature", List.of(new SlackSignature.Generator(secret).generate(now, body)),
                "Content-Type",
                        List.of(file.endsWith(".json") ? "application/json" : "application/x-www-form-urlencoded"));
        try {
            return app.run(new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .requestBody(body)
                            .headers(new RequestHeaders(headers))
                            .remoteAddress("127.0.0.1")
                            .build()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String read(String file) {
        try (InputStream in = SlackHearingTest.class.getResourceAsStream("/slack/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private <T extends Incoming> T heardOne(Class<T> type) {
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().by().person()).isEqualTo(TestSlack.person("U0ADA"));
        assertThat(heard.getFirst().by().name()).isEqualTo("Ada");
        assertThat(heard.getFirst().by().language()).isEqualTo("nl-NL");
        return type.cast(heard.getFirst());
    }

    private FakeSlack.Call call(String method) {
        return new Patience(Duration.ofSeconds(5))
                .until(() -> slack.calls(method).stream().findFirst())
                .orElseThrow(() -> new AssertionError("nobody called " + method));
    }

    // What is heard

    @Test
    void a_command_is_heard_and_answered_at_once_to_the_one_who_said_it() {
        answer = Answer.whisper(Content.text("Five <more> minutes.").with(Button.primary("Undo", "@s1 extend -5")));

        Response response = brings("command.form");

        Incoming.Command command = heardOne(Incoming.Command.class);
        assertThat(command.text()).isEqualTo("extend 5");
        assertThat(command.in()).isEqualTo(TABLE);
        assertThat(command.by().mayBegin()).isTrue();
        JsonObject body = JsonParser.parseString(response.getBody()).getAsJsonObject();
        assertThat(body.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(body.get("text").getAsString()).isEqualTo("Five &lt;more&gt; minutes.");
        assertThat(body.getAsJsonArray("blocks")).hasSize(2);
    }

    @Test
    void whom_and_what_a_command_mentions_is_known_by_more_than_a_name() {
        brings("command-mentioning.form");

        Incoming.Command command = heardOne(Incoming.Command.class);
        assertThat(command.text()).isEqualTo("new harbour digest #board @Bob @directors #C0QUIET");
        assertThat(command.named().people()).isEqualTo(Map.of("@Bob", TestSlack.person("U0BOB")));
        assertThat(command.named().places())
                .isEqualTo(Map.of(
                        "#board", new SlackId(FakeSlack.TEAM, "C0BOARD").place(),
                        "@directors", new SlackId(FakeSlack.TEAM, "S0DIRECTORS").place(),
                        "#C0QUIET", new SlackId(FakeSlack.TEAM, "C0QUIET").place()));
    }

    @Test
    void a_question_mark_keeps_what_somebody_wrote_as_a_question() {
        reactedTo = slack.workspace().says("U0BOB", "C0TABLE", Optional.empty(), "Who pays, <@U0ADA>?");

        brings("reaction-question.json");

        Incoming.Said said = heardOne(Incoming.Said.class);
        assertThat(said.text()).isEqualTo("question: Who pays, @Ada?");
        assertThat(said.message()).isEqualTo(new MessageRef(TABLE, reactedTo));
    }

    @Test
    void in_a_thread_it_answers_what_the_thread_is_about() {
        String root = slack.workspace().says("U0BOB", "C0TABLE", Optional.empty(), "Round 2");
        reactedTo = slack.workspace().says("U0BOB", "C0TABLE", Optional.of(root), "Who pays?");

        brings("reaction-question.json");

        assertThat(heardOne(Incoming.Reply.class).root()).isEqualTo(new MessageRef(TABLE, root));
    }

    @Test
    void of_what_was_taken_away_meanwhile_nothing_is_kept() {
        reactedTo = "1778579000.000100";

        assertThat(brings("reaction-question.json").getStatusCode()).isEqualTo(200);

        assertThat(heard).isEmpty();
    }

    @Test
    void sos_calls_for_help_at_that_table() {
        reactedTo = slack.workspace().says("U0BOB", "C0TABLE", Optional.empty(), "Round 2");

        brings("reaction-sos.json");

        Incoming.Command command = heardOne(Incoming.Command.class);
        assertThat(command.text()).isEqualTo("sos");
        assertThat(command.in()).isEqualTo(TABLE);
    }

    @Test
    void another_app_that_comes_into_a_channel_is_nobody_who_takes_part() {
        slack.workspace().knowsRobot("U0ADA", "Reminder");

        assertThat(brings("joined.json").getStatusCode()).isEqualTo(200);

        assertThat(heard).isEmpty();
    }

    @Test
    void a_command_that_asks_for_more_opens_a_form() {
        answer = Answer.open(form());

        Response response = brings("command.form");

        assertThat(response.getStatusCode()).isEqualTo(200);
        FakeSlack.Call open = call("views.open");
        assertThat(open.of("trigger_id")).isEqualTo("1234567890.0987654321.cafe");
        JsonObject view = JsonParser.parseString(open.of("view")).getAsJsonObject();
        assertThat(FakeBlocks.viewProblem(view)).isEmpty();
        assertThat(open.of("view")).contains("\"max_selected_items\":3", "@s1 ballot", "T0CAFE/C0TABLE");
        assertThat(FakeBlocks.read(view)).contains("x".repeat(200));
    }

    private static Form form() {
        return new Form(
                "@s1 ballot",
                "A title that is longer than Slack takes",
                "Choose.",
                List.of(
                        new Form.Field.Choices(
                                "votes",
                                "Your choice",
                                List.of(new Form.Option("2", "2. Who?"), new Form.Option("5", "5. " + "x".repeat(200))),
                                3),
                        new Form.Field.Words("note", "A note", "", 4, 20_000, false),
                        new Form.Field.Choice("one", "One", List.of(new Form.Option("a", "A")), "a")),
                "Send it in");
    }

    @Test
    void a_message_is_heard_as_people_see_it() {
        brings("message.json");

        Incoming.Said said = heardOne(Incoming.Said.class);
        assertThat(said.text()).isEqualTo("Who decides & why? @Bob https://example.org/a");
        assertThat(said.message()).isEqualTo(new MessageRef(TABLE, "1778580000.000100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply.json", "broadcast.json", "file-share.json"})
    void an_answer_in_a_thread_is_heard_however_it_comes(String file) {
        brings(file);

        Incoming.Reply reply = heardOne(Incoming.Reply.class);
        assertThat(reply.root()).isEqualTo(PROMPT);
        assertThat(reply.text()).startsWith("Who decides?");
    }

    @Test
    void private_channels_and_words_to_the_bot_alone_are_heard() {
        brings("reply-in-private-channel.json");
        brings("direct.json");

        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst()).isInstanceOf(Incoming.Reply.class);
        assertThat(heard.getLast())
                .isInstanceOfSatisfying(
                        Incoming.Said.class, s -> assertThat(s.text()).isEqualTo("where"));
    }

    @Test
    void a_mention_is_a_command_and_has_one_key_however_often_slack_tells_of_it() {
        brings("mention.json");
        brings("mention-as-message.json");

        assertThat(heard).hasSize(2);
        assertThat(heard)
                .allSatisfy(h -> assertThat(h)
                        .isInstanceOfSatisfying(
                                Incoming.Command.class,
                                c -> assertThat(c.text()).isEqualTo("extend 5")));
        assertThat(heard.getFirst().key()).isEqualTo(heard.getLast().key());
    }

    @Test
    void a_changed_message_is_heard_and_an_unfolded_link_is_none() {
        brings("unfurled.json");
        brings("changed.json");

        Incoming.Edited edited = heardOne(Incoming.Edited.class);
        assertThat(edited.text()).isEqualTo("Who decides, really?");
        assertThat(edited.message()).isEqualTo(new MessageRef(TABLE, "1778580001.000200"));
    }

    @Test
    void a_message_that_was_taken_back_is_heard_also_when_others_answered_it() {
        brings("deleted.json");
        brings("tombstone.json");

        assertThat(heard)
                .hasSize(2)
                .allSatisfy(h -> assertThat(h)
                        .isInstanceOfSatisfying(
                                Incoming.Deleted.class,
                                d -> assertThat(d.message().id()).isEqualTo("1778580001.000200")));
        assertThat(heard.getFirst().key()).isEqualTo(heard.getLast().key());
    }

    @Test
    void people_come_and_go() {
        brings("joined.json");
        brings("left.json");

        assertThat(heard).hasExactlyElementsOfTypes(Incoming.Arrived.class, Incoming.Left.class);
        assertThat(heard).allSatisfy(h -> assertThat(h.in()).isEqualTo(TABLE));
    }

    @Test
    void a_button_is_heard_and_answered_to_the_one_who_pressed_it() {
        answer = Answer.whisper(Content.text("Welcome."));

        brings("press.payload");

        Incoming.Pressed pressed = heardOne(Incoming.Pressed.class);
        assertThat(pressed.action()).isEqualTo("@s1 join");
        assertThat(pressed.values()).isEmpty();
        assertThat(call("response/r1").of("json")).contains("ephemeral", "Welcome.");
    }

    @Test
    void a_form_comes_back_with_what_was_filled_in_and_shows_the_answer() {
        answer = Answer.whisper(Content.text("Two votes."));

        Response response = brings("form.payload");

        Incoming.Pressed pressed = heardOne(Incoming.Pressed.class);
        assertThat(pressed.action()).isEqualTo("@s1 ballot");
        assertThat(pressed.in()).isEqualTo(TABLE);
        assertThat(pressed.values())
                .containsEntry("votes", "2 5")
                .containsEntry("note", "")
                .containsEntry("script", "small.en");
        JsonObject body = JsonParser.parseString(response.getBody()).getAsJsonObject();
        assertThat(body.get("response_action").getAsString()).isEqualTo("update");
        assertThat(FakeBlocks.viewProblem(body.getAsJsonObject("view"))).isEmpty();
        assertThat(FakeBlocks.read(body)).contains("Two votes.");
    }

    @Test
    void a_form_that_is_done_closes() {
        Response response = brings("form.payload");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(Optional.ofNullable(response.getBody()).orElse("")).isEmpty();
    }

    @Test
    void somebody_saves_a_message_as_a_question() {
        brings("shortcut.payload");

        Incoming.Said said = heardOne(Incoming.Said.class);
        assertThat(said.text()).isEqualTo("question: Who <really> decides?");
        assertThat(said.message()).isEqualTo(new MessageRef(TABLE, "1778579500.000100"));
    }

    @Test
    void who_opens_the_page_of_the_app_sees_their_panel() {
        bot.showing(looker -> List.of(Content.text("Welcome, " + looker.name() + ".")));

        brings("home-opened.json");

        FakeSlack.Call publish = call("views.publish");
        assertThat(publish.of("user_id")).isEqualTo("U0ADA");
        assertThat(publish.of("view")).contains("\"type\":\"home\"", "Welcome, Ada.");
        assertThat(heard).as("looking is no deed").isEmpty();
    }

    @Test
    void words_in_a_channel_are_answered_to_the_one_who_wrote_them_once() {
        answer = Answer.whisper(Content.text("Shall I keep it?"));

        brings("message.json");
        brings("message.json");

        assertThat(call("chat.postEphemeral").with())
                .containsEntry("user", "U0ADA")
                .containsEntry("channel", "C0TABLE");
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst()).isEqualTo(heard.getLast());
        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void somebody_archives_a_channel() {
        brings("archived.json");

        assertThat(heardOne(Incoming.Vanished.class).in()).isEqualTo(TABLE);
    }

    @Test
    void a_channel_is_deleted_and_slack_does_not_say_by_whom() {
        brings("channel-deleted.json");

        assertThat(heard).singleElement().satisfies(what -> {
            assertThat(what).isInstanceOf(Incoming.Vanished.class);
            assertThat(what.in()).isEqualTo(TABLE);
            assertThat(what.by().name()).isEmpty();
        });
    }

    // What is not heard

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own-message.json",
                "channel-topic.json",
                "unknown-event.json",
                "archived-by-bot.json",
                "reaction-added.json",
                "foreign.json",
                "elsewhere.json",
                "go.payload"
            })
    void what_is_not_for_the_bot_is_acknowledged_so_that_slack_does_not_bring_it_again(String file) {
        slack.workspace().made("lunch", "U0ADA");

        Response response = brings(file);

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(heard).isEmpty();
    }

    // In a channel of other people, where a café is held in threads

    @Test
    void in_a_channel_of_others_an_answer_to_the_bot_is_heard_and_their_own_talk_is_not() {
        slack.workspace().has("C0TABLE", "team-day", "U0BOB");

        brings("message.json");
        brings("joined.json");
        told = text -> text.replace("\"parent_user_id\": \"U0BOT\"", "\"parent_user_id\": \"U0BOB\"");
        brings("reply.json");
        assertThat(heard).isEmpty();

        told = text -> text;
        brings("reply.json");
        Incoming.Reply reply = heardOne(Incoming.Reply.class);
        assertThat(reply.root()).isEqualTo(PROMPT);
        assertThat(slack.calls("conversations.replies")).isEmpty();
    }

    @Test
    void where_slack_does_not_say_whose_thread_it_is_it_is_asked_once() {
        slack.workspace().has("C0TABLE", "team-day", "U0BOB");
        Place there = new SlackId(FakeSlack.TEAM, "C0TABLE").place();
        Outgoing said = new Outgoing.Post(there, Optional.empty(), Content.text("Round 1"), false);
        String ours = ((SendResult.Sent) bot.platform().send("d1", said)).ref().id();
        String theirs = slack.workspace().says("U0BOB", "C0TABLE", Optional.empty(), "Lunch?");
        UnaryOperator<String> silent = text ->
                text.replace("\"parent_user_id\": \"U0BOT\",", "").replace("1778580001.000200", "1778580009.000200");

        told = text -> silent.apply(text).replace("1778579000.000100", theirs);
        brings("reply.json");
        assertThat(heard).isEmpty();

        told = text -> silent.apply(text).replace("1778579000.000100", ours);
        slack.next("conversations.replies", FakeSlack.Fault.UNAVAILABLE);
        assertThatThrownBy(() -> brings("reply.json")).hasCauseInstanceOf(UnknownOutcome.class);
        assertThat(brings("reply.json").getStatusCode()).isEqualTo(200);
        brings("reply.json");

        assertThat(heard).hasSize(2).allSatisfy(h -> assertThat(h).isInstanceOf(Incoming.Reply.class));
        assertThat(slack.calls("conversations.replies")).hasSize(3);
    }

    @Test
    void the_answer_to_a_button_in_a_thread_is_read_there() {
        answer = Answer.whisper(Content.text("You are in."));
        told = text -> text.replace("\"is_ephemeral\"", "\"thread_ts\":\"1778579000.000100\",\"is_ephemeral\"");
        brings("press.payload");

        assertThat(call("response/r1").of("json")).contains("\"thread_ts\":\"1778579000.000100\"");
    }

    @Test
    void slack_may_ask_whether_this_is_the_right_address() {
        Response response = brings("url-verification.json");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).contains("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
    }

    @Test
    void who_cannot_sign_is_not_heard() {
        Response response = brings("command.form", "another secret");

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(heard).isEmpty();
    }

    @Test
    void what_was_signed_long_ago_is_not_heard() {
        Response response = brings("command.form", FakeSlack.SECRET, System.currentTimeMillis() / 1000 - 600);

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(heard).isEmpty();
    }

    @Test
    void files_of_a_whisper_come_where_the_bot_and_the_person_are_alone() {
        bot.with("s1/d.md", new Media.Medium("d.md", "text/markdown", new byte[] {35}));
        answer = Answer.whisper(
                Content.of(new Content.Part.Paragraph("Here."), new Content.Part.File("s1/d.md", "d.md")));

        brings("command.form");

        assertThat(call("files.completeUploadExternal").of("channel_id"))
                .isEqualTo(slack.workspace().directOf("U0ADA").id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply.json", "command.form", "press.payload", "form.payload"})
    void what_cannot_be_kept_is_not_acknowledged(String file) {
        broken = true;

        assertThat(Optional.of(file).map(f -> {
                    try {
                        return brings(f).getStatusCode();
                    } catch (AssertionError | RuntimeException e) {
                        return 500;
                    }
                }))
                .contains(500);
    }

    @Test
    void while_slack_does_not_say_who_came_it_is_asked_to_tell_again() {
        slack.next("users.info", FakeSlack.Fault.UNAVAILABLE);

        assertThat(Optional.of("joined.json").map(f -> {
                    try {
                        return brings(f).getStatusCode();
                    } catch (AssertionError | RuntimeException e) {
                        return 500;
                    }
                }))
                .contains(500);
        brings("joined.json");

        assertThat(heardOne(Incoming.Arrived.class).by().name()).isEqualTo("Ada");
    }

    @Test
    void who_is_not_known_for_sure_begins_no_cafe() {
        slack.next("users.info", FakeSlack.Fault.UNAVAILABLE);

        brings("command.form");

        assertThat(heard.getFirst().by().name()).isEqualTo("ada");
        assertThat(heard.getFirst().by().mayBegin()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uninstalled.json", "tokens-revoked.json"})
    void where_the_app_was_taken_away_nothing_is_heard_any_more(String file) {
        brings("message.json");
        slack.workspace().revoke();
        brings(file);
        heard.clear();

        try {
            brings("message.json");
        } catch (AssertionError | RuntimeException e) {
            assertThat(e).hasMessageContaining("token");
        }
        assertThat(heard).isEmpty();
    }
}
