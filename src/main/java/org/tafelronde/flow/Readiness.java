package org.tafelronde.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Preflight;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;
import org.tafelronde.outbox.Delivery;

/** Whether the platforms of a café's people let the bot do what it must, and what to do otherwise (F7). */
final class Readiness {
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(30);

    private final Turn t;
    private final Voice voice;

    Readiness(Turn t, Voice voice) {
        this.t = t;
        this.voice = voice;
    }

    /** What is not known is found out from now on, so that it is known when somebody asks. */
    static void find(Stores stores, String person) {
        flights(stores).forEach(flight -> {
            List<Person> people = on(flight.platform(), List.of(person));
            if (!people.isEmpty()) {
                flight.before(people);
            }
        });
    }

    private static List<Preflight> flights(Stores stores) {
        return stores.preflights().get();
    }

    /**
     * @param tables that there will be, or are
     */
    List<String> lines(List<Delivery> blocked, int tables) {
        List<String> lines = new ArrayList<>();
        Session s = t.session();
        for (Preflight flight : flights(t.stores())) {
            List<Person> people = on(
                    flight.platform(),
                    s.roster().all().stream().map(Participant::id).toList());
            if (!people.isEmpty()) {
                List<Preflight.Obstacle> all = obstacles(flight, people);
                if (all.isEmpty()) {
                    lines.add(voice.say("check.platform", name(flight)));
                }
                all.forEach(o -> lines.add(line(flight, o)));
                if (!all.contains(new Preflight.Obstacle.NoChannels())) {
                    lines.add(rooms(flight.platform(), blocked));
                    preparing(flight, tables).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    /** Who has many tables begins in time: the first steps of a plan are held in the plenary, and their places are made meanwhile. */
    private Optional<String> preparing(Preflight flight, int tables) {
        Duration time = flight.preparing(tables);
        boolean toCome = t.session().floor().isEmpty() && !t.isInThreads();
        return toCome && time.compareTo(WORTH_A_WORD) >= 0
                ? Optional.of(voice.say("check.preparing", name(flight), tables, voice.length(time)))
                : Optional.empty();
    }

    /** In threads nobody goes to a second place; and that it is held in threads is told by where it is held. */
    private List<Preflight.Obstacle> obstacles(Preflight flight, List<Person> people) {
        return flight.before(people).stream()
                .filter(o -> !(t.isInThreads()
                        && (o instanceof Preflight.Obstacle.Confined || o instanceof Preflight.Obstacle.NoChannels)))
                .toList();
    }

    private String line(Preflight flight, Preflight.Obstacle obstacle) {
        return switch (obstacle) {
            case Preflight.Obstacle.Unasked unasked -> voice.say("check.platform.unasked", name(flight));
            case Preflight.Obstacle.Silent silent -> voice.say("check.platform.silent", name(flight));
            case Preflight.Obstacle.NotInstalled not -> voice.say("check.platform.notinstalled", name(flight));
            case Preflight.Obstacle.Lacks lacks ->
                voice.say("check.platform.lacks", name(flight), voice.list(lacks.rights()));
            case Preflight.Obstacle.NoChannels no -> voice.say("check.rooms.threads");
            case Preflight.Obstacle.Deaf deaf -> voice.say("check.platform.deaf", name(flight));
            case Preflight.Obstacle.Unreachable unreachable ->
                voice.say("check.platform.unreachable", names(unreachable.people()), name(flight));
            case Preflight.Obstacle.Confined confined -> voice.say("check.platform.confined", names(confined.guests()));
        };
    }

    private String names(List<Person> people) {
        return voice.list(people.stream().map(this::name).toList());
    }

    /** The plenary is a place like those of the tables: who may make one may make the others. */
    private String rooms(Platform platform, List<Delivery> blocked) {
        long refused = blocked.stream()
                .filter(d -> d.platform().equals(platform) && d.what() instanceof Outgoing.OpenPlace)
                .count();
        if (refused > 0) {
            return voice.say("check.rooms.blocked", refused);
        }
        if (t.isInThreads()) {
            return voice.say("check.rooms.threads");
        }
        boolean made =
                t.stores().addresses().place(platform, t.plan().plenary().id()).isPresent();
        return voice.say(made ? "check.rooms" : "check.rooms.notyet");
    }

    private String name(Person person) {
        return t.session().roster().find(person.key()).map(Participant::name).orElse("?");
    }

    private static String name(Preflight flight) {
        String name = flight.platform().name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static List<Person> on(Platform platform, Collection<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith(platform.name() + ":"))
                .map(Person::ofKey)
                .toList();
    }
}
