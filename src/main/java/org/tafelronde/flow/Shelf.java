package org.tafelronde.flow;

import org.tafelronde.chat.Media;

/** Where pictures and files that messages speak of are put. */
public interface Shelf extends Media {
    /**
     * @param session they go with it
     * @param path unique within the session: "digest.md"; putting another there replaces it
     * @return the medium's id, for messages
     */
    String put(String session, String path, Medium medium);
}
