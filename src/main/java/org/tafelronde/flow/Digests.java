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

    /** The same without what takes seconds, and much memory, to draw: for a turn, in which others wait, and for rehearsals. */
    List<Media.Medium> light(Harvest harvest, LocalDate today);
}
