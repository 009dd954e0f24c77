package org.tafelronde.chat;

/** Sending broke off, and it may or may not have arrived. */
public sealed class UnknownOutcome extends RuntimeException permits NeverKnown {
    private static final long serialVersionUID = 1;

    public UnknownOutcome(String what, Throwable cause) {
        super(what, cause);
    }
}
