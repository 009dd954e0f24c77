package org.tafelronde.chat;

import java.util.List;

/** What can be said after {@code /cafe}, for completion while somebody types. */
public interface CommandMenu {
    /**
     * @param language "nl" or "en"
     */
    List<Entry> commands(String language);

    /**
     * @param word "extend"
     * @param usage "extend MIN [TABLE]"
     * @param help what it does, in one line
     */
    record Entry(String word, String usage, String help) {}
}
