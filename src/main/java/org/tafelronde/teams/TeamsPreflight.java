package org.tafelronde.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Preflight;
import org.tafelronde.chat.UnknownOutcome;

/**
 * Is the bot in the team, what may it do there, and can it write to each person alone? Asked in the background, once a minute at most. To
 * ask whether somebody can be written to is to make the chat: they see nothing of it before something is said there.
 */
final class TeamsPreflight implements Preflight, AutoCloseable {
    private static final int MOST_REMEMBERED = 20_000;
    private static final int MOST_AT_ONCE = 100;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Grants grants;
    private final Connector connector;
    private final Known known;
    private final InstantSource clock;
    private final Executor later;
    private final Map<String, Seen> teams = new ConcurrentHashMap<>();
    private final Map<String, Instant> unreachable = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    /** What was found in a team, and when. */
    private record Seen(List<Obstacle> obstacles, Instant at) {}

    TeamsPreflight(Grants grants, Connector connector, Known known, InstantSource clock, Executor later) {
        this.grants = grants;
        this.connector = connector;
        this.known = known;
        this.clock = clock;
        this.later = later;
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    @Override
    public List<Obstacle> before(List<Person> people) {
        Optional<String> team = team(people);
        if (team.isEmpty()) {
            return List.of(new Obstacle.NotInstalled());
        }
        Optional<Seen> seen = Optional.ofNullable(teams.get(team.get()));
        List<Person> unknown =
                people.stream().filter(p -> known.chat(p.id()).isEmpty()).toList();
        List<Person> toAsk =
                unknown.stream().filter(p -> !isFresh(unreachable.get(p.id()))).toList();
        if (!toAsk.isEmpty() || seen.filter(s -> isFresh(s.at())).isEmpty()) {
            askLater(team.get(), toAsk);
        }
        List<Obstacle> all = new ArrayList<>(seen.map(Seen::obstacles).orElse(List.of()));
        List<Person> cannot =
                unknown.stream().filter(p -> unreachable.containsKey(p.id())).toList();
        if (!cannot.isEmpty()) {
            all.add(new Obstacle.Unreachable(cannot));
        }
        if (seen.isEmpty() || (all.isEmpty() && !toAsk.isEmpty())) {
            all.add(new Obstacle.Unasked());
        }
        return List.copyOf(all);
    }

    /** Where a café of theirs is held: where one of them spoke to the bot last, else where it was added last. */
    private Optional<String> team(List<Person> people) {
        return people.stream()
                .flatMap(p -> known.lastOf(p.id()).stream())
                .findFirst()
                .or(known::team)
                .map(TeamsId::team);
    }

    private boolean isFresh(@Nullable Instant at) {
        return at != null && clock.instant().isBefore(at.plus(FRESH));
    }

    private void askLater(String team, List<Person> unknown) {
        if (asking.compareAndSet(false, true)) {
            later.execute(() -> {
                try {
                    if (!isFresh(
                            Optional.ofNullable(teams.get(team)).map(Seen::at).orElse(null))) {
                        teams.put(team, new Seen(asked(team), clock.instant()));
                    }
                    unknown.stream().limit(MOST_AT_ONCE).forEach(this::knock);
                } catch (TeamsAsksPatience | UnknownOutcome e) {
                    // Who was not asked is asked the next time.
                    return;
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    private List<Obstacle> asked(String team) {
        try {
            return switch (grants.of(team)) {
                case Grants.Team.Away away -> List.of(new Obstacle.NotInstalled());
                case Grants.Team.Here here ->
                    here.consents()
                            .map(consents -> without(Consent.missing(consents)))
                            .orElseGet(() -> List.of(new Obstacle.Lacks(List.of(Consent.READ_CONSENTS.id()))));
            };
        } catch (TeamsSaysNo e) {
            return List.of(new Obstacle.NotInstalled());
        } catch (TeamsAsksPatience | UnknownOutcome e) {
            return List.of(new Obstacle.Silent());
        }
    }

    /** What people will notice has words of its own. */
    private static List<Obstacle> without(List<Consent> missing) {
        List<Obstacle> all = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Consent consent : missing) {
            switch (consent) {
                case READ_MESSAGES -> all.add(new Obstacle.Deaf());
                case CREATE_CHANNELS -> all.add(new Obstacle.NoChannels());
                case CHANGE_CHANNELS, DELETE_CHANNELS, READ_MEMBERS, READ_CONSENTS -> others.add(consent.id());
            }
        }
        if (!others.isEmpty()) {
            all.add(new Obstacle.Lacks(others));
        }
        return all;
    }

    private void knock(Person person) {
        try {
            connector.chatWith(person.id());
            unreachable.remove(person.id());
        } catch (TeamsSaysNo e) {
            if (unreachable.size() >= MOST_REMEMBERED) {
                unreachable.clear();
            }
            unreachable.put(person.id(), clock.instant());
        }
    }

    @Override
    public void close() {
        if (later instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }
}
