package org.tafelronde.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Person;

/** The bot's side of a fake Slack. */
final class TestSlack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final Map<String, Media.Medium> media = new ConcurrentHashMap<>();
    private final Line line;
    private final Workspaces workspaces;
    private final SlackPlatform platform;
    private final Pins pins;

    private TestSlack(FakeSlack slack, InstantSource clock) {
        line = new Line(slack.url(), PATIENCE, new Pace(clock));
        workspaces = new OneWorkspace(line, FakeSlack.TOKEN);
        Folk folk = new Folk(line, clock);
        pins = new Pins(line);
        Media shelf = m -> Optional.ofNullable(media.get(m));
        Posts posts = new Posts(line, new Delivered(line), new Files(line, () -> shelf), pins);
        platform = new SlackPlatform(workspaces, line, new Rooms(line, folk), posts, pins);
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

    SlackPlatform platform() {
        return platform;
    }

    Pins pins() {
        return pins;
    }

    @Override
    public void close() {
        line.close();
    }
}
