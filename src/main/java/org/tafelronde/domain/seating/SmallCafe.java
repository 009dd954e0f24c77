package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The best plan of a café with two or three tables, by trying all there is. People who sat at the same tables so far, and have hosted or
 * not, are one group: it matters only how many of them go where. Ways that have as many repeats as the best one already are not gone to
 * their end, and a café with too many ways is left to the search and the other bounds.
 */
final class SmallCafe {
    private static final int MOST_TABLES = 3;
    private static final int MOST_STEPS = 100_000;

    /**
     * People with one past.
     *
     * @param path their table in every round so far
     * @param hosted the rounds, as bits, in which they (one, then) hosted
     * @param stayed whether they are at the last of these tables to hand over
     */
    private record Group(int[] path, int count, int hosted, boolean stayed) {
        int last() {
            return path.length - 1;
        }

        int table() {
            return path[last()];
        }

        boolean hostsIn(int round) {
            return (hosted >>> round & 1) != 0;
        }

        boolean hosts() {
            return hostsIn(last());
        }

        Group part(int some, boolean host) {
            return new Group(path, some, host ? hosted | 1 << last() : hosted, stayed && !host);
        }

        Group goingTo(int table, int some) {
            int[] longer = Arrays.copyOf(path, path.length + 1);
            longer[path.length] = table;
            return new Group(longer, some, hosted, hosts());
        }

        boolean metBefore(Group other) {
            for (int r = 0; r < last(); r++) {
                if (path[r] == other.path[r]) {
                    return true;
                }
            }
            return false;
        }
    }

    private final int tables;
    private final int rounds;
    private final int people;
    private final boolean once;
    private final long mostSteps;
    private int fewest;
    private List<Group> best = List.of();
    private long steps;

    private SmallCafe(SeatingProblem problem, boolean once, int fewest, long mostSteps) {
        this.tables = problem.tables().size();
        this.rounds = problem.rounds();
        this.people = problem.people().size();
        this.once = once;
        this.fewest = fewest;
        this.mostSteps = mostSteps;
    }

    /**
     * None, when the café is of another kind, or has too many ways: it is for people who are always there, tables with a theme each, and hosts
     * of two rounds.
     *
     * @param again how many times somebody has to host once more
     * @param once whether nobody is to come back to a theme
     */
    static Optional<SmallCafe> of(SeatingProblem problem, int again, boolean once) {
        int tables = problem.tables().size();
        boolean fits = tables >= 2
                && tables <= MOST_TABLES
                && (tables == 2 || problem.rounds() <= 3)
                && problem.themes() == tables
                && problem.hostRounds() == 2
                && problem.fixed().isEmpty()
                && problem.rounds() >= 2
                && problem.people().size() >= 2 * tables
                && problem.people().stream().allMatch(p -> p.presentInAll(problem.rounds()));
        if (!fits) {
            return Optional.empty();
        }
        SmallCafe cafe = new SmallCafe(problem, once, Integer.MAX_VALUE, MOST_STEPS);
        cafe.tryAll(again);
        return cafe.steps > MOST_STEPS || cafe.best.isEmpty() ? Optional.empty() : Optional.of(cafe);
    }

    /**
     * Whether there is a plan with fewer repeats, in which nobody comes back or hosts twice; however long it takes to try all.
     *
     * @param problem with a table for each theme, people who are always there, and hosts of two rounds
     */
    static boolean isThereOneBelow(int repeats, SeatingProblem problem) {
        SmallCafe cafe = new SmallCafe(problem, true, repeats, Long.MAX_VALUE);
        cafe.tryAll(0);
        return !cafe.best.isEmpty();
    }

    private void tryAll(int again) {
        List<Group> first = new ArrayList<>();
        for (int t = 0; t < tables; t++) {
            int size = people / tables + (t < people % tables ? 1 : 0);
            first.add(new Group(new int[] {t}, size, 0, false));
        }
        chooseHosts(first, 0, 0, again);
    }

    int fewestRepeats() {
        return fewest;
    }

    /** Seats people, in any order, in the groups of the best plan. */
    void fill(Board board, Dice dice) {
        int[] order = new int[people];
        Arrays.setAll(order, p -> p);
        dice.shuffle(order);
        board.clear();
        int next = 0;
        for (Group g : best) {
            for (int i = 0; i < g.count; i++) {
                int who = order[next++];
                for (int r = 0; r < rounds; r++) {
                    board.sit(who, r, g.path[r]);
                    if (g.hostsIn(r)) {
                        board.host[r][g.path[r]] = who;
                    }
                }
            }
        }
        board.putEmptyChairs();
        board.recount();
    }

    private void chooseHosts(List<Group> groups, int table, int repeats, int again) {
        if (table == tables) {
            if (groups.getFirst().path.length == rounds) {
                fewest = repeats;
                best = List.copyOf(groups);
            } else {
                move(groups, 0, new ArrayList<>(), new int[tables], repeats, again);
            }
            return;
        }
        for (int i = 0; i < groups.size() && repeats < fewest; i++) {
            Group g = groups.get(i);
            int less = g.hosted == 0 ? 0 : 1;
            if (g.table() != table || g.hosts() || g.stayed || less > again) {
                continue;
            }
            List<Group> chosen = new ArrayList<>(groups);
            chosen.set(i, g.part(1, true));
            if (g.count > 1) {
                chosen.add(g.part(g.count - 1, false));
            }
            chooseHosts(chosen, table + 1, repeats, again - less);
        }
    }

    /** Sends group after group on, in every way. */
    private void move(List<Group> groups, int index, List<Group> next, int[] sizes, int repeats, int again) {
        if (++steps > mostSteps || repeats + repeats(next) >= fewest) {
            return;
        }
        if (index < groups.size()) {
            Group g = groups.get(index);
            send(groups, index, g.hosts() ? g.table() : 0, g.count, next, sizes, repeats, again);
            return;
        }
        int more = repeats + repeats(next);
        if (more < fewest && Arrays.stream(sizes).allMatch(size -> size >= people / tables)) {
            chooseHosts(List.copyOf(next), 0, more, again);
        }
    }

    /** So many of a group to this table, and the others to later ones. */
    private void send(
            List<Group> groups, int index, int table, int left, List<Group> next, int[] sizes, int repeats, int again) {
        if (left == 0) {
            move(groups, index + 1, next, sizes, repeats, again);
            return;
        }
        if (table == tables) {
            return;
        }
        Group g = groups.get(index);
        int most = mayGo(g, table) ? Math.min(left, (people + tables - 1) / tables - sizes[table]) : 0;
        for (int n = 0; n <= most; n++) {
            if (n > 0) {
                next.add(g.goingTo(table, n));
            }
            sizes[table] += n;
            send(groups, index, table + 1, left - n, next, sizes, repeats, again);
            sizes[table] -= n;
            if (n > 0) {
                next.removeLast();
            }
        }
    }

    private boolean mayGo(Group g, int table) {
        if (g.hosts()) {
            return g.table() == table;
        }
        return g.table() != table && !(once && Arrays.stream(g.path).anyMatch(before -> before == table));
    }

    /** Of pairs at a table now who were at one before. */
    private static int repeats(List<Group> groups) {
        int repeats = 0;
        for (int i = 0; i < groups.size(); i++) {
            Group g = groups.get(i);
            repeats += g.count * (g.count - 1) / 2;
            for (int j = 0; j < i; j++) {
                Group other = groups.get(j);
                if (g.table() == other.table() && g.metBefore(other)) {
                    repeats += g.count * other.count;
                }
            }
        }
        return repeats;
    }
}
