package org.tafelronde.domain.seating;

import java.util.List;

/**
 * A rotation and what it costs.
 *
 * @param bounds what no plan that keeps the rules is below
 * @param faults a line for each rule that is not kept, as when there are too few people for it; none as a rule
 * @param provenBest whether no other rotation with these tables that keeps the rules has fewer repeated meetings
 */
public record Plan(Rotation rotation, Costs costs, Bounds bounds, List<String> faults, boolean provenBest) {
    public Plan {
        faults = List.copyOf(faults);
    }

    static Plan of(SeatingProblem problem, Rotation rotation) {
        Costs costs = Costs.of(problem, rotation);
        Bounds bounds = Bounds.of(problem);
        List<String> faults = Faults.of(problem, rotation);
        boolean comparable = faults.isEmpty() && costs.revisits() <= bounds.revisits();
        return new Plan(rotation, costs, bounds, faults, comparable && costs.repeats() <= bounds.repeats());
    }
}
