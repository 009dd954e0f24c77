package org.tafelronde.report;

import org.tafelronde.domain.harvest.Digest;

/** One way to write the digest down. */
interface Format {
    /** The file's name: it tells the format and nothing else. */
    String file();

    /** "text/html" and the like. */
    String type();

    byte[] write(Digest digest);
}
