package org.tafelronde.flow;

import org.tafelronde.chat.Shortened;

/** What people write, fit to be kept: as they wrote it, without characters that nobody can see. */
final class Cleaning {
    private static final int NAME = 60;

    private Cleaning() {}

    /** Without control characters; line breaks stay, one empty line at most. */
    static String words(String text) {
        return text.replace("\r\n", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}&&[^\\n]]", "")
                // Marks that turn the direction of the text around, or nothing at all.
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static String name(String name) {
        String clean = words(name).replaceAll("\\s+", " ");
        String fits = Shortened.to(NAME, clean);
        return fits.isBlank() ? "?" : fits;
    }
}
