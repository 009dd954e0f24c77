package org.tafelronde.domain.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a café's time goes. A real café's time is the world's; a rehearsal starts at a moment of its own choice and goes faster.
 *
 * @param realStart when both clocks were read
 * @param cafeStart what the café's clock said then
 * @param speed café seconds per real second
 */
public record Tempo(Instant realStart, Instant cafeStart, double speed) {
    public static final Tempo REAL = new Tempo(Instant.EPOCH, Instant.EPOCH, 1);
    private static final double FASTEST = 10_000;

    public Tempo {
        if (!(speed > 0) || speed > FASTEST) {
            throw new IllegalArgumentException("a café runs at a speed of more than 0 and at most " + (int) FASTEST
                    + " times the real one, not " + speed);
        }
    }

    /** What the café's clock says at a real instant. */
    public Instant cafe(Instant real) {
        return speed == 1 && realStart.equals(cafeStart)
                ? real
                : cafeStart.plus(times(Duration.between(realStart, real), speed));
    }

    /** When, in the world, the café's clock says this. */
    public Instant real(Instant cafe) {
        return speed == 1 && realStart.equals(cafeStart)
                ? cafe
                : realStart.plus(times(Duration.between(cafeStart, cafe), 1 / speed));
    }

    /** The same café's time, after it stood still for a while in the world. */
    public Tempo later(Duration stoodStill) {
        return new Tempo(realStart.plus(stoodStill), cafeStart, speed);
    }

    private static Duration times(Duration d, double factor) {
        return Duration.ofNanos(Math.round(d.toNanos() * factor));
    }
}
