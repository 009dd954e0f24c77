package org.tafelronde.domain.seating;

import java.util.Optional;

/** Makes a rotation. */
public final class Planner {
    /** Enough for the best known plan of every size that we tried. */
    public static final int THOROUGH = 300_000;

    private static final int TRIES = 100_000;

    private Planner() {}

    /**
     * @throws IllegalArgumentException with one line, when there is no such plan
     */
    public static Plan plan(SeatingProblem problem) {
        return plan(problem, TRIES);
    }

    /**
     * @param tries how long to search; nobody waits for all of them when the bound is reached
     */
    public static Plan plan(SeatingProblem problem, int tries) {
        Demands.check(problem);
        int bound = Bounds.of(problem).weighted();
        Dice dice = new Dice(problem.seed());
        Board board = new Board(problem, 0, Optional.empty());
        if (!Carousel.fill(board, dice)) {
            Filling.fill(board, dice);
            new Annealing(board, dice, 0).search(tries, 12, 0.5, bound);
            return Plan.of(problem, board.rotation(Optional.empty()));
        }
        Annealing cool = new Annealing(board, dice, 0);
        cool.search(tries / 2, 3, 0.5, bound);
        Rotation rotation = board.rotation(Optional.empty());
        if (cool.least() > bound) {
            Filling.fill(board, dice);
            Annealing hot = new Annealing(board, dice, 0);
            hot.search(tries / 2, 12, 0.5, bound);
            rotation = hot.least() < cool.least() ? board.rotation(Optional.empty()) : rotation;
        }
        return Plan.of(problem, rotation);
    }
}
