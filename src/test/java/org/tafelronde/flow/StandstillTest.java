package org.tafelronde.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Rehearsal;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Setting;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestScripts;

/** A rehearsal's clock stands still while somebody is behind; a café's never does. */
class StandstillTest {
    private static final Instant TWO = Instant.parse("2026-05-12T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final People people = new People();
    private final Standstill standstill = new Standstill(people);

    /** What they are told, and whether they are behind. */
    private static final class People implements Stragglers {
        private final List<Duration> told = new ArrayList<>();
        private boolean behind;

        @Override
        public boolean behind(String session, Instant due) {
            return behind;
        }

        @Override
        public void goOn(String session, Duration stoodStill) {
            told.add(stoodStill);
        }
    }

    private static Session started(Optional<Rehearsal> rehearsal) {
        Tempo tempo = rehearsal.isPresent() ? new Tempo(TWO, TWO, 60) : Tempo.REAL;
        Session session = Session.gathering(
                new Setting(
                        "s1",
                        "abc",
                        TestScripts.whole(),
                        Language.EN,
                        ZoneId.of("Europe/Amsterdam"),
                        7,
                        tempo,
                        rehearsal,
                        Optional.empty(),
                        Optional.empty()),
                Cast.ADA.key());
        for (Cast who : Cast.guests(6)) {
            session = changed(session.checkIn(who.key(), who.called(), TWO));
        }
        return changed(session.start(Cast.ADA.key(), TWO));
    }

    private static Session changed(Decision decision) {
        return ((Decision.Changed) decision).session();
    }

    private static Session rehearsed() {
        return started(Optional.of(new Rehearsal(6, true, true)));
    }

    private static Instant due(Session session) {
        return session.setting().tempo().real(session.nextDue().orElseThrow());
    }

    @Test
    void the_clock_goes_on_where_it_stood_when_everybody_has_caught_up() {
        Session session = rehearsed();
        Instant due = due(session);
        people.behind = true;
        assertThat(standstill.unlessWaiting(session, due)).isEmpty();
        assertThat(standstill.unlessWaiting(session, due.plus(SECOND))).isEmpty();
        assertThat(standstill.waiting()).containsExactly("s1");

        people.behind = false;
        Instant now = due.plus(SECOND.multipliedBy(2));
        Session going = standstill.unlessWaiting(session, now).orElseThrow();
        assertThat(going.setting().tempo().cafe(now))
                .isEqualTo(session.nextDue().orElseThrow());
        assertThat(people.told).as("nothing is kept yet").isEmpty();
        standstill.isOver("s1", now);
        assertThat(people.told).containsExactly(SECOND.multipliedBy(2));
        assertThat(standstill.waiting()).isEmpty();
    }

    @Test
    void what_is_not_kept_is_tried_again_with_all_the_time_that_it_stood_still() {
        Session session = rehearsed();
        Instant due = due(session);
        people.behind = true;
        assertThat(standstill.unlessWaiting(session, due)).isEmpty();
        people.behind = false;
        assertThat(standstill.unlessWaiting(session, due.plus(SECOND))).isPresent();

        // Somebody said something at that instant: the session that was read is not the one that is.
        Instant later = due.plus(SECOND.multipliedBy(3));
        Session going = standstill.unlessWaiting(session, later).orElseThrow();
        assertThat(going.setting().tempo().cafe(later))
                .isEqualTo(session.nextDue().orElseThrow());
    }

    @Test
    void nobody_waits_before_something_is_due_nor_longer_than_a_minute() {
        Session session = rehearsed();
        Instant due = due(session);
        people.behind = true;
        assertThat(standstill.unlessWaiting(session, due.minusMillis(1))).contains(session);
        assertThat(standstill.unlessWaiting(session, due)).isEmpty();
        assertThat(standstill.unlessWaiting(session, due.plusSeconds(59))).isEmpty();
        assertThat(standstill.unlessWaiting(session, due.plusSeconds(60))).isPresent();
    }

    @Test
    void nobody_waits_for_the_people_of_a_real_cafe() {
        Session session = started(Optional.empty());
        people.behind = true;
        assertThat(standstill.unlessWaiting(session, due(session).plus(SECOND))).contains(session);
        assertThat(standstill.waiting()).isEmpty();
    }

    @Test
    void a_late_look_jumps_over_nothing_in_a_rehearsal_and_over_what_is_past_in_a_cafe() {
        Session rehearsed = rehearsed();
        Instant looked = Standstill.lookedAt(rehearsed, due(rehearsed).plusSeconds(60));
        Instant moment = rehearsed.nextDue().orElseThrow();
        assertThat(rehearsed.setting().tempo().cafe(looked)).isBetween(moment, moment.plusMillis(1));
        assertThat(Standstill.lookedAt(rehearsed, due(rehearsed).minusMillis(5)))
                .isEqualTo(due(rehearsed).minusMillis(5));

        Session real = started(Optional.empty());
        assertThat(Standstill.lookedAt(real, due(real).plusSeconds(60)))
                .isEqualTo(due(real).plusSeconds(60));
    }

    @Test
    void what_is_said_late_in_a_rehearsal_is_said_before_what_has_not_happened_yet() {
        Session rehearsed = rehearsed();
        Instant moment = rehearsed.nextDue().orElseThrow();
        Instant said = Standstill.saidAt(rehearsed, due(rehearsed).plusSeconds(60));
        assertThat(rehearsed.setting().tempo().cafe(said)).isBetween(moment.minusSeconds(1), moment.minusNanos(1));
        assertThat(Standstill.saidAt(rehearsed, TWO)).isEqualTo(TWO);

        Session real = started(Optional.empty());
        assertThat(Standstill.saidAt(real, due(real).plusSeconds(60)))
                .isEqualTo(due(real).plusSeconds(60));
    }

    @Test
    void who_waits_is_looked_at_soon_and_the_others_when_they_are_due() {
        Instant far = TWO.plusSeconds(9);
        assertThat(standstill.lookAgain(TWO, Optional.of(far))).contains(far);
        people.behind = true;
        Session session = rehearsed();
        assertThat(standstill.unlessWaiting(session, due(session))).isEmpty();
        assertThat(standstill.lookAgain(TWO, Optional.of(far)).orElseThrow()).isBetween(TWO, TWO.plusMillis(50));
        assertThat(standstill.lookAgain(TWO, Optional.of(TWO.plusMillis(1)))).contains(TWO.plusMillis(1));
    }
}
