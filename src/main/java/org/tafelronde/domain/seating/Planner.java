package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.List;

/** Makes a rotation. */
public final class Planner {
    private Planner() {}

    public static Plan plan(SeatingProblem problem) {
        List<Seating> rounds = new ArrayList<>();
        for (int r = 1; r <= problem.rounds(); r++) {
            List<TableSeating> tables = new ArrayList<>();
            for (int t = 0; t < problem.tables().size(); t++) {
                List<String> members = new ArrayList<>();
                for (int i = 0; i < problem.people().size(); i++) {
                    if (problem.people().get(i).present(r)
                            && (i + r) % problem.tables().size() == t) {
                        members.add(problem.people().get(i).id());
                    }
                }
                TableSpec spec = problem.tables().get(t);
                tables.add(new TableSeating(spec.id(), spec.theme(), members.getFirst(), members));
            }
            rounds.add(new Seating(tables));
        }
        return new Plan(new Rotation(rounds), new Costs(0, 0, 0, 0, 0), false);
    }
}
