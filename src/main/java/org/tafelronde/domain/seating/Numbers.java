package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People, tables and themes of a problem as numbers from 0, in the order in which it names them. */
final class Numbers {
    /** [table] */
    final int[] theme;

    final int themes;

    private final SeatingProblem problem;
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> tables = new HashMap<>();

    Numbers(SeatingProblem problem) {
        this.problem = problem;
        this.theme = new int[problem.tables().size()];
        for (Seater p : problem.people()) {
            people.put(p.id(), people.size());
        }
        Map<String, Integer> seen = new HashMap<>();
        for (TableSpec t : problem.tables()) {
            theme[tables.size()] = seen.computeIfAbsent(t.theme(), any -> seen.size());
            tables.put(t.id(), tables.size());
        }
        this.themes = seen.size();
    }

    int person(String id) {
        return people.getOrDefault(id, Places.NOBODY);
    }

    int table(String id) {
        return tables.getOrDefault(id, Places.NOBODY);
    }

    /** [round][person]: the table where they sit in a rotation that there is already. */
    int[][] seats(Rotation old) {
        int[][] seats = new int[problem.rounds()][people.size()];
        for (int r = 0; r < seats.length; r++) {
            Arrays.fill(seats[r], Places.NOBODY);
            if (r < old.rounds().size()) {
                for (TableSeating table : old.rounds().get(r).tables()) {
                    for (String member : table.members()) {
                        int p = person(member);
                        if (p != Places.NOBODY) {
                            seats[r][p] = table(table.table());
                        }
                    }
                }
            }
        }
        return seats;
    }

    /** A round by its names again; a table at which nobody sits is closed. */
    Seating seating(int round, Places places, int[] hosts) {
        List<TableSeating> all = new ArrayList<>();
        for (int t = 0; t < hosts.length; t++) {
            List<String> names = Arrays.stream(places.people(round, t))
                    .mapToObj(p -> problem.people().get(p).id())
                    .toList();
            if (!names.isEmpty()) {
                TableSpec spec = problem.tables().get(t);
                all.add(new TableSeating(
                        spec.id(), spec.theme(), problem.people().get(hosts[t]).id(), names));
            }
        }
        return new Seating(all);
    }
}
