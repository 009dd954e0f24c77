package org.tafelronde.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Failure;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.flow.Overview;
import org.tafelronde.outbox.Delivery;

/**
 * How a café stands, as the page reads it: facts, without words of any language and without the time of the look, so that two looks at the
 * same are equal. The page counts down by itself. Instants and lengths are in milliseconds; all but {@code clock.real} and those of
 * deliveries are the café's.
 *
 * @param at where in the plan: the step's index; -1 before the start, and after the end as many as there are
 * @param startedAt when the step under way began; empty unless it runs
 * @param elapsed how much of the step is over while the clock stands still
 * @param round in which people sit at these tables
 * @param late the first of those that wait longer than they should
 * @param blockedInAll how many were given up until a person acts
 * @param blocked the first of them
 * @param harvest another one: what the questions come to has changed
 * @param over empty until the café is
 */
record View(
        String title,
        String cafe,
        String zone,
        boolean rehearsal,
        boolean published,
        String stage,
        ClockView clock,
        List<StepView> plan,
        int at,
        @Nullable Long startedAt,
        @Nullable Long elapsed,
        @Nullable Long plannedStart,
        @Nullable Long hardEnd,
        int expected,
        List<PersonView> present,
        int round,
        int roundsBegun,
        List<TableView> tables,
        List<String> rounds,
        List<RowView> grid,
        List<CallView> calls,
        int waiting,
        List<DeliveryView> late,
        int blockedInAll,
        List<DeliveryView> blocked,
        List<SpareView> spare,
        String harvest,
        @Nullable ConclusionView over) {

    /** A page stays a page: of many that wait the first are shown, and all are counted. */
    private static final int MOST = 12;

    /** What is on its way for no longer than this is nobody's concern. */
    private static final Duration SOON = Duration.ofSeconds(3);

    /** The café's clock said {@code cafe} when the world's said {@code real}, and goes so many times as fast. */
    record ClockView(long real, long cafe, double speed) {}

    /**
     * @param length the talk's, for a round
     * @param changing the time to change tables after it
     */
    record StepView(String title, String kind, int round, long length, long changing) {}

    record PersonView(String key, String name) {}

    record TableView(
            String id,
            String title,
            List<String> people,
            String host,
            int questions,
            @Nullable Long lastAskedAt,
            @Nullable Long endsAt) {}

    /** How many questions a theme has in each round. */
    record RowView(String theme, List<Integer> counts) {}

    record CallView(@Nullable String name, @Nullable String table, long at, String words) {}

    /**
     * @param what {@code post}, {@code direct}, {@code invite} ...
     * @param first its first line; may be empty
     * @param to a table's or a person's name
     * @param failure the kind of {@link Failure}, in small letters; null: none so far
     * @param detail of it, in the platform's own words
     */
    record DeliveryView(
            String id,
            String what,
            String first,
            @Nullable String to,
            long promised,
            @Nullable String failure,
            @Nullable String detail) {}

    /** An intervention that the facilitator may choose. */
    record SpareView(String id, String title) {}

    /**
     * @param now in real time
     */
    static View of(Overview o, Optional<ConclusionView> over, Instant now) {
        Session s = o.session();
        Tempo tempo = s.setting().tempo();
        return new View(
                s.script().title(),
                s.setting().shortName(),
                s.setting().zone().getId(),
                s.setting().isRehearsal(),
                s.published(),
                s.stage().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                new ClockView(
                        tempo.realStart().toEpochMilli(), tempo.cafeStart().toEpochMilli(), tempo.speed()),
                plan(s),
                at(s),
                s.stage() instanceof Stage.Running running ? running.startedAt().toEpochMilli() : null,
                s.stage() instanceof Stage.Paused paused ? paused.elapsed().toMillis() : null,
                millis(s.setting().plannedStart()),
                millis(s.agenda().hardEnd()),
                s.roster().all().size(),
                s.roster().present().stream()
                        .map(p -> new PersonView(p.id(), p.name()))
                        .toList(),
                Overview.seatedRound(s),
                s.roundsBegun(),
                o.tables().stream().map(View::table).toList(),
                s.script().rounds().stream().map(Step.Round::title).toList(),
                o.grid().stream()
                        .map(r -> new RowView(r.theme().label(), r.counts()))
                        .toList(),
                o.calls().reversed().stream().map(c -> call(o, c)).toList(),
                o.waiting(),
                deliveries(o, o.underWay().stream().filter(d -> isLate(d, now)).toList()),
                o.blocked().size(),
                deliveries(o, o.blocked()),
                s.script().spare().stream()
                        .map(i -> new SpareView(i.id(), i.title()))
                        .toList(),
                o.harvest(),
                over.orElse(null));
    }

    private static int at(Session s) {
        return switch (s.stage()) {
            case Stage.Gathering gathering -> -1;
            case Stage.Running running -> running.step();
            case Stage.Paused paused -> paused.step();
            case Stage.Closed closed -> s.script().plan().size();
        };
    }

    private static List<StepView> plan(Session s) {
        List<StepView> steps = new ArrayList<>();
        for (int i = 0; i < s.script().plan().size(); i++) {
            Step step = s.script().plan().get(i);
            Duration length = s.agenda().length(i);
            steps.add(new StepView(
                    step.title(),
                    step.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    step instanceof Step.Round round ? round.number() : 0,
                    length.toMillis(),
                    s.agenda().slot(s.script(), i).minus(length).toMillis()));
        }
        return steps;
    }

    private static TableView table(Overview.Table t) {
        return new TableView(
                t.id(), t.title(), t.people(), t.host(), t.questions(), millis(t.lastAskedAt()), millis(t.endsAt()));
    }

    private static CallView call(Overview o, Overview.Call c) {
        return new CallView(
                c.name().orElse(null), c.table().flatMap(o::titleOf).orElse(null), c.at().toEpochMilli(), c.words());
    }

    private static boolean isLate(Delivery d, Instant now) {
        return d.promised().plus(SOON).isBefore(now) && !d.isGivenUp();
    }

    private static List<DeliveryView> deliveries(Overview o, List<Delivery> some) {
        return some.stream()
                .limit(MOST)
                .map(d -> new DeliveryView(
                        d.id(),
                        d.what().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        Overview.firstWords(d),
                        o.addressee(d).orElse(null),
                        d.promised().toEpochMilli(),
                        d.failure()
                                .map(f -> f.kind().name().toLowerCase(Locale.ROOT))
                                .orElse(null),
                        d.failure().map(Failure::detail).orElse(null)))
                .toList();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }
}
