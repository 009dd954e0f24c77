package org.tafelronde.domain.seating;

/** One person's way through the rounds: whether it keeps the rules, and what it costs. */
final class Journey {
    private Journey() {}

    /** Two costs in one number, as this is asked at every exchange: see {@link #strictly} and {@link #leniently}. */
    static long cost(Board board, int person) {
        if (person >= board.people || board.fixed[person]) {
            return 0;
        }
        int broken = 0;
        int revisits = 0;
        int withoutHandover = 0;
        int hosting = 0;
        int changed = 0;
        long seen = 0;
        int before = Board.NOBODY;
        for (int r = 0; r < board.rounds; r++) {
            int table = board.seat[r][person];
            if (table == Board.NOBODY) {
                before = Board.NOBODY;
                continue;
            }
            boolean hostedHere = r > 0 && board.host[r - 1][table] == person;
            if (board.host[r][table] == person) {
                boolean newTerm = board.termBegins(r);
                hosting += newTerm || !hostedHere ? 1 : 0;
                broken += newTerm && hostedHere ? 2 : 0;
                if (board.handsOver && r + 1 < board.rounds) {
                    int next = board.seat[r + 1][person];
                    withoutHandover += next == Board.NOBODY ? 1 : 0;
                    broken += next != Board.NOBODY && next != table ? 2 : 0;
                }
            }
            if (board.themes > 1) {
                int theme = board.theme[table];
                if (theme == before) {
                    broken += hostedHere && board.handsOver ? 0 : 1;
                } else {
                    boolean again =
                            board.themes <= Long.SIZE ? (seen >>> theme & 1) != 0 : wasThere(board, person, r, theme);
                    revisits += again ? 1 : 0;
                }
                seen |= 1L << theme;
                before = theme;
            }
            changed += r >= board.first && board.hasOtherKnownSeat(person, r) ? 1 : 0;
        }
        int again = Math.max(0, hosting - 1);
        int strictly = broken * Weights.RULE
                + again * Weights.HOSTING_TWICE
                + revisits * Weights.REVISIT
                + withoutHandover * Weights.NO_HANDOVER
                + changed * Weights.CHANGED_SEAT;
        int wall = board.wall();
        int leniently = wall * (3 * broken + 3 * again + 2 * revisits + withoutHandover)
                + changed * Weights.CHANGED_SEAT * wall / Weights.HIGH_WALL;
        return (long) strictly << 32 | leniently;
    }

    private static boolean wasThere(Board board, int person, int round, int theme) {
        for (int r = 0; r < round; r++) {
            int table = board.seat[r][person];
            if (table != Board.NOBODY && board.theme[table] == theme) {
                return true;
            }
        }
        return false;
    }

    /** What it really costs. */
    static int strictly(long cost) {
        return (int) (cost >>> 32);
    }

    /** The same, as long as a search is under way and its walls are lower. */
    static int leniently(long cost) {
        return (int) cost;
    }
}
