package org.tafelronde.domain.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;

/**
 * What is settled when a session is made.
 *
 * @param id unique, sortable by the time it was made
 * @param shortName a few letters and digits, new for every café: it begins the names of its places
 * @param zone in which times are told
 * @param seed fixes the seating
 * @param rehearsal by whom it is rehearsed; empty: the people are real
 * @param plannedStart when it was said to begin
 * @param management the place that the facilitator named for the digest; empty: it gets one of its own
 */
public record Setting(
        String id,
        String shortName,
        Script script,
        Language language,
        ZoneId zone,
        long seed,
        Tempo tempo,
        Optional<Rehearsal> rehearsal,
        Optional<Instant> plannedStart,
        Optional<String> management) {

    public boolean isRehearsal() {
        return rehearsal.isPresent();
    }

    Setting told() {
        return new Setting(
                id,
                shortName,
                script,
                language,
                zone,
                seed,
                tempo,
                rehearsal.map(Rehearsal::told),
                plannedStart,
                management);
    }

    Setting at(Tempo other) {
        return new Setting(id, shortName, script, language, zone, seed, other, rehearsal, plannedStart, management);
    }
}
