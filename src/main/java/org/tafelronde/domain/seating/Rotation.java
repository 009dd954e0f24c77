package org.tafelronde.domain.seating;

import java.util.List;

/** The whole plan of seatings, a seating for each round. */
public record Rotation(List<Seating> rounds) {
    public Rotation {
        rounds = List.copyOf(rounds);
    }

    /**
     * @param number from 1
     */
    public Seating round(int number) {
        return rounds.get(number - 1);
    }
}
