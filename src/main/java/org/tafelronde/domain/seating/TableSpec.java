package org.tafelronde.domain.seating;

import java.util.List;

/**
 * A table.
 *
 * @param id {@code privacy-1}: its theme and a number; of a table with joined themes all of them, with {@code +} between
 * @param themes what it talks about: one as a rule, more when there are too few people
 */
public record TableSpec(String id, List<String> themes) {
    public TableSpec {
        themes = List.copyOf(themes);
        if (themes.isEmpty()) {
            throw new IllegalArgumentException("table " + id + " has no theme");
        }
    }

    /** The theme; of joined themes all, with {@code +} between. Two tables with equal themes are the same to a traveller. */
    public String theme() {
        return String.join("+", themes);
    }
}
