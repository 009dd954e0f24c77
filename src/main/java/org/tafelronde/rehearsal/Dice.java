package org.tafelronde.rehearsal;

import java.util.SplittableRandom;

/** Chance that a seed fixes: what somebody throws depends on the seed and on what it is for, never on who threw before. */
record Dice(long seed) {
    /**
     * @param sides how many
     * @param what for: "p3/r1/questions"
     * @return from 0 to {@code sides - 1}
     */
    int roll(int sides, String what) {
        return new SplittableRandom(seed * 31 + what.hashCode()).nextInt(sides);
    }

    /** From 0 up to 1. */
    double share(String what) {
        return new SplittableRandom(seed * 31 + what.hashCode()).nextDouble();
    }
}
