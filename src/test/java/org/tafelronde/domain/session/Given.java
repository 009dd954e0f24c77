package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.testing.Cast;

/** A session that a test talks to. */
final class Given {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final String ADA = Cast.ADA.key();

    Session session;
    final List<Event> events = new ArrayList<>();

    private Given(Session session) {
        this.session = session;
    }

    static Given gathering(Script script) {
        return gathering(script, Optional.empty());
    }

    static Given gathering(Script script, Optional<Instant> plannedStart) {
        Setting setting = new Setting(
                "s1",
                "abc",
                script,
                Language.EN,
                ZONE,
                7,
                Tempo.REAL,
                Optional.empty(),
                plannedStart,
                Optional.empty());
        return new Given(Session.gathering(setting, ADA));
    }

    /** Started at 14:00 with so many people. */
    static Given started(Script script, int people) {
        Given given = gathering(script);
        Cast.guests(people).forEach(who -> given.changes(given.session.checkIn(who.key(), who.called(), at("13:55"))));
        given.changes(given.session.start(ADA, at("14:00")));
        return given;
    }

    static Instant at(String time) {
        return LocalDate.of(2026, 5, 12)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    /** It happens; the events are those of this change alone. */
    Given changes(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Changed.class);
        Decision.Changed changed = (Decision.Changed) decision;
        session = changed.session();
        events.clear();
        events.addAll(changed.events());
        return this;
    }

    /** The clock goes on, one moment after the other; the events are all of them. */
    Given until(String time) {
        List<Event> all = new ArrayList<>();
        for (int i = 0; session.nextDue().filter(d -> !d.isAfter(at(time))).isPresent(); i++) {
            assertThat(i).as("something is due for ever").isLessThan(1_000);
            changes(session.timeIsUp(session.nextDue().orElseThrow()));
            all.addAll(events);
        }
        events.clear();
        events.addAll(all);
        return this;
    }

    /** The clock was not looked at until now. */
    Given onlyNow(String time) {
        return changes(session.timeIsUp(at(time)));
    }

    static void refused(Decision decision, Refusal why) {
        assertThat(decision).isEqualTo(new Decision.Refused(why));
    }

    static void refused(Decision decision, Class<? extends Refusal> why) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).why()).isInstanceOf(why);
    }

    <E extends Event> List<E> heard(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <E extends Event> E only(Class<E> kind) {
        assertThat(heard(kind)).hasSize(1);
        return heard(kind).getFirst();
    }

    static Duration minutes(int n) {
        return Duration.ofMinutes(n);
    }

    Decision extend(int minutes, String time) {
        return session.extend(ADA, minutes(minutes), Optional.empty(), at(time), false);
    }

    Decision extendAnyway(int minutes, String time) {
        return session.extend(ADA, minutes(minutes), Optional.empty(), at(time), true);
    }
}
