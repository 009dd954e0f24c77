package org.tafelronde.domain.script;

import java.util.regex.Pattern;

/** The form of a name that people type and that ends up in channel names. */
public final class Ids {
    public static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*";
    public static final int LONGEST = 40;

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Ids() {}

    static void check(String what, String id) {
        if (!PATTERN.matcher(id).matches() || id.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has lower case letters, digits and dashes, at most " + LONGEST
                    + " of them, not \"" + id + "\"");
        }
    }
}
