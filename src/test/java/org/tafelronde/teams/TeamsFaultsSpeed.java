package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Courier;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.outbox.Receipts;
import org.tafelronde.outbox.Translation;
import org.tafelronde.testing.InMemory;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.time.Ids;
import org.tafelronde.time.Timings;

/**
 * What a bad half hour in Teams does to what is said (on a fast clock), and how near prompts come to what Teams' limits allow (in real
 * time): {@code mvn -Dtest=TeamsFaultsSpeed test}.
 */
class TeamsFaultsSpeed {
    private static final Instant NOON = Instant.parse("2026-05-12T10:00:00Z");
    private static final Duration A_CALL = Duration.ofMillis(100);
    private static final int A_SECOND = 30;
    private static final int TABLES = 10;

    private final FakeTeams teams = new FakeTeams();
    private final Random random = new Random(1);
    private final List<Person> people = new ArrayList<>();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Timings late = new Timings();
    private final List<Delivery> failed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void hangsUp() {
        teams.close();
    }

    /** The bot with its outbox, on one clock. */
    private final class Bot implements AutoCloseable {
        final InstantSource clock;
        final TestTeams side;
        final Ids ids;
        final Stores stores;
        final Courier courier;

        Bot(InstantSource clock) {
            this.clock = clock;
            teams.limited(clock);
            side = new TestTeams(teams, clock);
            ids = new Ids(clock);
            stores = new InMemory().stores(ids, clock);
            for (int i = 0; i < 50; i++) {
                people.add(TestTeams.person(teams.person("P" + i)));
            }
            Receipts receipts = new Receipts() {
                @Override
                public void sent(Delivery d) {
                    late.add(Duration.between(d.promised(), d.sentAt().orElseThrow()));
                }

                @Override
                public void failed(List<Delivery> deliveries) {
                    failed.addAll(deliveries);
                }
            };
            courier = new Courier(
                    side.platform, stores.deliveries(), stores.addresses(), stores.transactions(), receipts, clock);
        }

        String add(String lane, Outgoing what, int urgency) {
            String id = ids.next();
            stores.deliveries()
                    .add(List.of(Delivery.of(id, "s1", Platform.TEAMS, lane, what, urgency, clock.instant())));
            return id;
        }

        String posts(int table, int urgency) {
            return add(
                    key(table),
                    new Outgoing.Post(place(table), Optional.empty(), Content.text(words("message")), false),
                    urgency);
        }

        void opens(int tables) {
            for (int i = 0; i < tables; i++) {
                Outgoing open = new Outgoing.OpenPlace(
                        Platform.TEAMS, "cafe-k7f-t" + i, "T" + i, Outgoing.Kind.TABLE, people.subList(0, 5));
                add(key(i), open, 0);
            }
        }

        @Override
        public void close() {
            side.close();
        }
    }

    private static String key(int table) {
        return "s1/table/" + table;
    }

    private static Place place(int table) {
        return Translation.ours(Platform.TEAMS, key(table));
    }

    private String words(String kind) {
        said.add(kind + " number " + said.size() + ".");
        return said.getLast();
    }

    @Test
    void what_is_lost_and_what_is_said_twice_in_half_an_hour_of_every_trouble() {
        goesThroughTrouble("in channels");
    }

    @Test
    void and_the_same_where_every_table_is_a_thread() {
        teams.withoutConsent();
        goesThroughTrouble("in threads");
        assertThat(teams.channels().keySet().stream().filter(id -> id.startsWith("19:")))
                .containsExactly(FakeTeams.TEAM);
    }

