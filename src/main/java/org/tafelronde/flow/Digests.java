package org.tafelronde.flow;

import java.util.List;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Harvest;

/** Makes what management reads. */
public interface Digests {
    /** The digest in every format, the one to open first in front. No participant can be found in any of them. */
    List<Media.Medium> of(Harvest harvest);
}
