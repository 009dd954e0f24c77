package org.tafelronde.chat;

/**
 * One line of what an administrator is told about how things are set up.
 *
 * @param what in one line, with the remedy when it is not in order; never the value of a secret
 */
public record Finding(State state, String what) {

    public enum State {
        OK,
        MISSING,
        WRONG
    }

    public static Finding ok(String what) {
        return new Finding(State.OK, what);
    }

    public static Finding missing(String what, String remedy) {
        return new Finding(State.MISSING, what + ": " + remedy);
    }

    public static Finding wrong(String what, String remedy) {
        return new Finding(State.WRONG, what + ": " + remedy);
    }

    public boolean isOk() {
        return state == State.OK;
    }
}
