package org.tafelronde.webchat;

/** The web chat does not do what somebody asked; nothing has happened. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        /** They are not in that place, or it is not there: the two look the same from outside. */
        NO_SUCH_PLACE,
        NO_SUCH_MESSAGE,
        NO_SUCH_INVITATION,
        NO_SUCH_FILE,
        NO_SUCH_PAGE,
        NO_SUCH_SCRIPT,
        NO_SUCH_REHEARSAL,
        BAD_REHEARSAL,
        NOT_A_FACILITATOR,
        ARCHIVED,
        NOT_YOURS,
        EMPTY,
        TOO_LONG,
        BAD_NAME,
        BAD_KEY,
        BAD_VALUES,
        BAD_JSON,
        BODY_TOO_LARGE,
        TOO_FAST,
        NO_PASS,
        NOT_INVITED,
        FOREIGN_ORIGIN
    }

    private final Reason reason;

    public Refused(Reason reason) {
        // No stack trace: it is an answer, and people can cause it as often as they like.
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
