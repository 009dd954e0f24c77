package org.tafelronde.teams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;

/** The bot's side of a fake Teams, installed in its team. */
final class TestTeams implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    final Known known;
    final Cards cards;
    final Line line;
    final Connector connector;
    final Targeted targeted;
    final TeamsPlatform platform;

    TestTeams(FakeTeams teams, InstantSource clock) {
        this(teams, teams.settings(), clock);
    }

    TestTeams(FakeTeams teams, TeamsSettings settings, InstantSource clock) {
        known = new Known(new MemoryNotes(), settings);
        known.service(TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM), teams.service());
        known.team(FakeTeams.TEAM);
        line = new Line(settings, PATIENCE, clock);
        cards = new Cards(place -> Rooms.link(known, settings, place), medium -> Optional.empty());
        connector = new Connector(line, known, settings, new Pace(clock), clock);
        targeted = new Targeted(connector, known, settings);
        Rooms rooms = new Rooms(line, connector, known, settings, cards);
        platform = new TeamsPlatform(connector, rooms, new Posts(connector, known, cards), known);
    }

    static Person person(String id) {
        return new Person(Platform.TEAMS, id);
    }

    @Override
    public void close() {
        line.close();
    }

    static final class MemoryNotes implements Notes {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String value) {
            kept.put(name, value);
        }

        @Override
        public List<String> names() {
            return kept.keySet().stream().sorted().toList();
        }

        @Override
        public void forget(Collection<String> names) {
            names.forEach(kept::remove);
        }
    }
}
