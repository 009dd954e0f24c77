package org.tafelronde.domain.session;

import java.util.List;

/** What came of asking a session for something. No is an answer, not an exception. */
public sealed interface Decision {
    /** It happened: the session as it is now, and what others should know. */
    record Changed(Session session, List<Event> events) implements Decision {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It may not, and why. */
    record Refused(Refusal why) implements Decision {}

    /** There is nothing to do. */
    record Ignored() implements Decision {}

    static Decision changed(Session session, Event... events) {
        return new Changed(session, List.of(events));
    }

    static Decision refused(Refusal why) {
        return new Refused(why);
    }
}
