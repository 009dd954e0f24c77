package org.tafelronde.chat;

import java.net.URI;
import java.util.Optional;

/**
 * Addresses of pictures and files, for platforms that cannot carry them. Whoever has the address reads what lies there, and nobody makes one
 * up; it leads nowhere any more when what it is about is deleted.
 */
public interface MediaLinks {
    /**
     * @param medium as in {@link Content.Part.Picture} and {@link Content.Part.File}
     * @return empty where this server has no https address: no platform opens another
     */
    Optional<URI> to(String medium);

    /** The same for a page of this very server, which needs no name for it. */
    default Optional<URI> here(String medium) {
        return to(medium);
    }
}
