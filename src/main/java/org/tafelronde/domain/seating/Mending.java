package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The old plan with other people, round by round: everybody keeps their seat, a host who is gone is replaced by somebody at the same
 * table, newcomers go where there is room, and only where tables differ by more than one does anybody move.
 */
final class Mending {
    private final Board board;

    private Mending(Board board) {
        this.board = board;
    }

    static void mend(Board board, Rotation old) {
        Mending mending = new Mending(board);
        mending.seatAsBefore(old);
        for (int r = board.first; r < board.rounds; r++) {
            mending.mend(r);
        }
        board.putEmptyChairs();
        board.recount();
    }

    private void seatAsBefore(Rotation old) {
        for (int r = 0; r < Math.min(board.rounds, old.rounds().size()); r++) {
            for (TableSeating table : old.rounds().get(r).tables()) {
                int t = board.tableNumber(table.table());
                if (t == Board.NOBODY) {
                    continue;
                }
                for (String member : table.members()) {
                    int p = board.number(member);
                    if (p != Board.NOBODY && (r < board.first || board.present(p, r))) {
                        board.sit(p, r, t);
                    }
                }
                int host = board.number(table.host());
                if (host != Board.NOBODY && board.seat[r][host] == t) {
                    board.host[r][t] = host;
                }
            }
        }
    }

    private void mend(int round) {
        List<Integer> open = openTables(round);
        for (int t = 0; t < board.tables; t++) {
            while (!open.contains(t) && board.size(round, t) > 0) {
                board.rise(board.member(round, t, 0), round);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        stayForHandover(round, open);
        Room room = new Room(board, round, open.size());
        for (int p = 0; p < board.people; p++) {
            if (board.present(p, round) && board.seat[round][p] == Board.NOBODY) {
                int best = open.getFirst();
                for (int t : open) {
                    boolean emptier = board.size(round, t) < board.size(round, best);
                    boolean equal = board.size(round, t) == board.size(round, best);
                    if (emptier || equal && room.cost(p, t) < room.cost(p, best)) {
                        best = t;
                    }
                }
                board.sit(p, round, best);
            }
        }
        level(round, open, room);
        for (int t : open) {
            if (board.host[round][t] == Board.NOBODY && board.size(round, t) > 0) {
                board.host[round][t] = Hosts.amongMembers(board, round, t);
            }
        }
    }

    /** All, as long as there is somebody for each; otherwise first those that a host waits at. */
    private List<Integer> openTables(int round) {
        List<Integer> open = new ArrayList<>();
        for (int t = 0; t < board.tables; t++) {
            open.add(t);
        }
        int present = board.presentIn(round);
        if (present >= board.tables) {
            return open;
        }
        return open.stream()
                .sorted(Comparator.comparing((Integer t) -> leftOver(round, t) == Board.NOBODY)
                        .thenComparing(t -> board.host[round][t] == Board.NOBODY)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(present)
                .sorted()
                .toList();
    }

    /** Who hosted this table in the round before and has to be there in this one. */
    private int leftOver(int round, int table) {
        if (round == 0) {
            return Board.NOBODY;
        }
        int before = board.host[round - 1][table];
        boolean stays = board.handsOver || !board.termBegins(round);
        return stays && before != Board.NOBODY && board.present(before, round) ? before : Board.NOBODY;
    }

    private void stayForHandover(int round, List<Integer> open) {
        for (int t : open) {
            int before = leftOver(round, t);
            if (before == Board.NOBODY) {
                continue;
            }
            if (board.seat[round][before] != t) {
                if (board.seat[round][before] != Board.NOBODY) {
                    board.rise(before, round);
                }
                board.sit(before, round, t);
            }
            if (!board.termBegins(round)) {
                board.host[round][t] = before;
            }
        }
    }

    private void level(int round, List<Integer> open, Room room) {
        while (true) {
            int smallest = open.getFirst();
            int largest = open.getFirst();
            for (int t : open) {
                smallest = board.size(round, t) < board.size(round, smallest) ? t : smallest;
                largest = board.size(round, t) > board.size(round, largest) ? t : largest;
            }
            if (board.size(round, largest) - board.size(round, smallest) <= 1) {
                return;
            }
            if (!moveOne(round, board.size(round, largest), board.size(round, smallest), open, room)) {
                return;
            }
        }
    }

    /** From one of the largest tables to one of the smallest, whoever it costs least. */
    private boolean moveOne(int round, int large, int small, List<Integer> open, Room room) {
        int mover = Board.NOBODY;
        int to = Board.NOBODY;
        int least = Integer.MAX_VALUE;
        for (int from : open) {
            for (int i = 0; board.size(round, from) == large && i < large; i++) {
                int p = board.member(round, from, i);
                if (board.fixed[p]) {
                    continue;
                }
                int cost = board.hasKnownSeat(p, round) ? Weights.CHANGED_SEAT : 0;
                cost += board.host[round][from] == p || leftOver(round, from) == p ? 3 * Weights.RULE : 0;
                for (int t : open) {
                    if (board.size(round, t) == small && cost + room.cost(p, t) < least) {
                        least = cost + room.cost(p, t);
                        mover = p;
                        to = t;
                    }
                }
            }
        }
        if (mover == Board.NOBODY) {
            return false;
        }
        board.rise(mover, round);
        board.sit(mover, round, to);
        return true;
    }
}
