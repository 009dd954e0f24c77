package org.tafelronde.flow;

import java.util.List;
import org.tafelronde.chat.Media;

/** Where pictures and files that messages speak of are put. */
public interface Shelf extends Media {
    /**
     * @param session they go with it
     * @param path unique within the session: "digest.md"; putting another there replaces it
     * @return the medium's id, for messages
     */
    String put(String session, String path, Medium medium);

    /** What lies there of a session, without the bytes, by path. */
    List<Lying> of(String session);

    /**
     * @param medium its id
     * @param path as it was put there
     */
    record Lying(String medium, String path, String name) {}

    /**
     * Puts another in place of a medium, if that very medium still lies there: what was taken away meanwhile does not come back.
     *
     * @return whether it did
     */
    boolean replace(String medium, Medium lying, Medium with);
}
