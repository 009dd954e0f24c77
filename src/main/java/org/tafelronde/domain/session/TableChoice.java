package org.tafelronde.domain.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.seating.Plan;
import org.tafelronde.domain.seating.TableCount;

/** How many tables there will be: what each number comes to, and which one the facilitator chose (F17). */
public final class TableChoice {
    private static final int SMALLEST_TABLE = 3;
    private static final int MOST_TABLES = Limits.PEOPLE / SMALLEST_TABLE;

    /** More than these nobody compares. */
    private static final int MOST_OFFERS = 6;

    /** Reaches what is possible for nearly all sizes, and takes a few milliseconds each. */
    private static final int TRIES = 30_000;

    private TableChoice() {}

    /**
     * A number of tables, for those who are here now.
     *
     * @param smallest people at the smallest table
     * @param largest people at the largest one
     * @param repeats meetings of two people beyond their first, over all rounds
     * @param provenBest whether fewer are impossible with so many tables
     * @param taken whether it is what happens when nobody says anything more
     */
    public record Offer(int tables, int smallest, int largest, int repeats, boolean provenBest, boolean taken) {}

    /** Numbers of tables that fit, fewest first: the one that will be taken, and those nearest to the recommended one. */
    public static List<Offer> offers(Session s) {
        int people = s.roster().present().size();
        if (people == 0) {
            return List.of();
        }
        TableCount made = made(s);
        int best = TableCount.recommended(people, themes(s)).tables().size();
        List<TableCount> near = TableCount.fitting(people, themes(s)).stream()
                .filter(count -> !count.equals(made))
                .sorted(Comparator.comparingInt(count -> Math.abs(count.tables().size() - best)))
                .limit(MOST_OFFERS - 1)
                .toList();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(made), near.stream())
                .sorted(Comparator.comparingInt(count -> count.tables().size()))
                .map(count -> offer(s, count, people, count.equals(made)))
                .toList();
    }

    private static Offer offer(Session s, TableCount count, int people, boolean taken) {
        int tables = count.tables().size();
        Plan plan = Seats.plan(s, count.tables(), TRIES);
        return new Offer(
                tables,
                people / tables,
                (people + tables - 1) / tables,
                plan.costs().repeats(),
                plan.provenBest(),
                taken);
    }

    /** What the facilitator chose, as far as there are people for it; else what fits best. */
    static TableCount made(Session s) {
        int people = s.roster().present().size();
        int most = Math.max(1, people / SMALLEST_TABLE);
        return s.tables()
                .map(wanted -> TableCount.of(Math.min(wanted, most), themes(s)))
                .orElseGet(() -> TableCount.recommended(people, themes(s)));
    }

    static Decision choose(Session s, String by, Optional<Integer> wanted) {
        if (!s.isRunBy(by)) {
            return Decision.refused(new Refusal.NotTheFacilitator());
        }
        if (s.stage() instanceof Stage.Closed) {
            return Decision.refused(new Refusal.IsClosed());
        }
        if (s.floor().isPresent()) {
            return Decision.refused(new Refusal.SeatedAlready());
        }
        if (wanted.filter(n -> n < 1 || n > MOST_TABLES).isPresent()) {
            return Decision.refused(new Refusal.NoSuchNumberOfTables(MOST_TABLES));
        }
        return Decision.changed(s.withTables(wanted));
    }

    private static List<String> themes(Session s) {
        return s.script().themes().stream().map(Theme::id).toList();
    }
}
