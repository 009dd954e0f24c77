package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
 * What a bad half hour in Slack does to what is said, and how near prompts come to what Slack's limits allow, on a fast clock: {@code mvn
 * -Dtest=SlackFaultsSpeed test}.
 */
class SlackFaultsSpeed {
    private static final Instant NOON = Instant.parse("2026-05-12T10:00:00Z");
    private static final Duration A_CALL = Duration.ofMillis(100);
    private static final int TABLES = 10;

    private final SettableClock clock = new SettableClock(NOON);
    private final FakeSlack slack = FakeSlack.at(clock).limited();
    private final TestSlack bot = TestSlack.on(slack, clock);
    private final Ids ids = new Ids(clock);
    private final Stores stores = new InMemory().stores(ids, clock);
    private final Random random = new Random(1);
    private final Map<FakeSlack.Fault, Integer> faults = new EnumMap<>(FakeSlack.Fault.class);
    private final List<Person> people = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Timings late = new Timings();
    private int failed;
    private Courier courier;

    @BeforeEach
    void people() {
        for (int i = 0; i < 50; i++) {
            people.add(TestSlack.person(slack.workspace().person("P" + i)));
        }
        Receipts receipts = new Receipts() {
            @Override
            public void sent(Delivery d) {
                late.add(Duration.between(d.promised(), d.sentAt().orElseThrow()));
            }

            @Override
            public void failed(List<Delivery> deliveries) {
                failed += deliveries.size();
            }
        };
        courier = new Courier(
                bot.platform(), stores.deliveries(), stores.addresses(), stores.transactions(), receipts, clock);
    }

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    private String add(String lane, Outgoing what, int urgency) {
        String id = ids.next();
        stores.deliveries().add(List.of(Delivery.of(id, "s1", Platform.SLACK, lane, what, urgency, clock.instant())));
        return id;
    }

    private void opens(int tables) {
        for (int i = 0; i < tables; i++) {
            add(
                    key(i),
                    new Outgoing.OpenPlace(
                            Platform.SLACK, "cafe-k7f-t" + i, "T" + i, Outgoing.Kind.TABLE, people.subList(0, 5)),
                    0);
        }
    }

    private static String key(int table) {
        return "s1/table/" + table;
    }

    private static Place place(int table) {
        return Translation.ours(Platform.SLACK, key(table));
    }

    private String posts(int table, int urgency) {
        return add(
                key(table), new Outgoing.Post(place(table), Optional.empty(), Content.text(words()), false), urgency);
    }

    private String words() {
        said.add("message number " + said.size() + ".");
        return said.getLast();
    }

    /** Time goes on until this, and what is due happens. */
    private void until(Instant to) {
        while (true) {
            Instant now = clock.instant();
            Instant next = courier.doDue(now)
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
    void nothing_is_lost_and_nothing_said_twice_in_half_an_hour_of_every_trouble() {
        slack.weather(this::trouble);
        opens(TABLES);
        int replies = 0;
        for (int second = 0; second < 1_800; second += 5) {
            until(NOON.plusSeconds(second));
            String prompt = posts(random.nextInt(TABLES), random.nextInt(4));
            Person somebody = people.get(random.nextInt(people.size()));
            add(somebody.key(), new Outgoing.Direct(somebody, Content.text(words())), 3);
            int table = random.nextInt(TABLES);
            switch (random.nextInt(4)) {
                case 0 ->
                    add("topic/" + key(table), new Outgoing.Topic(place(table), "at " + second, Optional.empty()), 3);
                case 1 ->
                    add(key(table), new Outgoing.Invite(place(table), people.subList(5, 5 + random.nextInt(40))), 0);
                case 2 -> {
                    Delivery made = stores.deliveries().find(prompt).orElseThrow();
                    MessageRef root = new MessageRef(Translation.ours(Platform.SLACK, made.lane()), prompt);
                    add(
                            made.lane(),
                            new Outgoing.Post(root.place(), Optional.of(root), Content.text(words()), false),
                            3);
                    replies++;
                }
                default ->
                    add(key(table), new Outgoing.Post(place(table), Optional.empty(), Content.text(words()), true), 0);
            }
        }
        slack.weather(method -> FakeSlack.Fault.NONE);
        until(NOON.plus(Duration.ofMinutes(50)));

        List<String> there = slack.workspace().channels().stream()
                .flatMap(c -> slack.workspace().messages(c.id).stream())
                .map(m -> m.get("text").getAsString())
                .filter(t -> t.startsWith("message number"))
                .toList();
        System.out.printf(
                "Half an hour of trouble: %d messages (%d in threads), %d other things; %s; %d calls of chat.postMessage; "
                        + "%d lost, %d twice, %d given up; late by: %s%n",
                said.size(),
                replies,
                stores.deliveries().ofSession("s1").size() - said.size(),
                faults,
                slack.calls("chat.postMessage").size(),
                said.stream().filter(t -> !there.contains(t)).count(),
                there.size() - there.stream().distinct().count(),
                failed,
                late);
        assertThat(failed).isZero();
        assertThat(there).containsExactlyInAnyOrderElementsOf(said);
        assertThat(stores.deliveries().ofSession("s1")).allMatch(d -> d.state() == Delivery.State.SENT);
    }

    private FakeSlack.Fault trouble(String method) {
        int dice = random.nextInt(1_000);
        FakeSlack.Fault fault = dice < 50
                ? FakeSlack.Fault.TOO_MANY
                : dice < 90
                        ? FakeSlack.Fault.DROPPED_AFTER
                        : dice < 130
                                ? FakeSlack.Fault.UNAVAILABLE_AFTER
                                : dice < 160
                                        ? FakeSlack.Fault.UNAVAILABLE
                                        : dice < 166 ? FakeSlack.Fault.LATE : FakeSlack.Fault.NONE;
        if (fault != FakeSlack.Fault.NONE) {
            faults.merge(fault, 1, Integer::sum);
        }
        clock.set(clock.instant().plus(A_CALL));
        return fault;
    }

    @Test
    void prompts_for_forty_tables_come_within_a_second_of_what_slack_allows() {
        slack.weather(method -> {
            clock.set(clock.instant().plus(A_CALL));
            return FakeSlack.Fault.NONE;
        });
        int tables = 40;
        opens(tables);
        until(NOON.plus(Duration.ofMinutes(10)));
        Instant start = clock.instant();
        for (int i = 0; i < tables; i++) {
            add("topic/" + key(i), new Outgoing.Topic(place(i), "Round 1", Optional.empty()), 3);
            add(people.get(i).key(), new Outgoing.Direct(people.get(i), Content.text(words())), 3);
        }
        List<String> prompts = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            prompts.add(posts(i, 0));
        }

        until(start.plus(Duration.ofMinutes(5)));

        Timings when = new Timings();
        prompts.forEach(id -> when.add(Duration.between(
                start, stores.deliveries().find(id).orElseThrow().sentAt().orElseThrow())));
        Duration floor = Duration.ofMillis((tables - 1) / 3 * 1_000L).plus(A_CALL);
        System.out.printf("Prompts for %d tables: %s; Slack's own floor %d ms%n", tables, when, floor.toMillis());
        assertThat(when.max()).isLessThanOrEqualTo(floor.plusSeconds(1));
        assertThat(stores.deliveries().ofSession("s1")).allMatch(d -> d.state() == Delivery.State.SENT);
    }
}
