package org.tafelronde.domain.script;

import java.util.List;
import java.util.Optional;

/**
 * The story that the tables talk about.
 *
 * @param texts each a message
 */
public record Case(String title, List<String> texts, Optional<Picture> picture) {
    public Case {
        Texts.check("the title of the case", title);
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("the case has no text");
        }
        texts.forEach(t -> Texts.check("a text of the case", t));
    }

    /**
     * @param file beside the script: PNG, or JPEG
     * @param alternative what it shows, for who cannot see it
     */
    public record Picture(String file, String alternative) {
        public Picture {
            Texts.check("the alternative text of picture " + file, alternative);
        }
    }
}
