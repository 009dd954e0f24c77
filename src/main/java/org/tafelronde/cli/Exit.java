package org.tafelronde.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tafelronde.SettingProblem;
import org.tafelronde.store.StoreProblem;

/** How the program ends, and the one line that says why. */
final class Exit {
    static final int FINE = 0;
    /** The input or the outcome is wrong. */
    static final int WRONG = 1;
    /** A bug. */
    static final int BUG = 70;

    private Exit() {}

    /** Something is wrong that whoever typed the command can mend; the message says how. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** Everything is said already. */
    static final class Quietly extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int code;

        Quietly(int code) {
            super("exit " + code);
            this.code = code;
        }
    }

    /** Says what went wrong, in one line, to the one who can mend it. */
    static int of(Throwable failure, PrintWriter err) {
        for (Throwable cause : causes(failure)) {
            switch (cause) {
                case Quietly quietly -> {
                    return quietly.code;
                }
                case Wrong wrong -> {
                    return say(err, String.valueOf(wrong.getMessage()));
                }
                case StoreProblem problem -> {
                    return say(err, String.valueOf(problem.getMessage()));
                }
                case SettingProblem setting -> {
                    return say(err, String.valueOf(setting.getMessage()));
                }
                default -> {}
            }
        }
        Throwable root = causes(failure).getLast();
        // What a person set wrongly ends up here when it was read while the house was put together.
        if (root instanceof IllegalArgumentException) {
            return say(err, String.valueOf(root.getMessage()));
        }
        err.println("tafelronde: this is a bug: " + root + "; please report it with what --verbose prints");
        return BUG;
    }

    private static int say(PrintWriter err, String line) {
        err.println("tafelronde: " + line);
        return WRONG;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable t = failure; t != null && !all.contains(t); t = t.getCause()) {
            all.add(t);
        }
        return all;
    }
}
