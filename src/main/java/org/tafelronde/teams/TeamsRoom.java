package org.tafelronde.teams;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.MediaLinks;

/** Puts this room together when there is an app's id; without one, nothing of it is there. */
@Factory
@Requires(property = "teams.app-id", pattern = "(?s).*\\S.*")
final class TeamsRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PLAYGROUND = "playground";

    @Singleton
    TeamsSettings settings(
            @Property(name = "teams.app-id") String appId,
            @Property(name = "teams.app-secret", defaultValue = "") String secret,
            @Property(name = "teams.tenant-id", defaultValue = "") String tenant,
            @Property(name = "teams.openid-url", defaultValue = "") String openId,
            @Property(name = "teams.token-url", defaultValue = "") String token,
            @Property(name = "teams.graph-url", defaultValue = "") String graph,
            @Property(name = "teams.service-hosts", defaultValue = "") String hosts,
            Environment environment) {
        return TeamsSettings.of(
                new TeamsSettings.Said(appId, secret, tenant, openId, token, graph, hosts),
                environment.getActiveNames().contains(PLAYGROUND));
    }

    @Bean(preDestroy = "close")
    @Singleton
    Line line(TeamsSettings settings, InstantSource clock) {
        return new Line(settings, PATIENCE, clock);
    }

    @Singleton
    Known known(Notes notes, TeamsSettings settings) {
        return new Known(notes, settings);
    }

    @Singleton
    Cards cards(Known known, TeamsSettings settings, MediaLinks media) {
        return new Cards(place -> Rooms.link(known, settings, place), media);
    }

    @Singleton
    Connector connector(Line line, Known known, TeamsSettings settings, InstantSource clock) {
        return new Connector(line, known, settings, new Pace(clock), clock);
    }

    @Singleton
    TeamsPlatform platform(Line line, Connector connector, Known known, TeamsSettings settings, Cards cards) {
        Rooms rooms = new Rooms(line, connector, known, settings, cards);
        return new TeamsPlatform(connector, rooms, new Posts(connector, known, cards), known);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Whispers whispers(Connector connector, Cards cards) {
        return new Whispers(connector, cards);
    }

    @Singleton
    Gate gate(Line line, TeamsSettings settings, InstantSource clock) {
        return new Gate(new Keys(line, settings, clock), settings, clock);
    }

    @Singleton
    Ears ears(Connector connector, Known known, Provider<Door> door, Whispers whispers, CommandMenu menu) {
        return new Ears(connector, known, door, whispers, menu);
    }
}
