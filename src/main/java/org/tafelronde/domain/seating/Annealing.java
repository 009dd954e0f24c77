package org.tafelronde.domain.seating;

import java.util.stream.IntStream;

/**
 * The search: two people exchange their chairs over some rounds on end; a change for the worse is taken too, often at first and ever more
 * rarely, as the way to a good plan is not downhill all along.
 *
 * <p>The interval of rounds is widened until no handover is cut: whoever hosts takes the handover with them. So every plan on the way
 * keeps the hosts' rules. The budget is a number of tries, never time: the same seed gives the same plan on a slow machine.
 */
final class Annealing {
    /** Tries after which to see again who has something to mend. */
    private static final int LOOK_AROUND = 500;

    /** Temperatures, in weights: so much worse, or a little more, a change may be. */
    private static final double HOT = 8;

    private static final double WARM = 4;
    private static final double COLD = 0.5;
    private static final double ROAMING = 0.75;

    private final Board board;
    private final Dice dice;
    private final int from;
    private final int[] movable;

    private int[][] bestSeats = new int[0][];
    private int[][] bestHosts = new int[0][];
    private int least;

    private final int[] trouble;
    private int troubled;

    private int low;
    private int high;

    /**
     * @param from the first round, from 0, in which chairs may be exchanged
     */
    private Annealing(Board board, Dice dice, int from) {
        this.board = board;
        this.dice = dice;
        this.from = from;
        this.movable = IntStream.range(0, board.chairs)
                .filter(p -> !board.fixed[p])
                .filter(p -> {
                    for (int r = from; r < board.rounds; r++) {
                        if (board.seat[r][p] != Board.NOBODY) {
                            return true;
                        }
                    }
                    return false;
                })
                .toArray();
        this.trouble = new int[movable.length];
        this.least = board.cost();
        keep();
    }

    /**
     * A whole search: first roaming over low walls, then settling between high ones.
     *
     * @param good whether the plan to begin with is a good one already, and not to be shaken much
     * @return what the plan costs that is on the board then
     */
    static int plan(Board board, Dice dice, int tries, boolean good, int bound) {
        int roaming = (int) (tries * ROAMING);
        Annealing annealing = new Annealing(board, dice, 0);
        board.wall(Weights.LOW_WALL);
        annealing.search(roaming, good ? WARM : HOT, COLD, bound);
        board.wall(Weights.HIGH_WALL);
        annealing.search(tries - roaming, WARM, COLD, bound);
        return annealing.least;
    }

    /**
     * After a repair: the rounds from this one on, with no more warmth than it takes. Only when a rule is still broken then, which may ask
     * for many other seats, it roams.
     *
     * @param from from 0
     */
    static void mend(Board board, Dice dice, int from, int tries) {
        Annealing annealing = new Annealing(board, dice, from);
        board.wall(Weights.HIGH_WALL);
        annealing.search(tries, WARM, COLD, 0);
        for (int again = 0; again < 2 && annealing.least >= Weights.RULE; again++) {
            board.wall(Weights.LOW_WALL);
            annealing.search(tries, HOT, COLD, 0);
            board.wall(Weights.HIGH_WALL);
            annealing.search(tries, WARM, COLD, 0);
        }
    }

    /**
     * Searches from the plan on the board and leaves the best one there that was seen.
     *
     * @param tries at most
     * @param bound where there is nothing left to find
     */
    private void search(int tries, double hottest, double coldest, int bound) {
        if (movable.length < 2 || from >= board.rounds) {
            return;
        }
        double cooling = StrictMath.pow(coldest / hottest, 1.0 / Math.max(1, tries / 100));
        double temperature = hottest;
        for (int i = 0; i < tries && least > bound; i++) {
            if (i % 100 == 99) {
                temperature *= cooling;
            }
            if (i % LOOK_AROUND == 0) {
                lookForTrouble();
            }
            boolean mend = troubled > 0 && (i & 1) == 0;
            int a = mend ? trouble[dice.below(troubled)] : movable[dice.below(movable.length)];
            int b = movable[dice.below(movable.length)];
            if (a > b) {
                int kept = a;
                a = b;
                b = kept;
            }
            if (a == b || a >= board.people || !drawInterval(a, b) || !board.exchangeable(a, b, low, high)) {
                continue;
            }
            int before = board.searchCost();
            board.exchange(a, b, low, high);
            if (board.searchCost() - before > temperature * dice.patience()) {
                board.exchange(a, b, low, high);
            } else if (board.cost() < least) {
                least = board.cost();
                keep();
            }
        }
        restore();
    }

    /** In a plan that is nearly perfect, most exchanges have nothing to mend; so every other one begins with somebody who has. */
    private void lookForTrouble() {
        troubled = 0;
        for (int p : movable) {
            if (board.troubled(p)) {
                trouble[troubled++] = p;
            }
        }
    }

    private boolean drawInterval(int a, int b) {
        int span = board.rounds - from;
        int one = from + dice.below(span);
        int two = from + dice.below(span);
        low = Math.min(one, two);
        high = Math.max(one, two);
        return close(a, b);
    }

    /** Widens the interval until it cuts no handover of either; false if it would have to begin too early. */
    private boolean close(int a, int b) {
        while (low > 0 && cuts(a, b, low - 1, low)) {
            if (low == from) {
                return false;
            }
            low--;
        }
        while (high + 1 < board.rounds && cuts(a, b, high, high + 1)) {
            high++;
        }
        return true;
    }

    /**
     * Whether an exchange on one side only would tear a host from their table: not if both sit there, unless the host goes on hosting.
     */
    private boolean cuts(int a, int b, int round, int next) {
        boolean together = board.seat[next][a] == board.seat[next][b];
        boolean mayBeEither = together && board.termBegins(next);
        return !mayBeEither && (board.boundToNext(a, round) || board.boundToNext(b, round));
    }

    private void keep() {
        if (bestSeats.length == 0) {
            bestSeats = new int[board.rounds][board.chairs];
            bestHosts = new int[board.rounds][board.tables];
        }
        for (int r = from; r < board.rounds; r++) {
            System.arraycopy(board.seat[r], 0, bestSeats[r], 0, board.chairs);
            System.arraycopy(board.host[r], 0, bestHosts[r], 0, board.tables);
        }
    }

    private void restore() {
        for (int r = from; r < board.rounds; r++) {
            for (int p = 0; p < board.chairs; p++) {
                if (board.seat[r][p] != bestSeats[r][p]) {
                    if (board.seat[r][p] != Board.NOBODY) {
                        board.rise(p, r);
                    }
                }
            }
            for (int p = 0; p < board.chairs; p++) {
                if (board.seat[r][p] != bestSeats[r][p]) {
                    board.sit(p, r, bestSeats[r][p]);
                }
            }
            System.arraycopy(bestHosts[r], 0, board.host[r], 0, board.tables);
        }
        board.recount();
    }
}
