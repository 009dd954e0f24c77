package org.tafelronde.report;

import org.tafelronde.domain.harvest.Digest;

/** How dark a cell of the matrix is: the same in every form. */
record Heat(int most) {
    /** Shades for cells that hold questions. */
    static final int SHADES = 4;

    static Heat of(Digest digest) {
        return new Heat(
                digest.matrix().stream().mapToInt(Digest.Cell::count).max().orElse(0));
    }

    /** 0 for an empty cell, {@link #SHADES} for the fullest. */
    int shade(int count) {
        return most == 0 ? 0 : (count * SHADES + most - 1) / most;
    }
}
