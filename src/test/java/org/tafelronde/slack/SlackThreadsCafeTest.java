package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;

/** The same café where the bot may make no channels: in a channel of the people's own, with a thread for each table. */
class SlackThreadsCafeTest extends CafeInSlack {
    private final FakeWorld world = new FakeWorld();
    private String ada = "";
    private String hall = "";
    private String board = "";

    @Override
    World world() {
        return world;
    }

    @Override
    Begun begins(String facilitator, List<String> people) {
        ada = facilitator;
        FakeWorkspace workspace = world.slack().workspace();
        workspace.forbidsCreation();
        hall = workspace.made("team-day", ada).id;
        workspace.channel(hall).members.addAll(people);
        workspace.bot(hall, true);
        board = workspace.made("board", ada).id;
        workspace.bot(board, true);
        return new Begun(hall, "new smart-from-the-start.en digest <#" + board + "|board>");
    }

    @Override
    Optional<String> plenary() {
        return Optional.of(hall);
    }

    @Override
    Optional<String> management() {
        return Optional.of(board);
    }

    @Override
    List<Table> tables() {
        return world.messages(hall).stream()
                .filter(m -> m.has("metadata") && m.get("metadata").toString().contains("\"kind\":\"room\""))
                .map(m -> new Table(title(m), hall, Optional.of(m.get("ts").getAsString())))
                .toList();
    }

    private static String title(JsonObject head) {
        return head.getAsJsonObject("metadata")
                .getAsJsonObject("event_payload")
                .get("title")
                .getAsString();
    }

    /** The threads in which something is pinned. */
    private List<String> pinned() {
        return world.messages(hall).stream()
                .filter(m -> m.has("thread_ts"))
                .filter(m -> world.slack()
                        .workspace()
                        .channel(hall)
                        .pins
                        .contains(m.get("ts").getAsString()))
                .map(m -> m.get("thread_ts").getAsString())
                .toList();
    }

    /** Everybody in the channel can write in each of its threads. */
    @Override
    List<String> guests(String ada, List<String> people, Table table, int most) {
        int first = 2 * tables().indexOf(table);
        return people.subList(first, first + most);
    }

    /** Which threads are tables is known after a start of the program, too. */
    @Override
    void inMidRound() {
        restarts();
        assertThat(says(ada, hall, "check")).contains("Yes, in threads");
    }

    @Override
    void isOver() {
        assertThat(world.slack().workspace().channel(hall).pins).isNotEmpty();
        assertThat(says(ada, hall, "archive")).contains("The channel stays as it is");
        List<String> threads =
                tables().stream().map(t -> t.thread().orElseThrow()).toList();
        comes(() -> Optional.of(threads).filter(all -> pinned().stream().noneMatch(all::contains)));
        assertThat(world.slack().workspace().channels().stream().filter(c -> !c.direct))
                .as("no channel was made, and none was closed")
                .extracting(c -> c.name, c -> c.archived)
                .containsExactlyInAnyOrder(Tuple.tuple("team-day", false), Tuple.tuple("board", false));
    }
}
