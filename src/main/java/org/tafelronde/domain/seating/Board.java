package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rotation on the drawing board: people, tables and rounds as numbers from 0, and what the plan costs, kept up to date at every
 * exchange.
 *
 * <p>Tables of a round differ by one in size: the smaller ones have an empty chair. Empty chairs are numbered on from the people, and are
 * exchanged like them; so every move there is, is an exchange. A table has at most one.
 */
final class Board {
    static final int NOBODY = Places.NOBODY;

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

    private final Numbers numbers;
    private final Places places;
    /** [round][person]: the seats of a plan that people know already; empty when there is none. */
    private final int[][] known;

    final Meetings meetings;

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
        this.numbers = new Numbers(problem);
        this.theme = numbers.theme;
        this.themes = numbers.themes;
        this.host = new int[rounds][tables];
        this.pinned = new boolean[rounds][chairs];
        this.fixed = new boolean[chairs];
        this.meetings = new Meetings(problem);
        this.places = new Places(rounds, tables, people, meetings);
        this.seat = places.seat;
        for (int p = 0; p < people; p++) {
            fixed[p] = problem.fixed().containsKey(problem.people().get(p).id());
        }
        this.known = old.map(numbers::seats).orElse(new int[0][]);
        clear();
    }

    /** Takes everybody off their chairs. */
    void clear() {
        for (int r = 0; r < rounds; r++) {
            Arrays.fill(host[r], NOBODY);
            for (int p = 0; p < people; p++) {
                pinned[r][p] = fixed[p];
            }
        }
        places.clear();
        strict = 0;
        lenient = 0;
    }

    int number(String id) {
        return numbers.person(id);
    }

    int tableNumber(String id) {
        return numbers.table(id);
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
        return places.size(round, table);
    }

    int member(int round, int table, int index) {
        return places.member(round, table, index);
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
        places.sit(who, round, table);
    }

    void rise(int who, int round) {
        int table = seat[round][who];
        places.rise(who, round);
        if (host[round][table] == who) {
            host[round][table] = NOBODY;
        }
    }

    /** Gives the smaller tables their empty chairs. */
    void putEmptyChairs() {
        for (int r = first; r < rounds; r++) {
            int largest = places.largest(r);
            int chair = people;
            for (int t = 0; t < tables; t++) {
                if (size(r, t) > 0 && size(r, t) < largest) {
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
            if (b >= people && (host[r][ta] == a || ta != tb && places.hasEmptyChair(r, ta))) {
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
                places.exchange(r, a, ta, b, tb);
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
            for (int i = 0; table != NOBODY && i < places.size(r, table); i++) {
                int other = places.member(r, table, i);
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
            all.add(r < first ? old.orElseThrow().rounds().get(r) : numbers.seating(r, places, host[r]));
        }
        return new Rotation(all);
    }
}
