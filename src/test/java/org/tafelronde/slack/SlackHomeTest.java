package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Panel;
import org.tafelronde.domain.script.Language;
import org.tafelronde.flow.FrontDoor;
import org.tafelronde.flow.Panels;
import org.tafelronde.flow.Settings;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Stragglers;
import org.tafelronde.flow.TimerFlow;
import org.tafelronde.testing.InMemory;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.testing.TestScripts;
import org.tafelronde.time.Ids;
import org.tafelronde.time.Patience;

/** The app's Home: everybody's panel, and how it stays fresh. */
class SlackHomeTest {
    private static final String ADA = "U0ADA";
    private static final String BOB = "U0BOB";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final TestSlack bot = TestSlack.on(slack, clock);
    private volatile String shown = "Round 1";
    private App app;
    private int events;

    @BeforeEach
    void people() {
        slack.workspace().knows(ADA, "Ada");
        slack.workspace().knows(BOB, "Bob");
        app = bot.showing(looker -> List.of(Content.text(looker.name() + ": " + shown)))
                .hearing(what -> Answer.SILENT);
    }

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    // What people do

    private void opens(String user) {
        opens(user, true);
    }

    private void opens(String user, boolean knownToSlack) {
        brings(
                """
                {"type":"event_callback","team_id":"T0CAFE","api_app_id":"A0TAFEL","event_id":"Ev%d","event_time":1778580000,
                 "event":{"type":"app_home_opened","user":"%s","channel":"D1","tab":"home","event_ts":"1778580010.0001"%s}}""".formatted(++events, user, knownToSlack ? ",\"view\":{\"id\":\"V0HOME\",\"type\":\"home\"}" : ""),
                "application/json");
    }

