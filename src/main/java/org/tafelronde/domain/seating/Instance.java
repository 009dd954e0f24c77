package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem as it stands in an instance file, and a plan as it stands in a plan file: parsed already, or still to be printed, so that
 * this package needs no library for it.
 *
 * @param themesByRound all tables have one theme, and it changes with the rounds; empty as a rule
 */
public record Instance(SeatingProblem problem, List<String> themesByRound) {
    public Instance {
        themesByRound = List.copyOf(themesByRound);
    }

    /**
     * @param parsed the file's object: texts, numbers, lists and maps
     * @throws IllegalArgumentException with one line, when something is missing or of another kind
     */
    public static Instance of(Map<?, ?> parsed) {
        return new InstanceReader(parsed).read();
    }

    public Instance seeded(long seed) {
        SeatingProblem p = problem;
        return new Instance(
                new SeatingProblem(p.people(), p.tables(), p.rounds(), p.hostRounds(), p.fixed(), p.apart(), seed),
                themesByRound);
    }

    /** A plan file's object: {@code {"rounds":[{"tables":[{"table","value","chair","members"}]}]}}. */
    public Map<String, Object> planFile(Rotation rotation) {
        List<Object> rounds = new ArrayList<>();
        for (int r = 0; r < rotation.rounds().size(); r++) {
            List<Object> tables = new ArrayList<>();
            for (TableSeating t : rotation.rounds().get(r).tables()) {
                Map<String, Object> table = new LinkedHashMap<>();
                table.put("table", t.table());
                table.put("value", themesByRound.isEmpty() ? t.theme() : themesByRound.get(r));
                table.put("chair", t.host());
                table.put("members", t.members());
                tables.add(table);
            }
            rounds.add(Map.of("tables", tables));
        }
        return Map.of("rounds", rounds);
    }
}
