package org.tafelronde.teams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.MediaLinks;

/** Puts this room together when there is an app's id; without one, nothing of it is there. */
@Factory
@Requires(property = "teams.app-id", pattern = "(?s).*\\S.*")
final class TeamsRoom {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    @Singleton
    TeamsSettings settings(TeamsSetup setup) {
        return TeamsSettings.of(setup.said(), setup.isPlayground());
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
    Whispers whispers(Connector connector, Cards cards, Known known, TeamsSettings settings) {
        return new Whispers(connector, cards, new Targeted(connector, known, settings));
    }

    @Singleton
    Grants grants(Line line, Known known, TeamsSettings settings) {
        return new Grants(line, known, settings);
    }

    @Bean(preDestroy = "close")
    @Singleton
    TeamsPreflight preflight(Grants grants, Connector connector, Known known, InstantSource clock) {
        return new TeamsPreflight(
                grants,
                connector,
                known,
                clock,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("teams-preflight").factory()));
    }

    @Singleton
    Gate gate(Line line, TeamsSettings settings, InstantSource clock) {
        return new Gate(new Keys(line, settings, clock), settings, clock);
    }

    /** There from the beginning, so that what never happened reads 0. Where all counting is switched off, nobody reads it. */
    @Context
    Refusals refusals(@Nullable MeterRegistry registry) {
        return new Refusals(registry == null ? new SimpleMeterRegistry() : registry);
    }

    @Singleton
    Ears ears(Connector connector, Known known, Provider<Door> door, Whispers whispers, CommandMenu menu) {
        return new Ears(connector, known, door, whispers, menu);
    }
}