    private void presses(String user, String type, String privately, String action) {
        JsonObject payload =
                JsonParser.parseString("""
                {"type":"block_actions","user":{"id":"%s","name":"x","team_id":"T0CAFE"},"team":{"id":"T0CAFE"},
                 "api_app_id":"A0TAFEL","trigger_id":"trigger.%d","container":{"type":"view","view_id":"V0%s"},
                 "actions":[{"action_id":"press:0","type":"button"}]}""".formatted(user, ++events, type)).getAsJsonObject();
        payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("value", action);
        JsonObject view = new JsonObject();
        view.addProperty("id", "V0" + type);
        view.addProperty("type", type);
        view.addProperty("private_metadata", privately);
        payload.add("view", view);
        brings(
                "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
    }

    private void commands(String user, String text) {
        String form = Map.of(
                        "team_id",
                        "T0CAFE",
                        "channel_id",
                        slack.workspace().directOf(user).id,
                        "user_id",
                        user,
                        "user_name",
                        user,
                        "command",
                        "/cafe",
                        "text",
                        text,
                        "response_url",
                        slack.responseUrl("r"),
                        "trigger_id",
                        "trigger." + ++events)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        brings(form, "application/x-www-form-urlencoded");
    }

    private void brings(String body, String type) {
        String now = String.valueOf(System.currentTimeMillis() / 1000);
        Map<String, List<String>> headers = Map.of(
                "X-Slack-Request-Timestamp", List.of(now),
                "X-Slack-Signature", List.of(new SlackSignature.Generator(FakeSlack.SECRET).generate(now, body)),
                "Content-Type", List.of(type));
        try {
            Response response = app.run(new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .requestBody(body)
                            .headers(new RequestHeaders(headers))
                            .remoteAddress("127.0.0.1")
                            .build()));
            assertThat(response.getStatusCode()).isEqualTo(200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // What they see

    private List<FakeSlack.Call> pages(String user) {
        return slack.calls("views.publish").stream()
                .filter(c -> c.of("user_id").equals(user))
                .toList();
    }

    private JsonObject page(String user, int n) {
        return PATIENCE.until(() -> Optional.of(pages(user)).filter(p -> p.size() >= n))
                .map(p -> JsonParser.parseString(p.getLast().of("view")).getAsJsonObject())
                .orElseThrow(() -> new AssertionError("only " + pages(user).size() + " pages for " + user));
    }

    private String reads(String user, int n) {
        return FakeBlocks.read(page(user, n));
    }

    /** What the clockwork does, some seconds later. */
    private void later(long seconds) {
        clock.forward(Duration.ofSeconds(seconds));
        bot.chores().look();
    }

    // Staying fresh

    @Test
    void who_opens_it_sees_their_panel_and_a_change_of_it_once() {
        opens(ADA);
        assertThat(reads(ADA, 1)).contains("Ada: Round 1");

        later(5);
        later(5);
        assertThat(pages(ADA)).as("nothing changed").hasSize(1);

        shown = "Round 2";
        later(5);
        later(5);
        assertThat(pages(ADA)).hasSize(2);
        assertThat(reads(ADA, 2)).contains("Ada: Round 2");
    }

    @Test
    void it_changes_every_five_seconds_at_most() {
        opens(ADA);
        page(ADA, 1);
        for (int second = 1; second <= 20; second++) {
            shown = "second " + second;
            later(1);
        }
        assertThat(pages(ADA)).hasSize(5);
    }

    @Test
    void after_a_button_on_it_what_changed_is_there_at_once() {
        opens(ADA);
        page(ADA, 1);
        shown = "Pause";
        presses(ADA, "home", "", "@s1 pause");
        assertThat(reads(ADA, 2)).contains("Ada: Pause");
    }

    @Test
    void after_a_button_elsewhere_too_for_who_has_it_open() {
        opens(ADA);
        page(ADA, 1);
        shown = "Pause";
        presses(ADA, "modal", "", "@s1 pause");
        presses(BOB, "modal", "", "@s1 pause");
        assertThat(reads(ADA, 2)).contains("Ada: Pause");
        shown = "Round 1";
        commands(ADA, "resume");
        assertThat(reads(ADA, 3)).contains("Ada: Round 1");
        assertThat(pages(BOB)).isEmpty();
    }

    @Test
    void opened_again_it_is_published_only_when_it_changed_or_slack_has_none() {
        opens(ADA);
        page(ADA, 1);
        opens(ADA);
        later(5);
        assertThat(pages(ADA)).hasSize(1);
        opens(ADA, false);
        assertThat(reads(ADA, 2)).contains("Round 1");
    }

    @Test
    void an_hour_after_somebody_opened_it_they_are_left_alone() {
        opens(ADA);
        page(ADA, 1);
        shown = "Round 2";
        later(3_601);
        assertThat(pages(ADA)).hasSize(1);
        opens(ADA);
        assertThat(reads(ADA, 2)).contains("Round 2");
    }

    @Test
    void the_messages_tab_is_none_of_it() {
        brings("""
                {"type":"event_callback","team_id":"T0CAFE","event_id":"Ev1","event_time":1778580000,
                 "event":{"type":"app_home_opened","user":"U0ADA","channel":"D1","tab":"messages","event_ts":"1778580010.0001"}}""", "application/json");
        later(5);
        assertThat(pages(ADA)).isEmpty();
    }

    // When Slack does not want to

    @Test
    void what_slack_does_not_take_now_it_takes_later() {
        slack.next("views.publish", FakeSlack.Fault.TOO_MANY);
        opens(ADA);
        page(ADA, 1);
        later(1);
        assertThat(pages(ADA)).as("it asked to be left alone").hasSize(1);
        later(5);
        assertThat(pages(ADA)).hasSize(2);

        slack.next("views.publish", FakeSlack.Fault.UNAVAILABLE_AFTER);
        shown = "Round 2";
        later(5);
        later(5);
        assertThat(pages(ADA))
                .as("in doubt it is published again: it reads the same")
                .hasSize(4);
        later(5);
        assertThat(pages(ADA)).hasSize(4);
    }

    @Test
    void what_slack_refuses_is_not_tried_again_until_it_is_opened() {
        opens(ADA);
        page(ADA, 1);
        slack.workspace().revoke();
        shown = "Round 2";
        later(5);
        later(5);
        assertThat(pages(ADA)).hasSize(2);
        opens(ADA);
        page(ADA, 3);
    }

    @Test
    void a_panel_that_cannot_be_made_stops_nothing() {
        opens(ADA);
        page(ADA, 1);
        bot.showing(looker -> {
            throw new IllegalStateException("the database is away");
        });
        later(5);
        bot.showing(looker -> List.of(Content.text("Back.")));
        later(5);
        assertThat(reads(ADA, 2)).contains("Back.");
    }

    @Test
    void many_people_are_served_within_what_slack_takes() {
        slack.limited();
        List<String> people = IntStream.range(0, 150)
                .mapToObj(i -> slack.workspace().person("Guest " + i))
                .toList();
        // Who they are is asked once an hour, within its own limit.
        for (String person : people.subList(0, 60)) {
            opens(person);
            page(person, 1);
        }
        clock.forward(Duration.ofMinutes(1));
        shown = "Round 2";
        for (int second = 1; second <= 6; second++) {
            later(1);
        }
        assertThat(people.subList(0, 60))
                .allSatisfy(p -> assertThat(reads(p, 2)).contains("Round 2"));
        int before = slack.calls("views.publish").size();
        for (int second = 1; second <= 12; second++) {
            shown = "second " + second;
            later(1);
        }
        assertThat(slack.calls("views.publish").size() - before).isLessThanOrEqualTo(40);
    }

    // How it looks

    @Test
    void people_s_words_stand_in_rich_text_and_a_long_page_is_cut_with_its_buttons_kept() {
        List<String> many = IntStream.range(0, 400)
                .mapToObj(i -> "<!channel> table " + i + " " + "x".repeat(60))
                .toList();
        bot.showing(looker -> List.of(
                Content.text("First").with(Button.primary("Go <on>", "a")),
                Content.of(new Content.Part.Bullets(many)).with(Button.plain("Again", "b")),
                Content.of(IntStream.range(0, 200)
                                .mapToObj(i -> new Content.Part.Note("n" + i))
                                .toArray(Content.Part[]::new))
                        .with(Button.plain("Last", "c"))));
        opens(ADA);
        JsonObject view = page(ADA, 1);
        assertThat(FakeBlocks.viewProblem(view)).isEmpty();
        assertThat(view.getAsJsonArray("blocks").size()).isLessThanOrEqualTo(100);
        assertThat(FakeBlocks.read(view)).contains("First", "<!channel> table 0", "Go <on>", "Again", "Last", "…");
        for (JsonElement block : view.getAsJsonArray("blocks")) {
            assertThat(block.toString()).doesNotContain("mrkdwn");
        }
        later(5);
        assertThat(pages(ADA)).hasSize(1);
    }

    @Test
    void many_short_parts_are_as_many_blocks_as_slack_takes() {
        bot.showing(looker -> List.of(Content.of(IntStream.range(0, 200)
                .mapToObj(i -> new Content.Part.Note("n" + i))
                .toArray(Content.Part[]::new))));
        opens(ADA);
        assertThat(page(ADA, 1).getAsJsonArray("blocks").size()).isBetween(90, 100);
    }

    // A café, by the real flows

    private void inACafe() {
        Stores stores = new InMemory().with(TestScripts.whole()).stores(new Ids(clock), clock);
        Settings settings = new Settings(ZoneId.of("Europe/Amsterdam"), Language.EN, Set.of());
        FrontDoor door = new FrontDoor(stores, settings, () -> {});
        Panel panel = new Panels(stores, settings);
        app = bot.showing(looker -> stores.transactions().inOne(() -> panel.of(looker)))
                .hearing(door);
        commands(ADA, "new harbour");
        List<String> guests = new ArrayList<>(List.of(BOB));
        IntStream.range(0, 11).forEach(i -> guests.add(slack.workspace().person("Guest " + i)));
        String join = "@" + stores.sessions().all().getFirst().setting().id() + " join";
        guests.forEach(guest -> presses(guest, "modal", "", join));
        commands(ADA, "start");
        TimerFlow timers = new TimerFlow(stores, door, Stragglers.NOBODY, () -> {});
        for (int minute = 0; minute < 16; minute++) {
            clock.forward(Duration.ofMinutes(1));
            timers.doDue(clock.instant());
        }
    }

    private static String action(JsonElement in, String label) {
        if (in.isJsonArray()) {
            return in.getAsJsonArray().asList().stream()
                    .map(e -> action(e, label))
                    .filter(a -> !a.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (!in.isJsonObject()) {
            return "";
        }
        JsonObject object = in.getAsJsonObject();
        if (object.has("value") && FakeBlocks.read(object.get("text")).strip().equals(label)) {
            return object.get("value").getAsString();
        }
        return object.asMap().values().stream()
                .map(e -> action(e, label))
                .filter(a -> !a.isEmpty())
                .findFirst()
                .orElse("");
    }

    private JsonObject window(String method, String saying) {
        return PATIENCE.until(() -> slack.calls(method).stream()
                        .map(c -> JsonParser.parseString(c.of("view")).getAsJsonObject())
                        .filter(view -> FakeBlocks.read(view).contains(saying))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("no window says " + saying));
    }

    @Test
    void the_facilitator_extends_from_home_and_sees_the_new_end_before_it_is_so() {
        inACafe();
        opens(ADA);
        JsonObject home = page(ADA, 1);
        assertThat(FakeBlocks.viewProblem(home)).isEmpty();
        assertThat(FakeBlocks.read(home)).contains("Nu: Ronde 1: Idea, tot 14:35 (nog 19 minuten).", "12 van de 13");

        presses(ADA, "home", "", action(home, "5 minuten erbij"));
        JsonObject preview = window("views.open", "Idea zou tot 14:40 duren");
        assertThat(preview.get("type").getAsString()).isEqualTo("modal");
        assertThat(FakeBlocks.viewProblem(preview)).isEmpty();
        assertThat(FakeBlocks.read(preview)).contains("om 16:09 eindigen");
        later(5);
        assertThat(pages(ADA)).as("nothing is so yet").hasSize(1);

        presses(ADA, "modal", preview.get("private_metadata").getAsString(), action(preview, "Doen"));
        assertThat(FakeBlocks.viewProblem(window("views.update", "Idea duurt tot 14:40")))
                .isEmpty();
        assertThat(reads(ADA, 2)).contains("tot 14:40 (nog 24 minuten). Het café eindigt om 16:09.");
    }

    @Test
    void a_participant_opens_the_form_for_a_question_from_home() {
        inACafe();
        opens(BOB);
        JsonObject home = page(BOB, 1);
        assertThat(FakeBlocks.read(home)).contains("Je zit aan tafel", "tot 14:35", "Hulp vragen");
        presses(BOB, "home", "", action(home, "Een vraag stellen"));
        assertThat(FakeBlocks.viewProblem(window("views.open", "Je vraag"))).isEmpty();
    }
}
