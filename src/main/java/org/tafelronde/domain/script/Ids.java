package org.tafelronde.domain.script;

import java.util.regex.Pattern;

/** The form of a name that people type and that ends up in channel names. */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    private Ids() {}

    static void check(String what, String id) {
        if (!FORM.matcher(id).matches() || id.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has lower case letters, digits and dashes, at most " + LONGEST
                    + " of them, not \"" + id + "\"");
        }
    }
}
