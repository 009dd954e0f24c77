package org.tafelronde.chat;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why something is not said or done, for who runs the café. For each kind there are words in their language, with what can be done about it.
 *
 * @param detail what the platform said itself, or whom it is about: shown behind the words as it is; may be empty
 */
public record Failure(Kind kind, String detail) {
    private static final String BETWEEN = ": ";

    /** What went wrong. */
    public enum Kind {
        /** Too late to be of use. */
        TOO_LATE,
        /** What it belongs to was not said. */
        IN_VAIN,
        NOT_THERE_YET,
        NO_ANSWER,
        PATIENCE,
        /** The platform does not know the bot, or does not any more. */
        LOCKED_OUT,
        NO_PLACE,
        NOT_IN_PLACE,
        ARCHIVED,
        NOBODY_WRITES,
        NOT_ALLOWED,
        NO_PERMISSION,
        NAME_TAKEN,
        NO_PERSON,
        NOT_LET_IN,
        NO_MESSAGE,
        NOT_OURS,
        TOO_LONG,
        NO_CHANNELS,
        NO_CHANNEL_FOR_DIGEST,
        /** In Teams, before the app is in any team. */
        NO_TEAM,
        OTHER
    }

    public Failure(Kind kind) {
        this(kind, "");
    }

    /** As one line, which {@link #ofLine} reads. */
    public String line() {
        return kind.name() + BETWEEN + detail;
    }

    /**
     * @param line empty: nothing failed
     */
    public static Optional<Failure> ofLine(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Kind.values())
                .filter(kind -> line.startsWith(kind.name() + BETWEEN))
                .map(kind -> new Failure(kind, line.substring(kind.name().length() + BETWEEN.length())))
                .findFirst()
                // From before there were kinds.
                .orElse(new Failure(Kind.OTHER, line)));
    }
}
