package org.tafelronde.domain.harvest;

/** How much alike two stems are, from 0 to 1: the same, one within a compound of the other, or one typing error apart. */
final class Likeness {
    private static final int SHORTEST_PART = 5;
    /** What a compound has besides the part: less is an ending. */
    private static final int SHORTEST_REST = 2;

    private static final int SHORTEST_MISTYPED = 6;
    private static final int LONG = 9;
    private static final double COMPOUND = .8;
    private static final double WITHIN = .6;
    private static final double MISTYPED = .7;

    private Likeness() {}

    /**
     * @param asked a stem of the question
     * @param meant a stem that is looked for
     */
    static double of(String asked, String meant) {
        double within = within(asked, meant);
        return within == 0 && isMistyped(asked, meant) ? MISTYPED : within;
    }

    /** The same for a word that is one: it is not taken for another that is written nearly as it is. */
    static double within(String asked, String meant) {
        if (asked.equals(meant)) {
            return 1;
        }
        if (Math.abs(asked.length() - meant.length()) < SHORTEST_REST) {
            return 0;
        }
        if (meant.length() >= SHORTEST_PART && (asked.startsWith(meant) || asked.endsWith(meant))) {
            return COMPOUND;
        }
        if (asked.length() >= SHORTEST_PART && (meant.startsWith(asked) || meant.endsWith(asked))) {
            return WITHIN;
        }
        return 0;
    }

    static boolean isMistyped(String asked, String meant) {
        int shorter = Math.min(asked.length(), meant.length());
        int slips = shorter >= LONG ? 2 : 1;
        return shorter >= SHORTEST_MISTYPED
                && asked.charAt(0) == meant.charAt(0)
                && Math.abs(asked.length() - meant.length()) <= slips
                && distance(asked, meant) <= slips;
    }

    /** Letters to change, add or leave out to make one of the other. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
