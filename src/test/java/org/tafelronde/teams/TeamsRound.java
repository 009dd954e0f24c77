package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.time.Patience;

/** A first round in the real house, with a facilitator and six people. */
abstract class TeamsRound {
    private static final int PEOPLE = 6;
    static final String QUESTION = "Who decides when nobody is there?";
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    @TempDir
    Path folder;

    final FakeTeams teams = new FakeTeams();
    final Activities activities = new Activities(teams);
    final List<String> people = new ArrayList<>();
    Optional<Server> server = Optional.empty();
    String ada = "";
    String plenary = "";

    /** What is so before anything is said. */
    void inThisTeam() {}

    String begunIn() {
        return FakeTeams.TEAM;
    }

    @BeforeEach
    void a_round_is_under_way() {
        inThisTeam();
        Map<String, Object> settings = new HashMap<>(TeamsSettingsTest.on(teams));
        settings.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        settings.put("tafelronde.base-url", "https://cafe.example.org");
        settings.put("micronaut.server.port", "-1");
        server = Optional.of(Server.start(settings, "playground"));
        ada = teams.person("Ada");
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(teams.person("Guest " + i));
        }
        says(ada, begunIn(), "new smart-from-the-start.en");
        FakeTeams.Message welcome = comes(m -> button(m, " join").isPresent());
        plenary = channelOf(welcome) + welcome.root.map(r -> ";messageid=" + r).orElse("");
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

    // Helpers

    /** Not the address that it tells others. */
    String here() {
        return "http://127.0.0.1:"
                + server.orElseThrow().bean(EmbeddedServer.class).getPort();
    }

    static Predicate<FakeTeams.Message> isPrompt() {
        return m -> text(m).startsWith("Round 1 ·") && m.activity.toString().contains("Input.Text");
    }

    static JsonNode box(FakeTeams.Message message) {
        return button(message, " under").orElseThrow();
    }

    HttpResponse<byte[]> get(String address) {
        String here = here() + URI.create(address).getRawPath();
        return Activities.send(HttpRequest.newBuilder(URI.create(here)).build());
    }

    static Optional<String> open(FakeTeams.Message message, String label) {
        return SeenCard.of(message.activity).buttons().stream()
                .filter(b -> b.path("title").asText().equals(label))
                .map(b -> b.path("url").asText())
                .findFirst();
    }

    FakeTeams.Message comes(Predicate<FakeTeams.Message> which) {
        Supplier<Optional<FakeTeams.Message>> found =
                () -> everywhere().stream().filter(which).findFirst();
        return PATIENCE.until(found)
                .orElseThrow(() -> new AssertionError("it does not come; there is "
                        + everywhere().stream()
                                .map(m -> text(m).lines().findFirst().orElse(""))
                                .toList()));
    }

    List<FakeTeams.Message> everywhere() {
        return teams.channels().keySet().stream()
                .flatMap(id -> teams.messages(id).stream())
                .toList();
    }

    String channelOf(FakeTeams.Message message) {
        return teams.channels().keySet().stream()
                .filter(id -> teams.messages(id).contains(message))
                .findFirst()
                .orElseThrow();
    }

    void says(String who, String conversation, String text) {
        brings(activities.mention(who, conversation, text));
    }

    HttpResponse<byte[]> brings(JsonNode activity) {
        URI endpoint = URI.create(here() + "/api/messages");
        HttpResponse<byte[]> response = activities.bring(endpoint, activity);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    /**
     * @return what is said under the card
     */
    String presses(String who, String conversation, JsonNode data) {
        HttpResponse<byte[]> response = brings(activities.press(who, conversation, data));
        return Json.read(response.body()).orElseThrow().path("value").asText();
    }

    static Optional<JsonNode> button(FakeTeams.Message message, String action) {
        return SeenCard.of(message.activity).buttons().stream()
                .map(b -> b.path("data"))
                .filter(d -> (d.path(Cards.OURS).path("action").asText() + " ").contains(action + " "))
                .findFirst();
    }

    static String text(FakeTeams.Message message) {
        return SeenCard.of(message.activity).text();
    }
}
