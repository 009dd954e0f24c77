package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rotation on the drawing board: people, tables and rounds as numbers from 0, and what the plan costs, kept up to date at every
 * exchange.
 *
 * <p>Tables of a round differ by one in size: the smaller ones have an empty chair. Empty chairs are numbered on from the people, and are
 * exchanged like them; so every move there is, is an exchange. A table has at most one.
 */
final class Board {
    static final int NOBODY = -1;

    final SeatingProblem problem;
    final int people;
    final int tables;
    final int rounds;
    /** Rounds before this one are no longer ours to change. */
    final int first;
    /** How many rounds somebody hosts before the next host takes over. */
    final int term;

    final boolean handsOver;
    final int[] theme;
    final int themes;
    final int chairs;
    /** [round][person, or empty chair]: the table, or {@link #NOBODY}. */
    final int[][] seat;
    /** [round][table]: the person, or {@link #NOBODY}. */
    final int[][] host;
    /** [round][person]: may not be exchanged. */
    final boolean[][] pinned;

    final boolean[] fixed;

    private final int[][][] members;
    private final int[][] size;
    private final int[][] emptyChairs;
    private final int[][] place;
    /** [round][person]: the seats of a plan that people know already; empty when there is none. */
    private final int[][] known;

    final Meetings meetings;
    private final Map<String, Integer> numbers = new HashMap<>();

    private int wall = Weights.LOW_WALL;
    private int strict;
    private int lenient;

    Board(SeatingProblem problem, int first, Optional<Rotation> old) {
        this.problem = problem;
        this.first = first;
        this.people = problem.people().size();
        this.tables = problem.tables().size();
        this.rounds = problem.rounds();
        this.term = problem.term();
        this.handsOver = problem.handsOver();
        this.chairs = people + tables;
        this.theme = new int[tables];
        this.themes = numberThemes();
        this.seat = new int[rounds][chairs];
        this.host = new int[rounds][tables];
        this.pinned = new boolean[rounds][chairs];
        this.fixed = new boolean[chairs];
        this.members = new int[rounds][tables][8];
        this.size = new int[rounds][tables];
        this.emptyChairs = new int[rounds][tables];
        this.place = new int[rounds][chairs];
        this.meetings = new Meetings(problem);
        for (int p = 0; p < people; p++) {
            numbers.put(problem.people().get(p).id(), p);
            fixed[p] = problem.fixed().containsKey(problem.people().get(p).id());
        }
        this.known = old.map(this::numbered).orElse(new int[0][]);
        clear();
    }

    private int numberThemes() {
        List<String> seen = new ArrayList<>();
        for (int t = 0; t < tables; t++) {
            String name = problem.tables().get(t).theme();
            if (!seen.contains(name)) {
                seen.add(name);
            }
            theme[t] = seen.indexOf(name);
        }
        return seen.size();
    }

    private int[][] numbered(Rotation old) {
        int[][] seats = new int[rounds][people];
        for (int r = 0; r < rounds; r++) {
            Arrays.fill(seats[r], NOBODY);
            if (r < old.rounds().size()) {
                for (TableSeating table : old.rounds().get(r).tables()) {
                    for (String member : table.members()) {
                        int p = number(member);
                        if (p != NOBODY) {
                            seats[r][p] = tableNumber(table.table());
                        }
                    }
                }
            }
        }
        return seats;
    }

    /** Takes everybody off their chairs. */
    void clear() {
        for (int r = 0; r < rounds; r++) {
            Arrays.fill(seat[r], NOBODY);
            Arrays.fill(host[r], NOBODY);
            Arrays.fill(size[r], 0);
            Arrays.fill(emptyChairs[r], 0);
            for (int p = 0; p < people; p++) {
                pinned[r][p] = fixed[p];
            }
        }
        meetings.forget();
        strict = 0;
        lenient = 0;
    }

    int number(String id) {
        return numbers.getOrDefault(id, NOBODY);
    }

    int tableNumber(String id) {
        for (int t = 0; t < tables; t++) {
            if (problem.tables().get(t).id().equals(id)) {
                return t;
            }
        }
        return NOBODY;
    }

    boolean present(int person, int round) {
        return problem.people().get(person).present(round + 1);
    }

    int presentIn(int round) {
        int count = 0;
        for (int p = 0; p < people; p++) {
            count += present(p, round) ? 1 : 0;
        }
        return count;
    }

    boolean termBegins(int round) {
        return round % term == 0;
    }

    int size(int round, int table) {
        return size[round][table];
    }

    int member(int round, int table, int index) {
        return members[round][table][index];
    }

    /** Whether this person knows of another seat in this round than the one that they have here. */
    boolean hasOtherKnownSeat(int person, int round) {
        return known.length > 0 && known[round][person] != NOBODY && known[round][person] != seat[round][person];
    }

    boolean hasKnownSeat(int person, int round) {
        return known.length > 0 && known[round][person] == seat[round][person];
    }

    // Sitting down and getting up: for building. Costs of people are right again after recount().

    void sit(int who, int round, int table) {
        int n = size[round][table]++;
        int[] here = members[round][table];
        for (int i = 0; i < n; i++) {
            meet(who, here[i], 1);
        }
        if (n == here.length) {
            here = Arrays.copyOf(here, n * 2);
            members[round][table] = here;
        }
        here[n] = who;
        place[round][who] = n;
        seat[round][who] = table;
        emptyChairs[round][table] += who >= people ? 1 : 0;
    }

