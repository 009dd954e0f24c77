package org.tafelronde.domain.seating;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who sits together, how often, and what that costs: repeats, colleagues, people who should not meet. */
final class Meetings {
    private final int people;
    /** A row for each person; the lower number of a pair comes first. */
    private final byte[] times;

    private final byte[] dislike;
    private int cost;

    Meetings(SeatingProblem problem) {
        this.people = problem.people().size();
        this.times = new byte[people * people];
        this.dislike = new byte[people * people];
        Map<String, Integer> numbers = new HashMap<>();
        for (int a = 0; a < people; a++) {
            Seater one = problem.people().get(a);
            numbers.put(one.id(), a);
            for (int b = a + 1; b < people; b++) {
                dislike[pair(a, b)] = (byte) likeness(one, problem.people().get(b));
            }
        }
        for (Set<String> apart : problem.apart()) {
            int[] all = apart.stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .toArray();
            for (int a : all) {
                for (int b : all) {
                    // Two sets may name the same pair.
                    if (a < b && dislike[pair(a, b)] < Weights.APART) {
                        dislike[pair(a, b)] += Weights.APART;
                    }
                }
            }
        }
    }

    private static int likeness(Seater one, Seater two) {
        boolean colleagues =
                one.organisation().isPresent() && one.organisation().equals(two.organisation());
        boolean alike = one.role().isPresent() && one.role().equals(two.role());
        boolean rooms = one.heads() > 1 && two.heads() > 1;
        return (colleagues ? Weights.SAME_ORGANISATION : 0)
                + (alike ? Weights.SAME_ROLE : 0)
                + (rooms ? Weights.TWO_ROOMS : 0);
    }

    private int pair(int a, int b) {
        return a < b ? a * people + b : b * people + a;
    }

    void forget() {
        Arrays.fill(times, (byte) 0);
        cost = 0;
    }

    /**
     * @param more 1 for a meeting more, -1 for one less
     */
    void meet(int a, int b, int more) {
        int pair = pair(a, b);
        int before = times[pair];
        if (more > 0 ? before > 0 : before > 1) {
            cost += more * Weights.REPEAT;
        }
        times[pair] = (byte) (before + more);
        cost += more * dislike[pair];
    }

    /** Of all meetings. */
    int cost() {
        return cost;
    }

    /** Of two who sit together already: more than nothing, if they had better not. */
    int cost(int a, int b) {
        int pair = pair(a, b);
        return dislike[pair] + Weights.REPEAT * Math.max(0, times[pair] - 1);
    }

    /** What it would cost if these two met once more. */
    int costOfOneMore(int a, int b) {
        int pair = pair(a, b);
        return dislike[pair] + (times[pair] > 0 ? Weights.REPEAT : 0);
    }
}
