package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan by a formula, when every theme has as many tables.
 *
 * <p>Everybody has a base table and a role there. Role {@code k} of base {@code i} sits in round {@code r} at table
 * {@code (i + steps[k][r]) mod tables}, so a role always fills every table once. The first roles host, one after the other, and their
 * steps stand still for it. Two people of two roles meet in a round if their bases differ by as much as their steps do; so two roles meet
 * again as often as the difference of their steps comes back. A good plan is therefore a few rows of steps with differences that are all
 * different, whether there are 20 people or 1,000. The last role may not be there at every base: those tables are one smaller.
 */
final class Carousel {
    private static final int DRAWS = 20_000;
    private static final int DRAWS_PER_ROLE = 40;

    /** Large tables have many roles, and each is compared with all before it: so many comparisons of steps are soon enough. */
    private static final long MOST_COMPARISONS = 20_000_000;

    private final Board board;
    private final Dice dice;
    private final int tables;
    private final int rounds;
    private final int roles;
    private final int atLastRole;
    /** Tables in such an order that the next one has the next theme. */
    private final int[] ring;

    private Carousel(Board board, Dice dice, int[] ring) {
        this.board = board;
        this.dice = dice;
        this.tables = board.tables;
        this.rounds = board.rounds;
        this.ring = ring;
        this.atLastRole = board.people % tables == 0 ? tables : board.people % tables;
        this.roles = (board.people + tables - 1) / tables;
    }

    /**
     * Fills the board, if it can be done this way: everybody always there, themes with as many tables, a role for every term.
     *
     * @param bound the cost at which no better steps need be looked for
     */
    static boolean fill(Board board, Dice dice, int bound) {
        Optional<int[]> ring = ring(board);
        boolean fits = ring.isPresent()
                && board.problem.fixed().isEmpty()
                && board.people / board.tables >= board.problem.terms()
                && board.handsOver;
        for (int r = 0; fits && r < board.rounds; r++) {
            fits = board.presentIn(r) == board.people;
        }
        if (!fits) {
            return false;
        }
        Carousel carousel = new Carousel(board, dice, ring.get());
        carousel.seat(carousel.steps(bound));
        return true;
    }

    private static Optional<int[]> ring(Board board) {
        int each = board.tables / board.themes;
        int[] ring = new int[board.tables];
        int[] count = new int[board.themes];
        for (int t = 0; t < board.tables; t++) {
            int nth = count[board.theme[t]]++;
            if (nth >= each || board.tables % board.themes != 0) {
                return Optional.empty();
            }
            ring[nth * board.themes + board.theme[t]] = t;
        }
        return Optional.of(ring);
    }

    /** Draws rows of steps, keeps the best of a few for each role, and begins again until nothing better can be hoped for. */
    private int[][] steps(int bound) {
        int[][] best = new int[0][];
        long least = Long.MAX_VALUE;
        int width = Math.min(tables, 8 * board.themes);
        long comparisons = (long) roles * roles * rounds * rounds / 4;
        int perRole = (int) Math.clamp(MOST_COMPARISONS / Math.max(1, comparisons), 1, DRAWS_PER_ROLE);
        int draws = (int) Math.min(DRAWS, MOST_COMPARISONS * roles / Math.max(1, comparisons));
        for (int drawn = 0; drawn == 0 || drawn < draws && least > bound; drawn += roles * perRole) {
            int[][] steps = new int[roles][];
            long cost = 0;
            for (int k = 0; k < roles; k++) {
                long leastRow = Long.MAX_VALUE;
                for (int i = 0; i < perRole && leastRow > 0; i++) {
                    int[] row = row(k, width);
                    long costs = rowCost(row, k, steps);
                    if (costs < leastRow) {
                        leastRow = costs;
                        steps[k] = row;
                    }
                }
                cost += leastRow;
            }
            if (cost < least) {
                least = cost;
                best = steps;
            }
        }
        return best;
    }

    /** Standing still as long as this role is needed at its table, and never, if it can be helped, at a theme of before. */
    private int[] row(int role, int width) {
        int[] row = new int[rounds];
        for (int r = 1; r < rounds; r++) {
            if (staysAfter(role, r - 1)) {
                row[r] = row[r - 1];
                continue;
            }
            row[r] = dice.below(width);
            for (int tries = 1; tries < 4 && wasThere(row, r); tries++) {
                row[r] = dice.below(width);
            }
            if (board.themes > 1 && row[r] % board.themes == row[r - 1] % board.themes) {
                row[r] = (row[r] + 1 + dice.below(board.themes - 1)) % width;
            }
        }
        return row;
    }

    /** Whether this step leads to a theme of an earlier round. */
    private boolean wasThere(int[] row, int round) {
        for (int r = 0; r < round; r++) {
            if (row[r] % board.themes == row[round] % board.themes) {
                return true;
            }
        }
        return false;
    }

    private boolean staysAfter(int role, int round) {
        return round / board.term == role;
    }

    private long rowCost(int[] row, int role, int[][] others) {
        int count = count(role);
        long cost = 0;
        for (int r = 1; r < rounds; r++) {
            int theme = row[r] % board.themes;
            if (theme == row[r - 1] % board.themes) {
                boolean mayStay = board.themes == 1 || staysAfter(role, r - 1);
                cost += mayStay ? 0 : (long) count * Weights.RULE;
            } else if (wasThere(row, r)) {
                cost += (long) count * Weights.REVISIT;
            }
        }
        for (int other = 0; other < role; other++) {
            // A smaller role than both is the last one, and that is this one.
            cost += (long) count * Weights.REPEAT * comingBack(row, others[other]);
        }
        return cost;
    }

    private int comingBack(int[] one, int[] two) {
        int back = 0;
        for (int r = 1; r < rounds; r++) {
            int difference = Math.floorMod(one[r] - two[r], tables);
            for (int before = 0; before < r; before++) {
                if (Math.floorMod(one[before] - two[before], tables) == difference) {
                    back++;
                    break;
                }
            }
        }
        return back;
    }

    private int count(int role) {
        return role == roles - 1 ? atLastRole : tables;
    }

    private void seat(int[][] steps) {
        board.clear();
        int[] order = byOrganisation();
        for (int r = 0; r < rounds; r++) {
            for (int n = 0; n < order.length; n++) {
                int role = n / tables;
                int table = ring[(n % tables + steps[role][r]) % tables];
                board.sit(order[n], r, table);
                if (role == r / board.term) {
                    board.host[r][table] = order[n];
                }
            }
        }
        board.putEmptyChairs();
        board.recount();
    }

    /** Colleagues side by side: who has the same role never meets. */
    private int[] byOrganisation() {
        int[] people = new int[board.people];
        Arrays.setAll(people, p -> p);
        dice.shuffle(people);
        Map<String, List<Integer>> groups = new TreeMap<>();
        List<Integer> alone = new ArrayList<>();
        for (int p : people) {
            board.problem
                    .people()
                    .get(p)
                    .organisation()
                    .ifPresentOrElse(
                            o -> groups.computeIfAbsent(o, any -> new ArrayList<>())
                                    .add(p),
                            () -> alone.add(p));
        }
        List<Integer> order = new ArrayList<>();
        groups.values().stream()
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size()))
                .forEach(order::addAll);
        order.addAll(alone);
        return order.stream().mapToInt(p -> p).toArray();
    }
}
