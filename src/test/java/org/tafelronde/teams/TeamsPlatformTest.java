package org.tafelronde.teams;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.tafelronde.chat.ChatPlatform;
import org.tafelronde.chat.ChatPlatformContract;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.testing.SettableClock;

class TeamsPlatformTest extends ChatPlatformContract {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    final FakeTeams teams = new FakeTeams();
    final TestTeams bot = new TestTeams(teams, () -> {
        // Time goes on, so that a new channel is known everywhere by the next call.
        clock.forward(java.time.Duration.ofSeconds(31));
        return clock.instant();
    });

    @AfterEach
    void hangsUp() {
        bot.close();
        teams.close();
    }

    @Override
    protected ChatPlatform platform() {
        return bot.platform;
    }

    @Override
    protected Person somebody(String name) {
        return TestTeams.person(teams.person(name));
    }

    @Override
    protected boolean knowsDeliveries() {
        return false;
    }

    @Override
    protected List<Seen> seen(Place place) {
        TeamsId room = TeamsId.of(place);
        return teams.messages(room.channel()).stream()
                .filter(m -> room.thread().isEmpty() || m.root.equals(room.thread()))
                .map(m -> seen(room, m))
                .toList();
    }

    private static Seen seen(TeamsId room, FakeTeams.Message m) {
        SeenCard card = SeenCard.of(m.activity);
        return new Seen(
                room.message(m.root, m.id),
                m.root.filter(r -> room.thread().isEmpty()),
                card.text(),
                card.labels(),
                m.activity.path("importance").asText().equals("high"),
                m.reactions.stream()
                        .map(r -> r.contains("check") ? Outgoing.Reaction.HEARD : Outgoing.Reaction.WITHDRAWN)
                        .toList());
    }

    @Override
    protected List<Seen> toldAlone(Person person) {
        return seen(TeamsId.alone(teams.chatOf(person.id())).place());
    }

    @Override
    protected String topic(Place place) {
        return seen(place).stream().map(Seen::text).collect(Collectors.joining("\n"));
    }

    @Override
    protected MessageRef says(Person person, Place place, String text) {
        TeamsId room = TeamsId.of(place);
        String id = teams.says(person.id(), room.conversation(), text);
        return room.message(room.thread(), id);
    }

    @Override
    protected boolean canBeRead(Place place) {
        return teams.channelOf(TeamsId.of(place).channel()).isPresent();
    }

    @Override
    protected boolean canBeWritten(Person person, Place place) {
        return teams.channelOf(TeamsId.of(place).channel())
                .filter(c -> !c.archived)
                .isPresent();
    }
}
