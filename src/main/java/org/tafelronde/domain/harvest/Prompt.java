package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that the café asked somewhere. What people answer to it knows theme, round and table from here.
 *
 * @param name of the round, intervention or theme: its id in the script
 * @param theme empty where no single theme is meant
 * @param dueAt when it was meant to be said, in the café's time
 */
public record Prompt(
        String id,
        String session,
        Kind kind,
        String name,
        OptionalInt round,
        Optional<String> table,
        Optional<String> theme,
        Instant dueAt) {

    public enum Kind {
        ROUND,
        INTERVENTION,
        BALLOT,
        FEEDBACK,
        DEBRIEF
    }
}
