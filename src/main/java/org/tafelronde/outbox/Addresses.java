package org.tafelronde.outbox;

import java.util.Optional;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Our keys for places, and what the platforms call them. */
public interface Addresses {
    /**
     * @param key ours
     * @return empty while the place is not there yet
     */
    Optional<Place> place(Platform platform, String key);

    /** Our key for a platform's place; empty for a place that is not ours. */
    Optional<String> key(Place place);

    void opened(String key, Place place);
}
