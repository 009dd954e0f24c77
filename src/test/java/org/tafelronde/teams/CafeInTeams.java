package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.time.Patience;

/** A whole café in the real house: a facilitator and a dozen people, from checking in to the digest. */
abstract class CafeInTeams {
    private static final int PEOPLE = 12;
    private static final int TABLES = 4;
    private static final int ROUNDS = 3;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    @TempDir
    Path folder;

    final FakeTeams teams = new FakeTeams();
    final Activities activities = new Activities(teams);
    final List<String> people = new ArrayList<>();
    String ada = "";
    Optional<Server> server = Optional.empty();
    private URI endpoint = URI.create("http://127.0.0.1/");

    private void opens() {
        Map<String, Object> settings = new HashMap<>(TeamsSettingsTest.on(teams));
        settings.put("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        settings.put("micronaut.server.port", "-1");
        server = Optional.of(Server.start(settings, "playground"));
        endpoint = URI.create(server.get().address() + "/api/messages");
    }

    @AfterEach
    void closes() {
        server.ifPresent(Server::close);
        teams.close();
    }

    /** What happens to the bot while people talk. */
    void inMidRound(String plenary) {}

    /** What stands at the tables is theirs, and whatever else is to be seen there. */
    void hasTalked(int round, Map<String, FakeTeams.Message> prompts) {}

    /** When everything is said. */
    void isOver(String plenary) {}

    /** The program ends, and is started again. */
    void restarts() {
        server.ifPresent(Server::close);
        opens();
    }

    @Test
    void a_dozen_people_go_from_checking_in_to_the_digest() {
        opens();
        ada = teams.person("Ada");
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(teams.person("Guest " + i));
        }
        says(ada, FakeTeams.TEAM, "new smart-from-the-start.en");
        FakeTeams.Message welcome = anywhere(m -> button(m, " join").isPresent());
        String plenary = conversationOf(welcome);
        people.forEach(p -> presses(p, plenary, welcome, " join"));

        says(ada, plenary, "start");
        says(ada, plenary, "skip");
        // What Teams told is known after a start of the program, too.
        restarts();
        says(ada, plenary, "skip");
        says(ada, plenary, "skip");
        List<String> asked = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            asked.addAll(talks(plenary, round));
            says(ada, plenary, "skip");
            says(ada, plenary, "skip");
        }
        votes();
        says(ada, plenary, "skip anyway");
        says(ada, plenary, "skip anyway");
        says(ada, plenary, "skip");
        looksBack(plenary);
        says(people.getFirst(), plenary, "action Call the supplier; team lead");
        says(ada, plenary, "skip anyway");
        publishes(asked);
        isOver(plenary);
    }

    void looksBack(String plenary) {
        says(people.getFirst(), plenary, "answer I heard a new question.");
        comes(() -> told(people.getFirst(), "without your name"));
    }

    /** Two people at each table ask under the prompt of the round; each sees that it was heard. What they say is brought twice. */
    private List<String> talks(String plenary, int round) {
        Map<String, FakeTeams.Message> prompts = comes(() -> prompts(round));
        List<String> asked = new ArrayList<>();
        prompts.forEach((conversation, prompt) -> {
            String thread = prompt.root.isPresent() ? conversation : conversation + ";messageid=" + prompt.id;
            List<String> here = seated(conversation);
            for (String who : here.subList(0, Math.min(2, here.size()))) {
                String question = "Who decides here, and who pays? " + people.indexOf(who) + "-" + round;
                asks(who, thread, question);
                asked.add(question);
            }
        });
        if (round == 2) {
            inMidRound(plenary);
            says(ada, plenary, "intervene business-case anyway");
            anywhere(m -> text(m).contains("This is fiction"));
        }
        hasTalked(round, prompts);
        return asked;
    }

    /** They see that it was heard, and it is brought twice. */
    void asks(String who, String thread, String question) {
        ObjectNode message = activities.message(who, thread, question);
        brings(message);
        brings(message);
        comes(() -> message(thread, message.path("id").asText())
                .filter(m -> m.reactions.contains("2705_whiteheavycheckmark")));
    }

    /** A prompt at each table, by where it is. */
    Optional<Map<String, FakeTeams.Message>> prompts(int round) {
        Map<String, FakeTeams.Message> prompts = new TreeMap<>();
        teams.channels().values().stream()
                .filter(c -> c.id.startsWith("19:"))
                .forEach(c -> teams.messages(c.id).stream()
                        .filter(m -> text(m).startsWith("Round " + round + " ·"))
                        .forEach(m -> prompts.put(
                                c.id + m.root.map(r -> ";messageid=" + r).orElse(""), m)));
        return Optional.of(prompts).filter(p -> p.size() == TABLES);
    }

    List<String> seated(String conversation) {
        // Everybody may speak anywhere in the team; whoever does, asks.
        int table = Math.floorMod(new ArrayList<>(rooms().values()).indexOf(conversation), PEOPLE / 2);
        return people.subList(2 * table, 2 * table + 2);
    }

    private void votes() {
        List<FakeTeams.Message> ballots = comes(() -> Optional.of(inChannels().stream()
                        .filter(m -> button(m, " ballot").isPresent())
                        .toList())
                .filter(all -> all.size() == TABLES));
        ballots.forEach(b -> votes(conversationOf(b), number(b)));
        comes(() -> Optional.of(people.stream()
                        .filter(p -> told(p, "Your choice").isPresent())
                        .count())
                .filter(counted -> counted >= PEOPLE / 2));
    }

    void votes(String conversation, String number) {
        people.forEach(p -> says(p, conversation, "vote " + number));
    }

    private static String number(FakeTeams.Message ballot) {
        return text(ballot)
                .lines()
                .filter(l -> l.matches("\\d+\\. .*"))
                .findFirst()
                .map(l -> l.substring(0, l.indexOf('.')))
                .orElseThrow();
    }

    private void publishes(List<String> asked) {
        FakeTeams.Message draft = comes(() -> teams.messages(teams.chatOf(ada)).stream()
                .filter(m -> button(m, " publish").isPresent())
                .findFirst());
        presses(ada, teams.chatOf(ada), draft, " publish");
        FakeTeams.Message files = anywhere(m -> text(m).contains("[digest.html]"));
        String digest = teams.messages(TeamsId.channelOf(conversationOf(files))).stream()
                .filter(m -> m == files || m.id.equals(files.root.orElse("")) || m.root.equals(files.root))
                .map(CafeInTeams::text)
                .collect(Collectors.joining("\n"));
        assertThat(asked).anyMatch(digest::contains);
        assertThat(digest).doesNotContain("Guest");
        // Whoever reads it tells what became of the actions.
        String reader = people.getLast();
        says(reader, conversationOf(files), "followup 1 done");
        comes(() -> told(reader, "Action 1: done"));
        assertThat(inChannels().stream()
                        .map(CafeInTeams::text)
                        .filter(t -> t.startsWith("Round "))
                        .filter(t -> t.contains(" · ")))
                .as("nothing is said twice")
                .doesNotHaveDuplicates();
    }

    // Helpers

    /** All tables. */
    Map<String, String> rooms() {
        Map<String, String> rooms = new TreeMap<>();
        prompts(1).orElse(Map.of()).forEach((conversation, prompt) -> rooms.put(conversation, conversation));
        return rooms;
    }

    String conversationOf(FakeTeams.Message message) {
        String channel = teams.channels().values().stream()
                .filter(c -> teams.messages(c.id).contains(message))
                .findFirst()
                .orElseThrow()
                .id;
        return channel + message.root.map(r -> ";messageid=" + r).orElse("");
    }

    private Optional<FakeTeams.Message> message(String conversation, String id) {
        return teams.messages(TeamsId.channelOf(conversation)).stream()
                .filter(m -> m.id.equals(id))
                .findFirst();
    }

    FakeTeams.Message anywhere(Predicate<FakeTeams.Message> which) {
        return comes(() -> inChannels().stream().filter(which).findFirst());
    }

    List<FakeTeams.Message> inChannels() {
        return teams.channels().values().stream()
                .filter(c -> c.id.startsWith("19:"))
                .flatMap(c -> teams.messages(c.id).stream())
                .toList();
    }

    Optional<String> told(String who, String words) {
        return teams.messages(teams.chatOf(who)).stream()
                .map(CafeInTeams::text)
                .filter(t -> t.contains(words))
                .findFirst();
    }

    void says(String who, String conversation, String text) {
        brings(activities.mention(who, conversation, text));
    }

    HttpResponse<byte[]> brings(JsonNode activity) {
        HttpResponse<byte[]> response = activities.bring(endpoint, activity);
        assertThat(response.statusCode()).as(activity.toString()).isEqualTo(200);
        return response;
    }

    private void presses(String who, String conversation, FakeTeams.Message message, String action) {
        JsonNode data = button(message, action).orElseThrow();
        HttpResponse<byte[]> response = brings(activities.press(who, conversation, data));
        assertThat(Json.read(response.body()).orElseThrow().path("statusCode").asInt())
                .isEqualTo(200);
    }

    private static Optional<JsonNode> button(FakeTeams.Message message, String action) {
        return SeenCard.of(message.activity).buttons().stream()
                .map(b -> b.path("data"))
                .filter(d -> (d.path(Cards.OURS).path("action").asText() + " ").contains(action + " "))
                .findFirst();
    }

    static String text(FakeTeams.Message message) {
        return SeenCard.of(message.activity).text();
    }

    <T> T comes(Supplier<Optional<T>> what) {
        return PATIENCE.until(what)
                .orElseThrow(() -> new AssertionError("it does not come; there is "
                        + teams.channels().values().stream()
                                .flatMap(c -> teams.messages(c.id).stream())
                                .map(m -> text(m).lines().findFirst().orElse(""))
                                .toList()));
    }
}
