package org.tafelronde.webchat;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How fast one browser may do things: faster than any person, slower than a stuck key. */
@Singleton
final class Pace {
    private static final int AT_ONCE = 30;
    private static final Duration EACH = Duration.ofMillis(250);
    private static final int PEOPLE_REMEMBERED = 5_000;

    private final InstantSource clock;

    /** When each has all of their {@link #AT_ONCE} back; who was quiet longest is forgotten first. */
    private final Map<String, Instant> rested = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > PEOPLE_REMEMBERED;
        }
    };

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @throws Refused when they must wait
     */
    synchronized void step(WebPerson person) {
        Instant now = clock.instant();
        Instant before = rested.getOrDefault(person.person().id(), now);
        Instant after = (before.isAfter(now) ? before : now).plus(EACH);
        if (after.isAfter(now.plus(EACH.multipliedBy(AT_ONCE)))) {
            throw new Refused(Refused.Reason.TOO_FAST);
        }
        rested.put(person.person().id(), after);
    }
}
