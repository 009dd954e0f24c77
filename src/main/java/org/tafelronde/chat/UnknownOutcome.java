package org.tafelronde.chat;

/** Sending broke off, and it may or may not have arrived. */
public final class UnknownOutcome extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownOutcome(String what, Throwable cause) {
        super(what, cause);
    }
}
