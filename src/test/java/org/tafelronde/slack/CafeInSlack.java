package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tafelronde.Server;
import org.tafelronde.time.Patience;

/**
 * A whole café in the real house: a facilitator and nine people, from checking in to the digest. It keeps to Slack's pace and so waits for
 * most of its time: other tests are run meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class CafeInSlack {
    private static final int PEOPLE = 9;
    /** For nine people (F17). */
    private static final int TABLES = 3;

    private static final int ROUNDS = 3;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private World world;
    private Server server;
    private Signed slack;
    private int triggers;

    abstract World world();

    /** How its facilitator begins it. */
    Begun begins(String ada, List<String> people) {
        return new Begun(world.alone(ada), "new smart-from-the-start.en");
    }

    /** What happens to the bot while people talk. */
    void inMidRound() {}

    /** When everything is said. */
    void isOver() {}

    /**
     * @param in where it is said
     * @param command that begins it
     */
    record Begun(String in, String command) {}

    /**
     * A table, wherever it is.
     *
     * @param thread empty: it has a channel of its own
     */
    record Table(String name, String channel, Optional<String> thread) {}

    @BeforeEach
    void opens() {
        world = world();
        starts();
    }

    private void starts() {
        server = Server.start(Map.of(
                "tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"),
                "micronaut.server.port", "-1",
                "slack.bot-token", world.token(),
                "slack.signing-secret", world.secret(),
                "slack.api-url", world.url()));
        URI endpoint = URI.create(server.address() + "/slack/events");
        slack = new Signed(endpoint, world.secret());
        world.tells(endpoint);
    }

    /** The program ends, and is started again. */
    void restarts() {
        server.close();
        starts();
    }

    @AfterEach
    void closes() {
        if (server != null) {
            server.close();
        }
        if (world != null) {
            world.close();
        }
    }

    @Test
    void nine_people_go_from_checking_in_to_the_digest() {
        String ada = world.person("Ada");
        List<String> people = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(world.person("Guest " + i));
        }
        Begun begun = begins(ada, people);
        assertThat(says(ada, begun.in(), begun.command())).contains("Smart from the start");
        String plenary = comes(this::plenary);
        JsonObject welcome = message(plenary, m -> button(m, " join").isPresent());
        people.forEach(p -> presses(p, plenary, welcome, " join"));

        says(ada, plenary, "start");
        says(ada, plenary, "skip");
        says(ada, plenary, "skip");
        says(ada, plenary, "skip");
        List<String> asked = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            asked.addAll(talks(ada, people, plenary, round));
            says(ada, plenary, "skip");
            says(ada, plenary, "skip");
        }
        votes(people);
        says(ada, plenary, "skip anyway");
        says(ada, plenary, "skip anyway");
        says(ada, plenary, "skip");
        assertThat(says(people.getFirst(), plenary, "answer I heard a new question."))
                .contains("without your name");
        says(people.getFirst(), plenary, "action Call the supplier; team lead");
        says(ada, plenary, "skip anyway");
        publishes(ada, asked);
        // Whoever reads the digest tells what became of it, and nobody elsewhere.
        assertThat(says(people.getLast(), plenary, "followup 1 done")).contains("where the digest went");
        assertThat(says(people.getLast(), comes(this::management), "followup 1 done"))
                .contains("Action 1: done");
        isOver();
    }

    /** Two people at each table ask in the thread of the round, one in that of the intervention; each sees that it was heard. */
    private List<String> talks(String ada, List<String> people, String plenary, int round) {
        List<String> asked = new ArrayList<>();
        List<Table> tables = comes(() -> Optional.of(tables()).filter(made -> made.size() == TABLES));
        for (Table table : tables) {
            JsonObject prompt = message(table, m -> text(m).contains("Round " + round + " ·"));
            guests(ada, people, table, 2)
                    .forEach(p -> asked.add(asks(
                            p,
                            table,
                            prompt,
                            "Who decides in " + table.name() + ", round " + round
                                    + " (![](https://x.example) :rage: *b*)?")));
        }
        if (round == 2) {
            inMidRound();
            says(ada, plenary, "intervene business-case anyway");
            for (Table table : tables) {
                JsonObject intervention = message(table, m -> text(m).contains("This is fiction"));
                String somebody = guests(ada, people, table, 1).getFirst();
                asked.add(asks(
                        somebody,
                        table,
                        intervention,
                        "And who pays in " + table.name() + ", Guest 3 or <@" + ada + ">?"));
            }
        }
        return asked;
    }

    /** So many of those whom the bot let in, as soon as they are there. */
    List<String> guests(String ada, List<String> people, Table table, int most) {
        return comes(() -> Optional.of(world.members(table.channel()).stream()
                        .filter(m -> !m.equals(ada) && !m.equals(world.bot()))
                        .limit(most)
                        .toList())
                .filter(here -> here.size() == most));
    }

    /** Under the prompt; in a table's thread everything stands under the message that it begins with. */
    private String asks(String who, Table table, JsonObject root, String question) {
        String ts = world.says(who, table.channel(), table.thread().or(() -> Optional.of(ts(root))), question);
        comes(() -> world.messages(table.channel()).stream()
                .filter(m -> ts(m).equals(ts))
                .filter(m -> m.has("reactions") && m.get("reactions").toString().contains("white_check_mark"))
                .findFirst());
        return question;
    }

    private void votes(List<String> people) {
        int counted = 0;
        for (Table table : tables()) {
            JsonObject ballot = message(table, m -> button(m, " ballot").isPresent());
            String first = text(ballot)
                    .lines()
                    .filter(l -> l.matches("\\d+\\. .*"))
                    .findFirst()
                    .orElseThrow();
            String number = first.substring(0, first.indexOf('.'));
            for (String who : people) {
                counted += says(who, table.channel(), "vote " + number).contains("Your choice") ? 1 : 0;
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(PEOPLE / 2);
    }

    private void publishes(String ada, List<String> asked) {
        String alone = world.alone(ada);
        JsonObject draft = message(alone, m -> button(m, " publish").isPresent());
        presses(ada, alone, draft, " publish");
        String management = comes(this::management);
        JsonObject digest = message(management, m -> text(m).contains("Smart from the start"));
        assertThat(asked).anyMatch(question -> text(digest).contains(question));
        assertThat(text(digest)).doesNotContain("Guest");
        JsonObject files = message(management, m -> m.has("files"));
        assertThat(names(files))
                .startsWith("matrix.png")
                .contains("digest.html", "digest.pdf", "digest.md", "digest.csv", "digest.json")
                .doesNotHaveDuplicates();
        arrived(management, digest, files);
        for (String channel : world.channels().values()) {
            assertThat(world.messages(channel).stream()
                            .filter(m -> m.has("metadata"))
                            .map(m -> m.get("metadata").toString()))
                    .as("nothing is said twice")
                    .doesNotHaveDuplicates();
        }
    }

    /** What this world can tell besides of what management has got. */
    void arrived(String management, JsonObject digest, JsonObject files) {}

    // Helpers

    static List<String> names(JsonObject files) {
        List<String> names = new ArrayList<>();
        files.getAsJsonArray("files")
                .forEach(f -> names.add(f.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    Optional<String> plenary() {
        return channel("cafe-[a-z0-9]+");
    }

    Optional<String> management() {
        return channel("cafe-.*-digest");
    }

    private Optional<String> channel(String name) {
        return world.channels().entrySet().stream()
                .filter(c -> c.getKey().matches(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<Table> tables() {
        return world.channels().entrySet().stream()
                .filter(c ->
                        c.getKey().matches("cafe-[a-z0-9]+-.+") && !c.getKey().endsWith("-digest"))
                .map(c -> new Table(c.getKey(), c.getValue(), Optional.empty()))
                .toList();
    }

    /**
     * @return what they alone see
     */
    String says(String who, String channel, String text) {
        HttpResponse<String> response = slack.cafe(world, who, channel, text);
        assertThat(response.statusCode()).as(text).isEqualTo(200);
        return response.body();
    }

    private void presses(String who, String channel, JsonObject message, String action) {
        String value = button(message, action).orElseThrow();
        JsonObject payload = JsonParser.parseString("""
                {"type":"block_actions","user":{"id":"%s","name":"%s","team_id":"%s"},"team":{"id":"%s"},
                "container":{"type":"message","message_ts":"%s","channel_id":"%s"},"channel":{"id":"%s"},
                "trigger_id":"trigger.%d","response_url":"%s","actions":[{"action_id":"press:0","block_id":"b",
                "type":"button","action_ts":"1.0"}]}""".formatted(
                                who,
                                who,
                                world.team(),
                                world.team(),
                                ts(message),
                                channel,
                                channel,
                                ++triggers,
                                world.responseUrl()))
                .getAsJsonObject();
        payload.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("value", value);
        assertThat(slack.payload(payload).statusCode()).isEqualTo(200);
    }

    private static Optional<String> button(JsonObject message, String action) {
        if (!message.has("blocks")) {
            return Optional.empty();
        }
        for (JsonElement block : message.getAsJsonArray("blocks")) {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                for (JsonElement element : block.getAsJsonObject().getAsJsonArray("elements")) {
                    JsonElement value = element.getAsJsonObject().get("value");
                    if (value != null && (value.getAsString() + " ").contains(action + " ")) {
                        return Optional.of(value.getAsString());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private JsonObject message(Table table, Predicate<JsonObject> which) {
        Predicate<JsonObject> here = m -> table.thread().isEmpty()
                || (m.has("thread_ts")
                        && m.get("thread_ts")
                                .getAsString()
                                .equals(table.thread().get()));
        return message(table.channel(), here.and(which));
    }

    private JsonObject message(String channel, Predicate<JsonObject> which) {
        return PATIENCE.until(
                        () -> world.messages(channel).stream().filter(which).findFirst())
                .orElseThrow(() -> new AssertionError("not among: "
                        + world.messages(channel).stream()
                                .map(CafeInSlack::text)
                                .toList()));
    }

    <T> T comes(java.util.function.Supplier<Optional<T>> what) {
        return PATIENCE.until(what)
                .orElseThrow(() -> new AssertionError("it does not come; there are " + world.channels()));
    }

    private static String text(JsonObject message) {
        return message.has("text") ? message.get("text").getAsString() : "";
    }

    private static String ts(JsonObject message) {
        return message.get("ts").getAsString();
    }
}
