package org.tafelronde.store;

import java.util.Optional;

/** The database cannot be used as it is. The message is one line for people: what is wrong, and how to mend it. */
public final class StoreProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreProblem(String what, String mend, Throwable cause) {
        super(what + "; " + mend, cause);
    }

    StoreProblem(String what, String mend) {
        super(what + "; " + mend);
    }

    /** Beans are made on demand, so what went wrong in one may arrive wrapped: the problem in there, if that is what it is. */
    public static Optional<StoreProblem> in(Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof StoreProblem problem) {
                return Optional.of(problem);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
