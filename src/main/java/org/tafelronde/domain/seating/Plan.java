package org.tafelronde.domain.seating;

/**
 * A rotation and what it costs.
 *
 * @param provenBest whether no other rotation with these tables that keeps the rules has fewer repeated meetings
 */
public record Plan(Rotation rotation, Costs costs, boolean provenBest) {
    static Plan of(SeatingProblem problem, Rotation rotation) {
        Costs costs = Costs.of(problem, rotation);
        Bounds bounds = Bounds.of(problem);
        boolean comparable = costs.revisits() <= bounds.revisits();
        return new Plan(rotation, costs, comparable && costs.repeats() <= bounds.repeats());
    }
}