    void rise(int who, int round) {
        int table = seat[round][who];
        int[] here = members[round][table];
        int last = --size[round][table];
        int at = place[round][who];
        here[at] = here[last];
        place[round][here[at]] = at;
        for (int i = 0; i < last; i++) {
            meet(who, here[i], -1);
        }
        seat[round][who] = NOBODY;
        emptyChairs[round][table] -= who >= people ? 1 : 0;
        if (host[round][table] == who) {
            host[round][table] = NOBODY;
        }
    }

    /** Gives the smaller tables their empty chairs. */
    void putEmptyChairs() {
        for (int r = first; r < rounds; r++) {
            int largest = Arrays.stream(size[r]).max().orElse(0);
            int chair = people;
            for (int t = 0; t < tables; t++) {
                if (size[r][t] > 0 && size[r][t] < largest) {
                    sit(chair++, r, t);
                }
            }
        }
    }

    int wall() {
        return wall;
    }

    /** What a broken rule costs while a search is under way, as a height of its walls. */
    void wall(int height) {
        wall = height;
        recount();
    }

    void recount() {
        strict = 0;
        lenient = 0;
        for (int p = 0; p < people; p++) {
            count(Journey.cost(this, p), 1);
        }
    }

    // Exchanges

    /** Who hosts in this round sits there in the next one too: these two rounds are not to be cut apart. */
    boolean boundToNext(int who, int round) {
        if (!handsOver || who >= people || round + 1 >= rounds) {
            return false;
        }
        int table = seat[round][who];
        return table != NOBODY && host[round][table] == who && seat[round + 1][who] == table;
    }

    /** Whether these two can exchange their chairs in these rounds, both included; that no handover is cut is for the caller to see. */
    boolean exchangeable(int a, int b, int from, int until) {
        boolean differs = false;
        for (int r = from; r <= until; r++) {
            int ta = seat[r][a];
            int tb = seat[r][b];
            if (ta == NOBODY || tb == NOBODY || pinned[r][a] || pinned[r][b]) {
                return false;
            }
            if (b >= people && (host[r][ta] == a || ta != tb && emptyChairs[r][ta] > 0)) {
                return false;
            }
            differs |= ta != tb || host[r][ta] == a || host[r][ta] == b;
        }
        return differs;
    }

    /** Exchanges the chairs, and the hosting that goes with them. Doing it again undoes it. */
    void exchange(int a, int b, int from, int until) {
        count(Journey.cost(this, a), -1);
        count(Journey.cost(this, b), -1);
        for (int r = from; r <= until; r++) {
            int ta = seat[r][a];
            int tb = seat[r][b];
            if (ta != tb) {
                replace(r, ta, a, b);
                replace(r, tb, b, a);
                int at = place[r][a];
                place[r][a] = place[r][b];
                place[r][b] = at;
                seat[r][a] = tb;
                seat[r][b] = ta;
                if (b >= people) {
                    emptyChairs[r][ta]++;
                    emptyChairs[r][tb]--;
                }
                if (host[r][tb] == b) {
                    host[r][tb] = a;
                }
                if (host[r][ta] == a) {
                    host[r][ta] = b;
                }
            } else if (host[r][ta] == a) {
                host[r][ta] = b;
            } else if (host[r][ta] == b) {
                host[r][ta] = a;
            }
        }
        count(Journey.cost(this, a), 1);
        count(Journey.cost(this, b), 1);
    }

    private void replace(int round, int table, int out, int in) {
        int[] here = members[round][table];
        int n = size[round][table];
        here[place[round][out]] = in;
        for (int i = 0; i < n; i++) {
            int other = here[i];
            if (other != in) {
                meet(out, other, -1);
                meet(in, other, 1);
            }
        }
    }

    private void meet(int a, int b, int more) {
        if (a < people && b < people) {
            meetings.meet(a, b, more);
        }
    }

    /** Whether this person's part of the plan could be better at all. */
    boolean troubled(int p) {
        if (p >= people) {
            return false;
        }
        if (Journey.cost(this, p) != 0) {
            return true;
        }
        for (int r = first; r < rounds; r++) {
            int table = seat[r][p];
            for (int i = 0; table != NOBODY && i < size[r][table]; i++) {
                int other = members[r][table][i];
                if (other != p && other < people && meetings.cost(p, other) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    // Costs

    /** What the plan really costs. */
    int cost() {
        return meetings.cost() + strict;
    }

    /** The same with low walls, for a search under way. */
    int searchCost() {
        return meetings.cost() + lenient;
    }

    private void count(long costs, int times) {
        strict += times * Journey.strictly(costs);
        lenient += times * Journey.leniently(costs);
    }

    // Out again

    /** The plan as it stands; rounds that were not ours to change come from the old one. */
    Rotation rotation(Optional<Rotation> old) {
        List<Seating> all = new ArrayList<>();
        for (int r = 0; r < rounds; r++) {
            all.add(r < first ? old.orElseThrow().rounds().get(r) : seating(r));
        }
        return new Rotation(all);
    }

    private Seating seating(int round) {
        List<TableSeating> all = new ArrayList<>();
        for (int t = 0; t < tables; t++) {
            List<String> names = Arrays.stream(members[round][t], 0, size[round][t])
                    .filter(p -> p < people)
                    .sorted()
                    .mapToObj(p -> problem.people().get(p).id())
                    .toList();
            if (!names.isEmpty()) {
                TableSpec spec = problem.tables().get(t);
                String who = problem.people().get(host[round][t]).id();
                all.add(new TableSeating(spec.id(), spec.theme(), who, names));
            }
        }
        return new Seating(all);
    }
}
