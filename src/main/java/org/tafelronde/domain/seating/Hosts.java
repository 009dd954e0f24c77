package org.tafelronde.domain.seating;

/** Who is best asked to host. */
final class Hosts {
    private Hosts() {}

    /** What it costs that this person hosts in this round. */
    static int cost(Board board, int person, int round) {
        int cost = Weights.HOSTING_TWICE * times(board, person);
        boolean handsOver = board.handsOver && round + 1 < board.rounds;
        return cost + (handsOver && !board.present(person, round + 1) ? Weights.NO_HANDOVER : 0);
    }

    static int times(Board board, int person) {
        int times = 0;
        for (int r = 0; r < board.rounds; r++) {
            int table = board.seat[r][person];
            if (table != Board.NOBODY && board.host[r][table] == person) {
                boolean goesOn = !board.termBegins(r) && r > 0 && board.host[r - 1][table] == person;
                times += goesOn ? 0 : 1;
            }
        }
        return times;
    }

    /** The best of those who sit at a table already; if it cannot be otherwise, who hosted it just before, or somebody fixed there. */
    static int amongMembers(Board board, int round, int table) {
        int best = Board.NOBODY;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < board.size(round, table); i++) {
            int p = board.member(round, table, i);
            if (p >= board.people) {
                continue;
            }
            int cost = cost(board, p, round);
            if (board.fixed[p]) {
                cost += 100 * Weights.RULE;
            }
            if (round > 0 && board.host[round - 1][table] == p) {
                cost += 2 * Weights.RULE;
            }
            if (board.handsOver && round + 1 < board.rounds && board.present(p, round + 1)) {
                int next = board.seat[round + 1][p];
                if (next != Board.NOBODY && next != table) {
                    // They will be asked to stay; the worse, if another table waits for them as its host.
                    cost += Weights.CHANGED_SEAT + (board.host[round + 1][next] == p ? 2 * Weights.RULE : 0);
                }
            }
            if (cost < least || cost == least && p < best) {
                least = cost;
                best = p;
            }
        }
        return best;
    }
}
