package org.tafelronde.slack;

import com.slack.api.bolt.App;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Panel;
import org.tafelronde.chat.Person;

/** The bot's side of a fake Slack. */
final class TestSlack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_000);

    private final Map<String, Media.Medium> media = new ConcurrentHashMap<>();
    private final Set<String> underHand = ConcurrentHashMap.newKeySet();
    private final Line line;
    private final Workspaces workspaces;
    private final SlackPlatform platform;
    private final Chores chores;
    private final Folk folk;
    private final Rooms rooms;
    private final Threads threads;
    private final Whispers whispers;
    private final Homes homes;
    private final AtomicReference<Panel> panel = new AtomicReference<>(looker -> List.of());

    private TestSlack(FakeSlack slack, InstantSource clock) {
        line = new Line(slack.url(), PATIENCE, new Pace(clock));
        workspaces = new OneWorkspace(line, FakeSlack.TOKEN);
        folk = new Folk(line, line, clock);
        Pins pins = new Pins(line);
        Doubts doubts = new Doubts(clock);
        threads = new Threads(line, line, new Delivered(line), doubts, pins);
        rooms = new Rooms(line, line, folk, threads);
        Media shelf = new Media() {
            @Override
            public Optional<Medium> find(String medium) {
                return Optional.ofNullable(media.get(medium));
            }

            @Override
            public boolean isReady(String medium) {
                return !underHand.contains(medium);
            }
        };
        homes = new Homes(line, workspaces, folk, () -> looker -> panel.get().of(looker), clock);
        Files files = new Files(line, () -> shelf);
        Canvases canvases = new Canvases(line, files);
        chores = new Chores(pins, doubts, canvases, homes);
        Posts posts = new Posts(line, new Delivered(line), files, pins, canvases, doubts);
        platform = new SlackPlatform(workspaces, line, rooms, threads, posts, chores);
        whispers = new Whispers(line, files);
    }

    static TestSlack on(FakeSlack slack, InstantSource clock) {
        return new TestSlack(slack, clock);
    }

    static Person person(String user) {
        return new SlackId(FakeSlack.TEAM, user).person();
    }

    TestSlack with(String name, Media.Medium medium) {
        media.put(name, medium);
        return this;
    }

    void draws(String name) {
        underHand.add(name);
    }

    void hasDrawn(String name) {
        underHand.remove(name);
    }

    /** What people see on the app's Home. */
    TestSlack showing(Panel other) {
        panel.set(other);
        return this;
    }

    /** Everything that Slack brings, on its way to this door. */
    App hearing(Door door) {
        return SlackRoom.app(
                FakeSlack.SECRET,
                line,
                new Ears(workspaces, rooms, threads, folk, () -> door, whispers),
                new Hands(workspaces, folk, () -> door, whispers, homes),
                new Signs(workspaces, rooms, threads, folk, line, () -> door, whispers));
    }

    SlackPlatform platform() {
        return platform;
    }

    Folk folk() {
        return folk;
    }

    Chores chores() {
        return chores;
    }

    @Override
    public void close() {
        homes.close();
        whispers.close();
        chores.close();
        line.close();
    }
}
