package org.tafelronde;

import io.micronaut.runtime.Micronaut;

/** The program's front: one class, one {@code main}, a word per job. */
public final class Tafelronde {
    private Tafelronde() {}

    public static void main(String[] args) {
        Micronaut.run(Tafelronde.class, args);
    }
}
