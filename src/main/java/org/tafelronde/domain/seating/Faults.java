package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that a rotation does not keep, as it stands: a host who does not hand over, a traveller who stays with a theme. */
final class Faults {
    private final SeatingProblem problem;
    private final List<String> all = new ArrayList<>();

    private Faults(SeatingProblem problem) {
        this.problem = problem;
    }

    /** A line for each; none when all rules are kept. */
    static List<String> of(SeatingProblem problem, Rotation rotation) {
        Faults faults = new Faults(problem);
        boolean oneTheme = problem.themes() == 1;
        for (int round = 2; round <= rotation.rounds().size(); round++) {
            Seating before = rotation.round(round - 1);
            Map<String, TableSeating> now = tables(rotation.round(round));
            if (problem.handsOver()) {
                faults.handovers(round, before, now);
            }
            if (!oneTheme) {
                faults.themes(round, before, now);
            }
        }
        faults.hostingTwice(rotation);
        return faults.all;
    }

    private void hostingTwice(Rotation rotation) {
        int able = (int) problem.people().stream()
                .filter(p -> !problem.fixed().containsKey(p.id()) && p.presentInAll(problem.rounds()))
                .count();
        int unavoidable = Math.max(0, problem.tables().size() * problem.terms() - able);
        if (Costs.hostingTwice(problem, rotation) > unavoidable) {
            all.add("somebody hosts twice, though there are enough people");
        }
    }

    /** The table where everybody sits. */
    private static Map<String, TableSeating> tables(Seating seating) {
        Map<String, TableSeating> tables = new HashMap<>();
        seating.tables().forEach(t -> t.members().forEach(m -> tables.put(m, t)));
        return tables;
    }

    private void handovers(int round, Seating before, Map<String, TableSeating> now) {
        boolean termBegins = (round - 1) % problem.term() == 0;
        for (TableSeating table : before.tables()) {
            TableSeating next = now.get(table.host());
            if (next == null) {
                continue;
            }
            if (!next.table().equals(table.table())) {
                all.add("round " + round + ": " + table.host() + " is not there to hand over " + table.table());
            } else if (termBegins && next.host().equals(table.host())) {
                all.add("round " + round + ": " + table.host() + " hosts " + table.table() + " again");
            }
        }
    }

    private void themes(int round, Seating before, Map<String, TableSeating> now) {
        for (TableSeating table : before.tables()) {
            for (String who : table.members()) {
                TableSeating next = now.get(who);
                if (next == null
                        || problem.fixed().containsKey(who)
                        || !next.theme().equals(table.theme())) {
                    continue;
                }
                boolean stays = problem.handsOver()
                        && table.host().equals(who)
                        && next.table().equals(table.table());
                if (!stays) {
                    all.add("round " + round + ": " + who + " stays with " + next.theme());
                }
            }
        }
    }
}
