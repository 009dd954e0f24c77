package org.tafelronde.teams;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.tafelronde.chat.Place;

/** The same where no channels may be made: a place is a thread. */
class TeamsThreadsPlatformTest extends TeamsPlatformTest {
    @BeforeEach
    void nobodyConsented() {
        teams.withoutConsent();
    }

    @Override
    protected boolean placesAreThreads() {
        return true;
    }

    /** Its first message. */
    @Override
    protected String topic(Place place) {
        TeamsId room = TeamsId.of(place);
        return teams.messages(room.channel()).stream()
                .filter(m -> m.id.equals(room.thread().orElseThrow()))
                .map(m -> SeenCard.of(m.activity).text())
                .collect(Collectors.joining("\n"));
    }
}
