package org.tafelronde.chat;

import java.util.Optional;

/** Pictures and files that messages speak of, so that a message waiting to be sent need not carry them. */
public interface Media {
    /**
     * @param medium as in {@link Content.Part.Picture} and {@link Content.Part.File}
     */
    Optional<Medium> find(String medium);

    /**
     * @param type "image/png" and the like
     */
    record Medium(String name, String type, byte[] bytes) {}
}
