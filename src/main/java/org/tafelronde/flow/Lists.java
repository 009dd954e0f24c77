package org.tafelronde.flow;

import java.util.Map;
import org.tafelronde.domain.session.Roster;

/** Reads a list of people that somebody pasted: name, organisation, role (F5). */
public interface Lists {
    /**
     * @param text CSV with commas, semicolons or tabs; a first line of titles is passed over
     * @return organisation and role by name
     * @throws IllegalArgumentException with one line for the facilitator, when it is no list
     */
    Map<String, Roster.Tag> read(String text);
}
