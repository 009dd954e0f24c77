package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How many tables there are, and what each talks about (F17). */
public record TableCount(List<TableSpec> tables) {
    private static final int SMALLEST = 3;
    private static final int SMALL = 4;
    private static final int IDEAL = 5;
    private static final int LARGE = 6;

    public TableCount {
        tables = List.copyOf(tables);
    }

    /**
     * Tables of 4 to 6 as a rule, of 5 best of all, and as many for every theme; but at least one for each theme as long as there are three
     * people for it. With fewer people there are fewer tables, and themes are joined.
     */
    public static TableCount recommended(int people, List<String> themes) {
        int clean = people / SMALLEST;
        if (clean < themes.size()) {
            return of(Math.max(1, clean), themes);
        }
        int best = IntStream.rangeClosed(themes.size(), clean)
                .filter(tables -> leavesWay(tables, themes.size()))
                .boxed()
                .min(java.util.Comparator.comparingDouble(tables -> oddity(people, tables, themes.size())))
                .orElse(themes.size());
        return of(best, themes);
    }

    /** Another number of tables for the same people, and what it would cost. */
    public record Offer(TableCount count, Plan plan) {}

    /**
     * Every number of tables that fits, fewest first, each with its plan, for the facilitator to choose from.
     *
     * @param tries how long to search for each
     */
    public static List<Offer> offers(SeatingProblem problem, List<String> themes, int tries) {
        return fitting(problem.people().size(), themes).stream()
                .map(count -> new Offer(count, Planner.plan(problem.at(count.tables()), tries)))
                .toList();
    }

    /** Every number of tables that fits, fewest first: of 4 to 6 people, at least one for each theme; and the recommended number. */
    public static List<TableCount> fitting(int people, List<String> themes) {
        int recommended = recommended(people, themes).tables().size();
        return IntStream.rangeClosed(1, people)
                .filter(tables -> tables == recommended
                        || tables >= themes.size()
                                && people / tables >= SMALL
                                && (people + tables - 1) / tables <= LARGE)
                .mapToObj(tables -> of(tables, themes))
                .toList();
    }

    /** So many tables: themes in turn, or joined when there are fewer tables than themes. */
    public static TableCount of(int tables, List<String> themes) {
        List<TableSpec> all = new ArrayList<>();
        if (tables < themes.size()) {
            int begin = 0;
            for (int t = 0; t < tables; t++) {
                // The later tables get one more, so that the first themes stand alone as long as they can.
                int end = begin + (themes.size() + t) / tables;
                List<String> joined = themes.subList(begin, end);
                all.add(new TableSpec(String.join("+", joined) + "-1", joined));
                begin = end;
            }
        } else {
            for (int t = 0; t < tables; t++) {
                String theme = themes.get(t % themes.size());
                all.add(new TableSpec(theme + "-" + (t / themes.size() + 1), List.of(theme)));
            }
        }
        return new TableCount(all);
    }

    /** Uneven themes are fine as long as a theme's tables can be left for others, and in three rounds nobody need come back. */
    private static boolean leavesWay(int tables, int themes) {
        int most = (tables + themes - 1) / themes;
        return tables % themes == 0 || themes > 2 && 3 * most <= tables;
    }

    private static double oddity(int people, int tables, int themes) {
        double size = (double) people / tables;
        double outside = Math.max(0, Math.max(SMALL - size, size - LARGE));
        return 10 * outside + Math.abs(size - IDEAL) + (tables % themes == 0 ? 0 : 1.5);
    }
}
