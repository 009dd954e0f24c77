package org.tafelronde.chat;

import java.util.Optional;

/** Pictures and files that messages speak of, so that a message waiting to be sent need not carry them. */
public interface Media {
    /**
     * @param medium as in {@link Content.Part.Picture} and {@link Content.Part.File}
     */
    Optional<Medium> find(String medium);

    /**
     * Whether {@link #find} answers at once. It need not: a file that takes seconds to draw is drawn when it is asked for. Then the drawing
     * has begun with this question, and nobody waits for it who asks again a little later.
     */
    default boolean isReady(String medium) {
        return true;
    }

    /**
     * @param type "image/png" and the like
     */
    record Medium(String name, String type, byte[] bytes) {}
}
