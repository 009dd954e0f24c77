package org.tafelronde;

import org.tafelronde.cli.Cli;

/** The program's front: one class, one {@code main}, a word per job. */
public final class Tafelronde {
    private Tafelronde() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args));
    }
}
