package org.tafelronde.report;

import org.tafelronde.domain.harvest.Digest;

/** A format that is drawn page by page, which takes much time and memory: so it can be done later, from a sketch. */
interface Drawn extends Format {
    /** Quickly made, and all that the drawing needs. */
    byte[] sketch(Digest digest);

    byte[] draw(byte[] sketch);

    @Override
    default byte[] write(Digest digest) {
        return draw(sketch(digest));
    }
}
