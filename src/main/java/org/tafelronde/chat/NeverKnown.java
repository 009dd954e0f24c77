package org.tafelronde.chat;

/** It may or may not have arrived, and nobody will ever be able to tell: who waits for better news waits in vain. */
public final class NeverKnown extends UnknownOutcome {
    private static final long serialVersionUID = 1;

    public NeverKnown(String why) {
        super(why, new UnsupportedOperationException());
    }
}
