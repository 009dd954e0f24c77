package org.tafelronde.domain.seating;

/**
 * The search: two people exchange their chairs over some rounds on end; a change for the worse is taken too, often at first and ever more
 * rarely, as the way to a good plan is not downhill all along.
 *
 * <p>The interval of rounds is widened until no handover is cut: whoever hosts takes the handover with them. So every plan on the way
 * keeps the hosts' rules. The budget is a number of tries, never time: the same seed gives the same plan on a slow machine.
 */
final class Annealing {
    private final Board board;
    private final Dice dice;
    private final int from;
    private final int[] movable;

    private int[][] bestSeats = new int[0][];
    private int[][] bestHosts = new int[0][];
    private int least;

    private int low;
    private int high;

    /**
     * @param from the first round, from 0, in which chairs may be exchanged
     */
    Annealing(Board board, Dice dice, int from) {
        this.board = board;
        this.dice = dice;
        this.from = from;
        this.movable = java.util.stream.IntStream.range(0, board.chairs)
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
        this.least = board.cost();
        keep();
    }

    /** The cost of the best plan so far. */
    int least() {
        return least;
    }

    /**
     * Searches from the plan on the board and leaves the best one there that was seen.
     *
     * @param tries at most
     * @param bound where there is nothing left to find
     */
    void search(int tries, double hottest, double coldest, int bound) {
        if (movable.length < 2 || from >= board.rounds) {
            return;
        }
        double cooling = StrictMath.pow(coldest / hottest, 1.0 / Math.max(1, tries / 100));
        double temperature = hottest;
        for (int i = 0; i < tries && least > bound; i++) {
            if (i % 100 == 99) {
                temperature *= cooling;
            }
            int a = movable[dice.below(movable.length)];
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
        while (low > 0 && (board.boundToNext(a, low - 1) || board.boundToNext(b, low - 1))) {
            if (low == from) {
                return false;
            }
            low--;
        }
        while (board.boundToNext(a, high) || board.boundToNext(b, high)) {
            high++;
        }
        return true;
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
