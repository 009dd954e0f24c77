package org.tafelronde.domain.script;

/** A text that people read. */
final class Texts {
    /** What fits in one message on every platform, with room for what the bot adds. */
    static final int LONGEST = 2_500;

    private Texts() {}

    static void check(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + " has " + text.length() + " characters; at most " + LONGEST + " fit in one message");
        }
    }
}
