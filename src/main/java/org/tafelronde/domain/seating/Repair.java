package org.tafelronde.domain.seating;

import java.util.Optional;

/** A rotation for other people than it was made for. */
public final class Repair {
    private static final int TRIES_PER_PERSON = 500;
    private static final int FEWEST_TRIES = 8_000;
    private static final int MOST_TRIES = 30_000;

    private Repair() {}

    /**
     * As few changed seats as can be, and then as good a plan as can be. When more people have left than there are tables, tables close:
     * a round then lists those that are left.
     *
     * @param frozen rounds from 1 to this one stay as they are
     */
    public static Plan repair(SeatingProblem problem, Rotation old, int frozen) {
        Demands.checkNames(problem);
        int first = Math.clamp(frozen, 0, problem.rounds());
        if (first == problem.rounds()) {
            return Plan.of(problem, old);
        }
        Board board = new Board(problem, first, Optional.of(old));
        Mending.mend(board, old);
        search(board, first);
        return Plan.of(problem, board.rotation(Optional.of(old)));
    }

    /**
     * The same, with one person at another table from this round on. In that round nobody else moves, unless the tables would differ by
     * more than one: then somebody who neither hosts there nor hands over comes back in exchange. Later rounds change as little as they
     * must.
     *
     * @throws IllegalArgumentException when the person or the table is unknown, or the person is not there in that round
     */
    public static Rotation move(SeatingProblem problem, Rotation old, int round, String who, String table) {
        Demands.checkNames(problem);
        int now = round - 1;
        if (now < 0 || now >= problem.rounds()) {
            throw new IllegalArgumentException("there is no round " + round);
        }
        Board board = new Board(problem, now, Optional.of(old));
        Mending.mend(board, old);
        int person = board.number(who);
        int to = board.tableNumber(table);
        if (person == Board.NOBODY || to == Board.NOBODY) {
            throw new IllegalArgumentException(person == Board.NOBODY ? who + " is unknown" : "no table " + table);
        }
        if (board.seat[now][person] == Board.NOBODY) {
            throw new IllegalArgumentException(who + " has no seat in round " + round);
        }
        if (board.seat[now][person] == to) {
            return board.rotation(Optional.of(old));
        }
        exchange(board, person, to, now);
        openedTables(board, now);
        for (int p = 0; p < board.chairs; p++) {
            board.pinned[now][p] = true;
        }
        search(board, now + 1);
        return board.rotation(Optional.of(old));
    }

    /** Who comes to a table that had closed opens it again, and hosts there. */
    private static void openedTables(Board board, int now) {
        for (int r = now; r < board.rounds; r++) {
            for (int t = 0; t < board.tables; t++) {
                if (board.host[r][t] == Board.NOBODY) {
                    board.host[r][t] = Hosts.amongMembers(board, r, t);
                }
            }
        }
        board.recount();
    }

    private static void search(Board board, int from) {
        int tries = Math.clamp((long) board.people * TRIES_PER_PERSON, FEWEST_TRIES, MOST_TRIES);
        Annealing.mend(board, new Dice(board.problem.seed()), from, tries);
    }

    /** With whom, and for how many rounds, it costs least. */
    private static void exchange(Board board, int person, int to, int now) {
        int least = Integer.MAX_VALUE;
        int partner = Board.NOBODY;
        int until = now;
        for (int i = 0; i < board.size(now, to); i++) {
            int other = board.member(now, to, i);
            boolean needed = other < board.people
                    && (board.host[now][to] == other || now > 0 && board.boundToNext(other, now - 1));
            for (int r = now; !needed && r < board.rounds; r++) {
                boolean cuts = board.boundToNext(person, r) || board.boundToNext(other, r);
                if (cuts || !board.exchangeable(person, other, now, r)) {
                    continue;
                }
                board.exchange(person, other, now, r);
                // An empty chair disturbs nobody.
                int cost = board.cost() + (other < board.people ? 100 * Weights.RULE : 0);
                if (cost < least) {
                    least = cost;
                    partner = other;
                    until = r;
                }
                board.exchange(person, other, now, r);
            }
        }
        if (partner != Board.NOBODY) {
            board.exchange(person, partner, now, until);
            return;
        }
        int from = board.seat[now][person];
        board.rise(person, now);
        board.sit(person, now, to);
        // A table that was closed opens; one that has lost its host finds another.
        for (int table : new int[] {from, to}) {
            if (board.host[now][table] == Board.NOBODY) {
                board.host[now][table] = Hosts.amongMembers(board, now, table);
            }
        }
        board.recount();
    }
}
