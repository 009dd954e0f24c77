package org.tafelronde.domain.session;

import java.util.Optional;

/**
 * What a list of people says about somebody, for the seating (F5, F13).
 *
 * @param organisation where they work: people of one are spread over the tables
 * @param role what they do there, likewise
 * @param apart people with the same word here are kept at different tables
 * @param stays the theme at whose table they stay in every round, instead of going round
 */
public record Tag(
        Optional<String> organisation, Optional<String> role, Optional<String> apart, Optional<String> stays) {
    /** Nothing is known. */
    public static final Tag NONE = of(Optional.empty(), Optional.empty());

    public static Tag of(Optional<String> organisation, Optional<String> role) {
        return new Tag(organisation, role, Optional.empty(), Optional.empty());
    }
}
