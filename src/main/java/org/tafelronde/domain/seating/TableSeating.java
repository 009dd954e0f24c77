package org.tafelronde.domain.seating;

import java.util.List;

/**
 * Who sits at one table in one round.
 *
 * @param theme as in {@link TableSpec#theme()}
 * @param host one of the members
 */
public record TableSeating(String table, String theme, String host, List<String> members) {
    public TableSeating {
        members = List.copyOf(members);
        if (!members.contains(host)) {
            throw new IllegalArgumentException("the host of table " + table + " does not sit there");
        }
    }
}
