package org.tafelronde.flow;

import java.time.LocalDate;
import java.util.List;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Harvest;

/** Makes what management reads. */
public interface Digests {
    /**
     * The digest in every format, the one to open first in front. No participant can be found in any of them.
     *
     * @param today the day of a café that has none of its own yet
     */
    List<Media.Medium> of(Harvest harvest, LocalDate today);

    /**
     * The same for a turn, in which others wait: what takes long to draw is only sketched, under the name that it will have. A sketch holds
     * all that the drawing needs, so what comes of it is what the digest said now.
     */
    List<Media.Medium> sketched(Harvest harvest, LocalDate today);

    boolean isSketch(Media.Medium medium);

    /** What was sketched, drawn. It takes seconds. */
    Media.Medium drawn(Media.Medium sketch);
}
