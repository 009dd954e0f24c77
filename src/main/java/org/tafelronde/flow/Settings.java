package org.tafelronde.flow;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Speaker;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

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

    boolean mayBegin(Speaker who) {
        boolean listed = facilitators.isEmpty()
                || facilitators.contains(who.person().key())
                || facilitators.contains(who.name());
        return who.mayBegin() && listed;
    }

    /** What they chose, else what their platform says that they read, else the café's. */
    Language language(Speaker who, Optional<Session> session) {
        Optional<Language> chosen =
                session.flatMap(s -> s.roster().find(who.person().key())).flatMap(Participant::language);
        return chosen.or(() -> Language.of(who.language()))
                .or(() -> session.map(s -> s.setting().language()))
                .orElse(language);
    }

    Voice voice(Speaker who, Optional<Session> session) {
        return Voice.in(
                language(who, session), session.map(s -> s.setting().zone()).orElse(zone));
    }
}
