package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.time.Patience;

/** What people in a round meet, in the real house: their box, a channel that is gone, an app that is taken away, the files afterwards. */
class TeamsPeopleTest {
    private static final int PEOPLE = 6;
    private static final int TOO_MUCH = 100_000;
    private static final String QUESTION = "Who decides when nobody is there?";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private final FakeTeams teams = new FakeTeams();
    private final Activities activities = new Activities(teams);
    private final List<String> people = new ArrayList<>();
    private Optional<Server> server = Optional.empty();
    private String ada = "";
    private String plenary = "";

    @BeforeEach
    void a_round_is_under_way() {
        Map<String, Object> settings = new HashMap<>(TeamsSettingsTest.on(teams));
        settings.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        settings.put("tafelronde.base-url", "https://cafe.example.org");
        settings.put("micronaut.server.port", "-1");
        server = Optional.of(Server.start(settings, "playground"));
        ada = teams.person("Ada");
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(teams.person("Guest " + i));
        }
        says(ada, FakeTeams.TEAM, "new smart-from-the-start.en");
        FakeTeams.Message welcome = comes(m -> button(m, " join").isPresent());
        plenary = channelOf(welcome);
        people.forEach(p -> presses(p, plenary, button(welcome, " join").orElseThrow()));
        says(ada, plenary, "start");
        for (int i = 0; i < 3; i++) {
            says(ada, plenary, "skip");
        }
        comes(isPrompt());
    }

    @AfterEach
    void closes() {
        server.ifPresent(Server::close);
        teams.close();
    }

    @Test
    void without_a_consent_to_read_people_ask_in_the_box_and_a_double_press_asks_once() {
        FakeTeams.Message prompt = comes(isPrompt());
        JsonNode typed = ((ObjectNode) box(prompt).deepCopy()).put("text", QUESTION);

        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
        assertThat(presses(people.getFirst(), channelOf(prompt), box(prompt))).startsWith("There was no question");

        FakeTeams.Message shown = comes(m -> text(m).contains(QUESTION));
        assertThat(shown.root).contains(prompt.id);
        assertThat(text(shown)).doesNotContain("Guest");
        says(people.getFirst(), channelOf(prompt), "mine");
        comes(m -> text(m).contains("1. " + QUESTION));
        assertThat(everywhere().stream().filter(m -> text(m).startsWith(QUESTION)))
                .hasSize(1);
    }

    @Test
    void a_message_of_a_hundred_thousand_characters_harms_nobody() {
        FakeTeams.Message prompt = comes(isPrompt());
        String thread = channelOf(prompt) + ";messageid=" + prompt.id;
        brings(activities.message(people.getFirst(), thread, "x".repeat(TOO_MUCH)));
        comes(m -> text(m).contains("Please make it shorter"));
        JsonNode typed = ((ObjectNode) box(prompt).deepCopy()).put("text", QUESTION);
        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
    }

    @Test
    void a_table_whose_channel_was_deleted_gets_another_with_the_same_prompt() {
        FakeTeams.Message prompt = comes(isPrompt());
        String gone = channelOf(prompt);
        String words = text(prompt).lines().findFirst().orElseThrow();
        teams.deletes(gone);
        ObjectNode deleted = activities.channelDeleted(people.getFirst(), gone);
        brings(deleted);
        brings(deleted);

        FakeTeams.Message told = comes(m -> button(m, " reopen").isPresent());
        assertThat(text(told)).contains("Guest 1");
        presses(ada, teams.chatOf(ada), button(told, " reopen").orElseThrow());
        FakeTeams.Message again = comes(m -> text(m).startsWith(words));

        assertThat(channelOf(again)).isNotEqualTo(gone);
        JsonNode typed = ((ObjectNode) box(again).deepCopy()).put("text", QUESTION);
        assertThat(presses(people.getFirst(), channelOf(again), typed)).isEqualTo("Kept as question 1.");
        assertThat(everywhere().stream().filter(m -> button(m, " reopen").isPresent()))
                .hasSize(1);
    }

    @Test
    void an_app_that_is_taken_away_is_answered_and_put_back_it_says_what_waited() {
        FakeTeams.Message prompt = comes(isPrompt());
        teams.installed(false);
        brings(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "remove"));
        JsonNode typed = ((ObjectNode) box(prompt).deepCopy()).put("text", QUESTION);
        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
        teams.installed(true);
        brings(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "add"));

        says(ada, plenary, "resend");
        comes(m -> text(m).startsWith(QUESTION));
    }

    @Test
    void the_files_of_the_digest_are_opened_by_their_address_until_the_cafe_is_deleted() {
        says(ada, plenary, "close anyway");
        FakeTeams.Message draft = comes(m -> open(m, "digest.html").isPresent());
        String address = open(draft, "digest.html").orElseThrow();

        assertThat(address).startsWith("https://cafe.example.org/files/").doesNotContain("Ada", ada);
        HttpResponse<byte[]> html = get(address);
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(new String(html.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<html");
        HttpResponse<byte[]> png = get(draft.activity.findValue("url").asText());
        assertThat(png.headers().firstValue("content-type")).contains("image/png");

        says(ada, plenary, "delete anyway");
        PATIENCE.until(() -> Optional.of(get(address)).filter(r -> r.statusCode() == 404))
                .orElseThrow();
    }

    // Helpers

    /** Not the address that it tells others. */
    private String here() {
        return "http://127.0.0.1:"
                + server.orElseThrow().bean(EmbeddedServer.class).getPort();
    }

    private static Predicate<FakeTeams.Message> isPrompt() {
        return m -> text(m).startsWith("Round 1 ·") && m.activity.toString().contains("Input.Text");
    }

    private static JsonNode box(FakeTeams.Message message) {
        return button(message, " under").orElseThrow();
    }

    private HttpResponse<byte[]> get(String address) {
        String here = here() + URI.create(address).getRawPath();
        return Activities.send(HttpRequest.newBuilder(URI.create(here)).build());
    }

    private static Optional<String> open(FakeTeams.Message message, String label) {
        return SeenCard.of(message.activity).buttons().stream()
                .filter(b -> b.path("title").asText().equals(label))
                .map(b -> b.path("url").asText())
                .findFirst();
    }

    private FakeTeams.Message comes(Predicate<FakeTeams.Message> which) {
        Supplier<Optional<FakeTeams.Message>> found =
                () -> everywhere().stream().filter(which).findFirst();
        return PATIENCE.until(found)
                .orElseThrow(() -> new AssertionError("it does not come; there is "
                        + everywhere().stream()
                                .map(m -> text(m).lines().findFirst().orElse(""))
                                .toList()));
    }

    private List<FakeTeams.Message> everywhere() {
        return teams.channels().keySet().stream()
                .flatMap(id -> teams.messages(id).stream())
                .toList();
    }

    private String channelOf(FakeTeams.Message message) {
        return teams.channels().keySet().stream()
                .filter(id -> teams.messages(id).contains(message))
                .findFirst()
                .orElseThrow();
    }

    private void says(String who, String conversation, String text) {
        brings(activities.mention(who, conversation, text));
    }

    private HttpResponse<byte[]> brings(JsonNode activity) {
        URI endpoint = URI.create(here() + "/api/messages");
        HttpResponse<byte[]> response = activities.bring(endpoint, activity);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    /**
     * @return what is said under the card
     */
    private String presses(String who, String conversation, JsonNode data) {
        HttpResponse<byte[]> response = brings(activities.press(who, conversation, data));
        return Json.read(response.body()).orElseThrow().path("value").asText();
    }

    private static Optional<JsonNode> button(FakeTeams.Message message, String action) {
        return SeenCard.of(message.activity).buttons().stream()
                .map(b -> b.path("data"))
                .filter(d -> (d.path(Cards.OURS).path("action").asText() + " ").contains(action + " "))
                .findFirst();
    }

    private static String text(FakeTeams.Message message) {
        return SeenCard.of(message.activity).text();
    }
}
