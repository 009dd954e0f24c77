package org.tafelronde.slack;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Preflight;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.slack.install.Scope;

/** Does Slack know the bot, has it all its scopes, and who is a single-channel guest? Asked in the background, once a minute at most. */
@Singleton
@Requires(bean = SlackPlatform.class)
final class SlackPreflight implements Preflight {
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Workspaces workspaces;
    private final Line line;
    private final InstantSource clock;
    private final Executor later;
    private final Remembered<String, Known> teams = new Remembered<>(MOST_REMEMBERED);
    private final Remembered<SlackId, Boolean> confined = new Remembered<>(MOST_REMEMBERED);
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    /** What a workspace answered, and when. */
    private record Known(List<Obstacle> obstacles, Instant at) {}

    @jakarta.inject.Inject
    SlackPreflight(Workspaces workspaces, Line line, InstantSource clock) {
        this(
                workspaces,
                line,
                clock,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("slack-preflight").factory()));
    }

    SlackPreflight(Workspaces workspaces, Line line, InstantSource clock, Executor later) {
        this.workspaces = workspaces;
        this.line = line;
        this.clock = clock;
        this.later = later;
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public List<Obstacle> before(List<Person> people) {
        Map<String, List<SlackId>> byTeam = new LinkedHashMap<>();
        for (Person person : people) {
            SlackId id = SlackId.of(person);
            byTeam.computeIfAbsent(id.team(), t -> new ArrayList<>()).add(id);
        }
        List<Obstacle> all = new ArrayList<>();
        byTeam.forEach((team, ids) -> {
            Optional<Known> known = teams.get(team);
            List<SlackId> unknown =
                    ids.stream().filter(id -> confined.get(id).isEmpty()).toList();
            if (!unknown.isEmpty() || known.filter(this::isFresh).isEmpty()) {
                askLater(team, unknown);
            }
            known.ifPresent(k -> all.addAll(k.obstacles()));
            if (known.isEmpty() || (known.get().obstacles().isEmpty() && !unknown.isEmpty())) {
                all.add(new Obstacle.Unasked());
            }
        });
        List<Person> guests = people.stream()
                .filter(p -> confined.get(SlackId.of(p)).orElse(false))
                .toList();
        if (!guests.isEmpty()) {
            all.add(new Obstacle.Confined(guests));
        }
        return List.copyOf(all);
    }

    /** Slack lets twenty channels be made in a minute. */
    @Override
    public Duration preparing(int tables) {
        return MINUTE.multipliedBy(tables).dividedBy(Pace.CHANNELS_A_MINUTE);
    }

    private boolean isFresh(Known known) {
        return clock.instant().isBefore(known.at().plus(FRESH));
    }

    private void askLater(String team, List<SlackId> unknown) {
        if (asking.add(team)) {
            later.execute(() -> {
                try {
                    teams.put(team, new Known(asked(team, unknown), clock.instant()));
                } finally {
                    asking.remove(team);
                }
            });
        }
    }

    private List<Obstacle> asked(String team, List<SlackId> unknown) {
        try {
            Optional<Workspace> in = workspaces.of(team);
            if (in.isEmpty()) {
                return List.of(new Obstacle.NotInstalled());
            }
            List<String> lacking = Scope.lacking(line.ask(in.get(), "auth.test", c -> c.authTest(r -> r)));
            unknown.forEach(id -> lookAt(in.get(), id));
            return lacking.isEmpty() ? List.of() : List.of(new Obstacle.Lacks(lacking));
        } catch (SlackSaysNo e) {
            return List.of(new Obstacle.NotInstalled());
        } catch (SlackAsksPatience | UnknownOutcome e) {
            return List.of(new Obstacle.Silent());
        }
    }

    /** Who cannot be looked at now is looked at the next time: seats matter more than curiosity. */
    private void lookAt(Workspace in, SlackId id) {
        if (!line.pace().until(in.team(), "users.info", "").isZero()) {
            return;
        }
        try {
            confined.put(
                    id,
                    line.ask(in, "users.info", c -> c.usersInfo(r -> r.user(id.id())))
                            .getUser()
                            .isUltraRestricted());
        } catch (SlackSaysNo e) {
            confined.put(id, false);
        }
    }

    @PreDestroy
    void close() {
        if (later instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }
}
