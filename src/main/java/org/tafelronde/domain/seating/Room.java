package org.tafelronde.domain.seating;

/** The places of one round: so many at every table, one more at some. */
final class Room {
    private final Board board;
    private final int round;
    private final int small;
    private final int large;

    Room(Board board, int round) {
        this(board, round, board.tables);
    }

    /**
     * @param open how many tables there are people for
     */
    Room(Board board, int round, int open) {
        this.board = board;
        this.round = round;
        int present = board.presentIn(round);
        this.small = present / open;
        this.large = present % open;
    }

    boolean hasPlace(int table) {
        int size = board.size(round, table);
        return size < small || size == small && largeTables() < large;
    }

    private int largeTables() {
        int count = 0;
        for (int t = 0; t < board.tables; t++) {
            count += board.size(round, t) > small ? 1 : 0;
        }
        return count;
    }

    /** The table with a place where it costs least to put this person. */
    int cheapest(int person) {
        int best = Board.NOBODY;
        int least = Integer.MAX_VALUE;
        boolean largeLeft = largeTables() < large;
        for (int t = 0; t < board.tables; t++) {
            int size = board.size(round, t);
            if (size < small || size == small && largeLeft) {
                int cost = cost(person, t);
                // Between equals the emptier table, lest the last ones have no choice.
                if (cost < least || cost == least && size < board.size(round, best)) {
                    least = cost;
                    best = t;
                }
            }
        }
        return best;
    }

    /** What it costs to put this person at this table, as far as the rounds before and the people there tell. */
    int cost(int person, int table) {
        int cost = themeCost(person, board.theme[table]);
        for (int i = 0; i < board.size(round, table); i++) {
            int other = board.member(round, table, i);
            if (other < board.people && other != person) {
                cost += board.meetings.costOfOneMore(person, other);
            }
        }
        return cost;
    }

    private int themeCost(int person, int theme) {
        if (board.themes == 1) {
            return 0;
        }
        int cost = 0;
        for (int r = 0; r < board.rounds; r++) {
            int table = board.seat[r][person];
            if (r != round && table != Board.NOBODY && board.theme[table] == theme) {
                cost = Math.max(cost, Math.abs(r - round) == 1 ? Weights.RULE : Weights.REVISIT);
            }
        }
        return cost;
    }
}
