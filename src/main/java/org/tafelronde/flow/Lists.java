package org.tafelronde.flow;

import java.util.Map;
import org.tafelronde.domain.session.Tag;

/** Reads a list of people that somebody pasted: name, organisation, role, whom to keep apart, and the theme where somebody stays (F5). */
public interface Lists {
    /**
     * @param text CSV with commas, semicolons or tabs; a first line of titles is passed over
     * @return what it says about each, by name
     * @throws IllegalArgumentException with one line for the facilitator, when it is no list
     */
    Map<String, Tag> read(String text);
}
