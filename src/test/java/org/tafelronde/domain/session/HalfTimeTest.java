package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.domain.session.Given.ADA;
import static org.tafelronde.domain.session.Given.at;
import static org.tafelronde.testing.TestScripts.round;
import static org.tafelronde.testing.TestScripts.threeRounds;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.testing.TestScripts;

/** A round's half-time: in its middle, as long as it is by then. */
class HalfTimeTest {
    private final Given given = Given.started(threeRounds(), 16);

    private static Duration minutes(long n) {
        return Duration.ofMinutes(n);
    }

    @Test
    void it_is_in_the_middle_for_all_tables() {
        given.until("14:20");
        assertThat(given.only(Event.HalfTime.class))
                .isEqualTo(new Event.HalfTime(
                        (org.tafelronde.domain.script.Step.Round)
                                given.session.step().orElseThrow(),
                        minutes(10),
                        given.session.tableIds(),
                        at("14:10"),
                        at("14:20")));
    }

    @ParameterizedTest
    @CsvSource({"8, false", "10, false", "11, false", "12, false", "13, true", "20, true", "45, true"})
    void a_round_whose_middle_is_near_the_first_warning_has_none(int length, boolean has) {
        Given one = Given.started(TestScripts.of("one", round(1, "One", length, 5)), 16)
                .until("14:50");
        assertThat(one.heard(Event.HalfTime.class)).hasSize(has ? 1 : 0);
    }

    @Test
    void more_time_moves_it() {
        given.until("14:08").changes(given.session.extend(ADA, minutes(10), Optional.empty(), at("14:08"), false));
        given.until("14:30");
        assertThat(given.only(Event.HalfTime.class).due()).isEqualTo(at("14:15"));
    }

    @Test
    void a_round_that_becomes_too_short_for_it_has_none() {
        given.until("14:05").changes(given.session.extend(ADA, minutes(-8), Optional.empty(), at("14:05"), true));
        given.until("14:12");
        assertThat(given.heard(Event.HalfTime.class)).isEmpty();
    }

    @Test
    void when_it_is_past_by_the_time_a_round_becomes_shorter_it_was_due_then() {
        Given long_ = Given.started(TestScripts.of("long", round(1, "Long", 60, 5)), 16)
                .until("14:20");
        long_.changes(long_.session.extend(ADA, minutes(-30), Optional.empty(), at("14:20"), false));
        long_.until("14:21");
        assertThat(long_.only(Event.HalfTime.class).due()).isEqualTo(at("14:15"));
    }

    @Test
    void a_pause_over_it_moves_it() {
        given.until("14:08").changes(given.session.pause(ADA, at("14:08")));
        given.changes(given.session.resume(ADA, at("14:30"), false));
        given.until("14:42");
        assertThat(given.only(Event.HalfTime.class).due()).isEqualTo(at("14:32"));
    }

    @Test
    void a_skipped_round_has_none() {
        given.until("14:08").changes(given.session.skip(ADA, at("14:08"), false));
        given.until("14:12");
        assertThat(given.heard(Event.HalfTime.class)).isEmpty();
    }

    @Test
    void a_table_with_more_time_has_its_own() {
        given.until("14:05").changes(given.session.extend(ADA, minutes(4), Optional.of("privacy"), at("14:05"), false));
        given.until("14:24");
        assertThat(given.heard(Event.HalfTime.class))
                .extracting(Event.HalfTime::due)
                .containsExactly(at("14:10"), at("14:12"));
        assertThat(given.heard(Event.HalfTime.class).getLast().tables()).isEqualTo(Set.of("privacy-1"));
    }

    /** Whatever the facilitator does, and whenever. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatever_happens_it_is_in_the_middle_and_well_before_the_first_warning(long seed) {
        Random dice = new Random(seed);
        java.time.Instant now = at("14:00");
        for (int i = 0; i < 60 && !(given.session.stage() instanceof Stage.Closed); i++) {
            now = now.plusSeconds(dice.nextInt(240));
            while (given.session.nextDue().filter(now::isAfter).isPresent()) {
                // As long as it was when the event came.
                Session before = given.session;
                given.changes(before.timeIsUp(before.nextDue().orElseThrow()));
                given.heard(Event.HalfTime.class).forEach(half -> inTheMiddle(half, before));
            }
            Decision decision = switch (dice.nextInt(6)) {
                case 0 -> given.session.extend(ADA, minutes(dice.nextInt(25) - 10), Optional.empty(), now, true);
                case 1 -> given.session.extend(ADA, minutes(dice.nextInt(4)), Optional.of("trust"), now, false);
                case 2 -> given.session.pause(ADA, now);
                case 3, 4 -> given.session.resume(ADA, now, true);
                default -> new Decision.Ignored();
            };
            if (decision instanceof Decision.Changed) {
                given.changes(decision);
            }
        }
    }

    private static void inTheMiddle(Event.HalfTime half, Session session) {
        Stage.Running running = (Stage.Running) session.stage();
        assertThat(Duration.between(running.startedAt(), half.due())).isEqualTo(half.left());
        assertThat(half.left()).isGreaterThan(Limits.FIRST_WARNING.plus(Limits.BEFORE_FIRST_WARNING));
        assertThat(half.tables())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(session.endsAt(t)).contains(half.endsAt()));
    }
}
