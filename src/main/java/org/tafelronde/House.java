package org.tafelronde;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Panel;
import org.tafelronde.chat.Preflight;
import org.tafelronde.desk.Links;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.script.Language;
import org.tafelronde.flow.Desks;
import org.tafelronde.flow.Digests;
import org.tafelronde.flow.Drawings;
import org.tafelronde.flow.FrontDoor;
import org.tafelronde.flow.Harvests;
import org.tafelronde.flow.Lists;
import org.tafelronde.flow.Memory;
import org.tafelronde.flow.Menu;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Panels;
import org.tafelronde.flow.Retention;
import org.tafelronde.flow.Scripts;
import org.tafelronde.flow.Sessions;
import org.tafelronde.flow.Settings;
import org.tafelronde.flow.Shelf;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Timers;
import org.tafelronde.outbox.Addresses;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Transactions;
import org.tafelronde.secret.Seal;
import org.tafelronde.time.Ids;

/** Puts the rooms together: the flows know no framework, so somebody must hand them what they need. */
@Factory
final class House {
    private static final int MOST_DAYS = 3_650;

    @Singleton
    Settings settings(
            @Value("${tafelronde.time-zone:Europe/Amsterdam}") String zone,
            @Value("${tafelronde.facilitators:}") List<String> facilitators) {
        Set<String> who = facilitators.stream()
                .map(String::strip)
                .filter(f -> !f.isEmpty())
                .collect(Collectors.toSet());
        return new Settings(zone(zone), Language.NL, who);
    }

    /** How long what people wrote is kept after their café (F68). */
    @Singleton
    Retention retention(Stores stores, @Value("${tafelronde.retention-days:30}") String days) {
        boolean number = days.strip().matches("[1-9][0-9]{0,3}") && Integer.parseInt(days.strip()) <= MOST_DAYS;
        if (!number) {
            throw SettingProblem.noDays(days);
        }
        return new Retention(stores, Duration.ofDays(Integer.parseInt(days.strip())));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw SettingProblem.noTimeZone(name);
        }
    }

    @Singleton
    Stores stores(
            Sessions sessions,
            Timers timers,
            Harvests harvests,
            Memory memory,
            Scripts scripts,
            Shelf shelf,
            Deliveries deliveries,
            Addresses addresses,
            Transactions transactions,
            Digests digests,
            Lists lists,
            Ids ids,
            InstantSource clock,
            BeanProvider<Preflight> preflights,
            Desks desks,
            Linguist linguist) {
        return new Stores(
                sessions,
                timers,
                harvests,
                memory,
                scripts,
                shelf,
                deliveries,
                addresses,
                transactions,
                digests,
                lists,
                ids,
                clock,
                // Asked for late: a command that needs no platform must not open one.
                () -> preflights.stream().toList(),
                desks,
                linguist);
    }

    @Singleton
    Links links(Seal seal, Whereabouts whereabouts) {
        return new Links(seal, whereabouts::address);
    }

    /** All platforms see the shelf through it. */
    @Bean(preDestroy = "close")
    @Singleton
    @Primary
    Drawings drawings(Shelf shelf, Digests digests) {
        return new Drawings(shelf, digests);
    }

    @Singleton
    Nudges nudges() {
        return new Nudges();
    }

    @Singleton
    FrontDoor door(Stores stores, Settings settings, Nudges nudges) {
        return new FrontDoor(stores, settings, nudges);
    }

    @Singleton
    Opening opening(Stores stores) {
        return new Opening(stores);
    }

    @Singleton
    Panel panel(Stores stores, Settings settings) {
        return new Panels(stores, settings);
    }

    @Singleton
    CommandMenu menu() {
        return new Menu();
    }
}
