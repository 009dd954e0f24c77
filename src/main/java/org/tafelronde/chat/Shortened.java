package org.tafelronde.chat;

import java.text.BreakIterator;
import java.util.Locale;

/** Text that must fit. It is cut where a reader sees the end of a character: no emoji and no letter with its accents is cut in half. */
public final class Shortened {
    private static final String MORE = "…";

    private Shortened() {}

    /**
     * @param most chars of the result
     */
    public static String to(int most, String text) {
        return text.length() <= most ? text : text.substring(0, cut(most, text));
    }

    /** The same, and "…" behind it says that there is more. */
    public static String withDots(int most, String text) {
        return text.length() <= most ? text : text.substring(0, cut(most - MORE.length(), text)) + MORE;
    }

    private static int cut(int most, String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(most) ? most : characters.preceding(most);
    }
}
