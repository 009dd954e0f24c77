package org.tafelronde.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.ChatPlatformContract;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.testing.SettableClock;

class SlackPlatformTest extends ChatPlatformContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final TestSlack bot = TestSlack.on(slack, clock);

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    @Override
    protected ChatPlatform platform() {
        return bot.platform();
    }

    @Override
    protected Person somebody(String name) {
        return TestSlack.person(slack.workspace().person(name));
    }

    @Override
    protected List<Seen> seen(Place place) {
        FakeWorkspace.Channel channel =
                slack.workspace().channel(SlackId.of(place).id());
        return slack.workspace().messages(channel.id).stream()
                .map(m -> seen(place, channel, m))
                .toList();
    }

    private static Seen seen(Place place, FakeWorkspace.Channel channel, JsonObject m) {
        String ts = m.get("ts").getAsString();
        List<String> buttons = new ArrayList<>();
        if (m.has("blocks")) {
            for (JsonElement block : m.getAsJsonArray("blocks")) {
                if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                    block.getAsJsonObject()
                            .getAsJsonArray("elements")
                            .forEach(b -> buttons.add(b.getAsJsonObject()
                                    .getAsJsonObject("text")
                                    .get("text")
                                    .getAsString()));
                }
            }
        }
        List<Outgoing.Reaction> reactions = new ArrayList<>();
        if (m.has("reactions")) {
            m.getAsJsonArray("reactions")
                    .forEach(r -> reactions.add(
                            r.getAsString().equals("white_check_mark")
                                    ? Outgoing.Reaction.HEARD
                                    : Outgoing.Reaction.WITHDRAWN));
        }
        return new Seen(
                new MessageRef(place, ts),
                Optional.ofNullable(m.get("thread_ts")).map(JsonElement::getAsString),
                m.has("blocks")
                        ? FakeBlocks.read(m.get("blocks")).strip()
                        : m.get("text").getAsString(),
                buttons,
                channel.pins.contains(ts),
                reactions);
    }

    @Override
    protected List<Seen> toldAlone(Person person) {
        FakeWorkspace.Channel im = slack.workspace().directOf(SlackId.of(person).id());
        return seen(new SlackId(FakeSlack.TEAM, im.id).place());
    }

    /** What stands above a place is a pinned message in it. */
    @Override
    protected String topic(Place place) {
        return seen(place).stream().filter(Seen::pinned).map(Seen::text).reduce("", String::concat);
    }

    @Override
    protected MessageRef says(Person person, Place place, String text) {
        String ts = slack.workspace()
                .says(SlackId.of(person).id(), SlackId.of(place).id(), Optional.empty(), text);
        return new MessageRef(place, ts);
    }

    @Override
    protected boolean canBeRead(Place place) {
        return slack.workspace().channels().stream()
                .anyMatch(c -> c.id.equals(SlackId.of(place).id()));
    }

    @Override
    protected boolean canBeWritten(Person person, Place place) {
        return !slack.workspace().channel(SlackId.of(place).id()).archived;
    }
}