    private void goesThroughTrouble(String where) {
        SettableClock clock = new SettableClock(NOON);
        Map<FakeTeams.Trouble, Integer> troubles = new EnumMap<>(FakeTeams.Trouble.class);
        Set<String> perhapsTwice = new HashSet<>();
        try (Bot bot = new Bot(clock)) {
            teams.weather(call -> {
                FakeTeams.Trouble trouble = trouble();
                troubles.merge(trouble, 1, Integer::sum);
                if (trouble == FakeTeams.Trouble.TIMED_OUT_AFTERWARDS
                        || trouble == FakeTeams.Trouble.DROPPED_AFTERWARDS) {
                    perhapsTwice.add(text(call));
                }
                clock.set(clock.instant().plus(A_CALL));
                return trouble;
            });
            bot.opens(TABLES);
            for (int second = 0; second < 1_800; second += 5) {
                until(bot, clock, NOON.plusSeconds(second));
                says(bot, second);
            }
            teams.weather(call -> FakeTeams.Trouble.NONE);
            until(bot, clock, NOON.plus(Duration.ofMinutes(50)));

            Map<String, Long> there = teams.channels().values().stream()
                    .flatMap(c -> teams.messages(c.id).stream())
                    .map(m -> SeenCard.of(m.activity).text())
                    .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
            Set<String> untold = failed.stream()
                    .filter(Delivery::isPerhapsSaid)
                    .flatMap(d -> d.what() instanceof Outgoing.Post post
                            ? Stream.of(post.content().plain())
                            : Stream.empty())
                    .collect(Collectors.toSet());
            List<String> lost = said.stream().filter(t -> !there.containsKey(t)).toList();
            List<String> twice =
                    said.stream().filter(t -> there.getOrDefault(t, 0L) > 1).toList();
            System.out.printf(
                    "Half an hour of trouble %s, %s%n"
                            + "  %d messages (%s) and %d other things; refused as too many: %d%n"
                            + "  not there: %d, all of them told to the facilitator: %s; given up and there all the same: %d%n"
                            + "  twice: %d (%s), of %d that Teams took and did not say so%n"
                            + "  threads that were begun for %d tables: %d%n  late by: %s%n",
                    where,
                    troubles,
                    said.size(),
                    kinds(said),
                    bot.stores.deliveries().ofSession("s1").size() - said.size(),
                    teams.refused(),
                    lost.size(),
                    untold.containsAll(lost),
                    untold.size() - lost.size(),
                    twice.size(),
                    kinds(twice),
                    perhapsTwice.stream().filter(said::contains).count(),
                    TABLES,
                    there.entrySet().stream()
                            .filter(e -> e.getKey().matches("T\\d+(\\nat \\d+)?"))
                            .mapToLong(Map.Entry::getValue)
                            .sum(),
                    late);
            assertThat(untold).containsAll(lost);
            assertThat(untold).allMatch(t -> t.startsWith("answer"));
            assertThat(failed).allMatch(Delivery::isPerhapsSaid);
            assertThat(perhapsTwice).containsAll(twice);
            assertThat(twice).noneMatch(t -> t.startsWith("answer"));
            assertThat(late.percentile(99)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private void says(Bot bot, int second) {
        String prompt = bot.posts(random.nextInt(TABLES), random.nextInt(4));
        Person somebody = people.get(random.nextInt(people.size()));
        bot.add(somebody.key(), new Outgoing.Direct(somebody, Content.text(words("word"))), 3);
        int table = random.nextInt(TABLES);
        switch (random.nextInt(3)) {
            case 0 ->
                bot.add("topic/" + key(table), new Outgoing.Topic(place(table), "at " + second, Optional.empty()), 3);
            case 1 -> {
                Delivery made = bot.stores.deliveries().find(prompt).orElseThrow();
                MessageRef root = new MessageRef(Translation.ours(Platform.TEAMS, made.lane()), prompt);
                bot.add(
                        made.lane(),
                        new Outgoing.Post(root.place(), Optional.of(root), Content.text(words("answer")), false),
                        3);
            }
            default ->
                bot.add(
                        key(table),
                        new Outgoing.Post(place(table), Optional.empty(), Content.text(words("message")), true),
                        0);
        }
    }

    private static String text(FakeTeams.Call call) {
        return SeenCard.of(call.body().has("activity") ? call.body().path("activity") : call.body())
                .text();
    }

    private static Map<String, Long> kinds(List<String> texts) {
        return texts.stream()
                .collect(Collectors.groupingBy(
                        t -> t.substring(0, t.indexOf(' ')), HashMap::new, Collectors.counting()));
    }

    private FakeTeams.Trouble trouble() {
        int dice = random.nextInt(1_000);
        return dice < 50
                ? FakeTeams.Trouble.TOO_MANY
                : dice < 70
                        ? FakeTeams.Trouble.BUSY
                        : dice < 100
                                ? FakeTeams.Trouble.BAD_GATEWAY
                                : dice < 130
                                        ? FakeTeams.Trouble.TIMED_OUT_AFTERWARDS
                                        : dice < 150
                                                ? FakeTeams.Trouble.DROPPED_BEFORE
                                                : dice < 170
                                                        ? FakeTeams.Trouble.DROPPED_AFTERWARDS
                                                        : FakeTeams.Trouble.NONE;
    }

    /** Time goes on until this, and what is due happens. */
    private static void until(Bot bot, SettableClock clock, Instant to) {
        while (true) {
            Instant now = clock.instant();
            Instant next = bot.courier
                    .doDue(now)
                    .filter(n -> n.isBefore(to))
                    .map(n -> n.isAfter(clock.instant()) ? n : clock.instant().plusMillis(1))
                    .orElse(to);
            if (!next.isBefore(to)) {
                clock.set(clock.instant().isAfter(to) ? clock.instant() : to);
                return;
            }
            clock.set(next);
        }
    }

    @Test
    void prompts_for_forty_tables_come_within_a_second_of_what_teams_allows() {
        int tables = 40;
        try (Bot bot = new Bot(InstantSource.system())) {
            bot.opens(tables);
            saysAll(bot);
            teams.farAway(A_CALL);
            for (int i = 0; i < tables; i++) {
                bot.posts(i, 0);
            }
            saysAll(bot);
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());

            Instant start = bot.clock.instant();
            for (int i = 0; i < tables; i++) {
                bot.add("topic/" + key(i), new Outgoing.Topic(place(i), "Round 1", Optional.empty()), 3);
                bot.add(people.get(i).key(), new Outgoing.Direct(people.get(i), Content.text(words("word"))), 3);
            }
            List<String> prompts = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                prompts.add(bot.posts(i, 0));
            }
            saysAll(bot);

            Timings when = new Timings();
            prompts.forEach(id -> when.add(Duration.between(
                    start,
                    bot.stores.deliveries().find(id).orElseThrow().sentAt().orElseThrow())));
            Duration floor = Duration.ofSeconds((tables - 1) / A_SECOND).plus(A_CALL);
            System.out.printf(
                    "Prompts for %d tables, with as many topics and direct messages waiting beside them: %s%n"
                            + "  floor: %d ms (%d a second in all, and %d ms for a call); refused as too many: %d%n",
                    tables, when, floor.toMillis(), A_SECOND, A_CALL.toMillis(), teams.refused());
            assertThat(when.max()).isLessThanOrEqualTo(floor.plusSeconds(1));
            assertThat(bot.stores.deliveries().ofSession("s1")).allMatch(d -> d.state() == Delivery.State.SENT);
        }
    }

    private static void saysAll(Bot bot) {
        Optional<Instant> next = bot.courier.doDue(bot.clock.instant());
        while (next.isPresent()) {
            LockSupport.parkNanos(Math.max(
                    1_000_000, Duration.between(bot.clock.instant(), next.get()).toNanos()));
            next = bot.courier.doDue(bot.clock.instant());
        }
    }
}
