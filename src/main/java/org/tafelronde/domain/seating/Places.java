package org.tafelronde.domain.seating;

import java.util.Arrays;

/**
 * Who sits where on a {@link Board}, and who sits with them: every chair that is taken, left or exchanged is told to the {@link Meetings}.
 * Empty chairs are numbered on from the people.
 */
final class Places {
    static final int NOBODY = -1;

    /** [round][person, or empty chair]: the table, or {@link #NOBODY}. */
    final int[][] seat;

    private final int people;
    private final Meetings meetings;
    private final int[][][] members;
    private final int[][] size;
    private final int[][] emptyChairs;
    /** [round][person, or empty chair]: the index among the members of their table. */
    private final int[][] place;

    Places(int rounds, int tables, int people, Meetings meetings) {
        this.people = people;
        this.meetings = meetings;
        this.seat = new int[rounds][people + tables];
        this.place = new int[rounds][people + tables];
        this.members = new int[rounds][tables][8];
        this.size = new int[rounds][tables];
        this.emptyChairs = new int[rounds][tables];
    }

    void clear() {
        for (int r = 0; r < seat.length; r++) {
            Arrays.fill(seat[r], NOBODY);
            Arrays.fill(size[r], 0);
            Arrays.fill(emptyChairs[r], 0);
        }
        meetings.forget();
    }

    int size(int round, int table) {
        return size[round][table];
    }

    int largest(int round) {
        return Arrays.stream(size[round]).max().orElse(0);
    }

    int member(int round, int table, int index) {
        return members[round][table][index];
    }

    boolean hasEmptyChair(int round, int table) {
        return emptyChairs[round][table] > 0;
    }

    /** The people, without empty chairs, in the order of their numbers. */
    int[] people(int round, int table) {
        return Arrays.stream(members[round][table], 0, size[round][table])
                .filter(p -> p < people)
                .sorted()
                .toArray();
    }

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
    }

    /** Two at different tables, these; the second may be an empty chair. */
    void exchange(int round, int a, int ta, int b, int tb) {
        replace(round, ta, a, b);
        replace(round, tb, b, a);
        int at = place[round][a];
        place[round][a] = place[round][b];
        place[round][b] = at;
        seat[round][a] = tb;
        seat[round][b] = ta;
        if (b >= people) {
            emptyChairs[round][ta]++;
            emptyChairs[round][tb]--;
        }
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
}
