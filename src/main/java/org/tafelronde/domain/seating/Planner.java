package org.tafelronde.domain.seating;

import java.util.Optional;

/** Makes a rotation. */
public final class Planner {
    /** Enough tries for the best known plan of every size that we know one of. */
    public static final int THOROUGH = 300_000;

    private static final int TRIES_PER_PAIR = 100;
    private static final int FEWEST_TRIES = 20_000;
    private static final int MOST_TRIES = 100_000;

    /** Beginning anew is better than a long search, the sooner the fewer people there are. */
    private static final int TRIES_PER_PERSON_BEFORE_ANEW = 5_000;

    /** Tables of a hundred are looked at as long as tables of five: so many seats, in all tries together. */
    private static final long MOST_SEATS_LOOKED_AT = 12_000_000;

    private Planner() {}

    /**
     * A good plan at once: in a blink for a room of people, within a second for a thousand.
     *
     * @throws IllegalArgumentException with one line, when there is no such plan
     */
    public static Plan plan(SeatingProblem problem) {
        return plan(problem, tries(problem.people().size()));
    }

    /** How long a search is worth while for so many people. */
    public static int tries(int people) {
        return Math.clamp((long) people * people * TRIES_PER_PAIR, FEWEST_TRIES, MOST_TRIES);
    }

    /**
     * @param mostTries how long to search; nobody waits for all of them when the bound is reached
     */
    public static Plan plan(SeatingProblem problem, int mostTries) {
        Demands.check(problem);
        int tries = affordable(problem, mostTries);
        int bound = Bounds.of(problem).weighted();
        Dice dice = new Dice(problem.seed());
        Board board = new Board(problem, 0, Optional.empty());
        // Half of the searches from the formula, when there is one, and half from any plan.
        int each = Math.clamp((long) problem.people().size() * TRIES_PER_PERSON_BEFORE_ANEW, 1, Math.max(1, tries / 2));
        int least = Integer.MAX_VALUE;
        Optional<Rotation> best = Optional.empty();
        Optional<SmallCafe> small = Bounds.smallCafe(problem);
        boolean byFormula = true;
        int more = affordable(problem, MOST_TRIES);
        for (int done = 0; best.isEmpty() || least > bound && done < tries + more; done += each) {
            if (done > 0 && done + each > tries) {
                if (Faults.of(problem, best.orElseThrow()).isEmpty()) {
                    break;
                }
                // A rule is still broken: then time matters less.
                each = Math.max(each, Math.min(more, FEWEST_TRIES));
            }
            boolean formula = byFormula && (fill(small, board, dice) || Carousel.fill(board, dice, bound));
            if (!formula) {
                Filling.fill(board, dice);
            }
            int cost = Annealing.plan(board, dice, each, formula, bound);
            if (cost < least) {
                least = cost;
                best = Optional.of(board.rotation(Optional.empty()));
            }
            byFormula = !byFormula;
        }
        return Plan.of(problem, best.orElseThrow());
    }

    private static boolean fill(Optional<SmallCafe> small, Board board, Dice dice) {
        small.ifPresent(cafe -> cafe.fill(board, dice));
        return small.isPresent();
    }

    private static int affordable(SeatingProblem problem, int tries) {
        long seats = (long) problem.people().size() / problem.tables().size() * problem.rounds();
        return (int) Math.min(tries, MOST_SEATS_LOOKED_AT / Math.max(1, seats));
    }
}
