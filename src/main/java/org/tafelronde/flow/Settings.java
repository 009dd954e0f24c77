package org.tafelronde.flow;

import java.time.ZoneId;
import java.util.Set;
import org.tafelronde.domain.script.Language;

/**
 * What the administrator chose.
 *
 * @param zone in which a new café's times are told
 * @param language for people whose platform does not say what they read
 * @param facilitators names or keys of the people who may begin a café; empty: everybody whom the platform lets
 */
public record Settings(ZoneId zone, Language language, Set<String> facilitators) {
    public Settings {
        facilitators = Set.copyOf(facilitators);
    }
}
