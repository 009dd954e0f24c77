package org.tafelronde.domain.seating;

import java.util.Objects;

/**
 * A first plan for any numbers, round by round: who must sit somewhere does, each table gets its new host, and everybody else goes where
 * it costs least. Not a good plan; a place to begin to search.
 */
final class Filling {
    private final Board board;
    private final int[] order;

    private Filling(Board board, Dice dice) {
        this.board = board;
        this.order = new int[board.people];
        for (int p = 0; p < order.length; p++) {
            order[p] = p;
        }
        dice.shuffle(order);
    }

    static void fill(Board board, Dice dice) {
        Filling filling = new Filling(board, dice);
        board.clear();
        for (int r = 0; r < board.rounds; r++) {
            filling.fill(r);
        }
        board.putEmptyChairs();
        board.recount();
    }

    private void fill(int round) {
        Room room = new Room(board, round);
        for (int p = 0; p < board.people; p++) {
            if (board.present(p, round) && board.fixed[p]) {
                String table = Objects.requireNonNull(
                        board.problem.fixed().get(board.problem.people().get(p).id()));
                board.sit(p, round, board.tableNumber(table));
            }
        }
        stayForHandover(round);
        for (int t = 0; t < board.tables; t++) {
            if (board.host[round][t] == Board.NOBODY) {
                board.host[round][t] = newHost(round, t, room);
            }
        }
        for (int p : order) {
            if (board.present(p, round) && board.seat[round][p] == Board.NOBODY) {
                board.sit(p, round, room.cheapest(p));
            }
        }
        // Where the room was too full for a new host, somebody who sits there by now.
        for (int t = 0; t < board.tables; t++) {
            if (board.host[round][t] == Board.NOBODY) {
                board.host[round][t] = Hosts.amongMembers(board, round, t);
            }
        }
    }

    private void stayForHandover(int round) {
        if (round == 0) {
            return;
        }
        for (int t = 0; t < board.tables; t++) {
            int before = board.host[round - 1][t];
            if (before == Board.NOBODY || !board.present(before, round) || board.fixed[before]) {
                continue;
            }
            boolean goesOn = !board.termBegins(round);
            if (goesOn || board.handsOver) {
                board.sit(before, round, t);
            }
            if (goesOn) {
                board.host[round][t] = before;
            }
        }
    }

    private int newHost(int round, int table, Room room) {
        int best = Board.NOBODY;
        int least = Integer.MAX_VALUE;
        for (int p : order) {
            if (!board.present(p, round) || board.seat[round][p] != Board.NOBODY || !room.hasPlace(table)) {
                continue;
            }
            int cost = Hosts.cost(board, p, round) + room.cost(p, table);
            if (cost < least) {
                least = cost;
                best = p;
            }
        }
        if (best != Board.NOBODY) {
            board.sit(best, round, table);
        }
        return best;
    }
}
