package org.tafelronde.domain.seating;

/**
 * Chance that can be repeated: the same seed gives the same throws on every machine (SplitMix64, with no help from the platform, whose
 * generators may change).
 */
final class Dice {
    private static final int THROWS = 1024;
    private static final double[] PATIENCE = drawn();

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to this, without it. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** In any order. */
    void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = items[i];
            items[i] = items[j];
            items[j] = kept;
        }
    }

    /** How much worse a change may be to be taken at a temperature of 1: mostly little, now and then a lot. */
    double patience() {
        return PATIENCE[below(THROWS)];
    }

    /** A table, as {@code Math.log} may differ in its last bit from one machine to another. */
    private static double[] drawn() {
        double[] all = new double[THROWS];
        for (int i = 0; i < THROWS; i++) {
            all[i] = -StrictMath.log((i + 0.5) / THROWS);
        }
        return all;
    }
}
