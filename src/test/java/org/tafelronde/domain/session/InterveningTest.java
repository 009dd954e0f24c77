package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.domain.session.Given.ADA;
import static org.tafelronde.domain.session.Given.at;
import static org.tafelronde.domain.session.Given.minutes;
import static org.tafelronde.testing.TestScripts.threeRounds;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.Cast;

/** Spare interventions, fired by hand (F31). */
class InterveningTest {
    private final Given given = Given.started(threeRounds(), 16).until("14:05");

    private Decision fires(String name, String time, boolean anyway) {
        return given.session.intervene(ADA, name, Optional.empty(), at(time), anyway);
    }

    @Test
    void it_comes_to_all_tables() {
        given.changes(fires("leak", "14:05", false));
        Event.InterventionDropped dropped = given.only(Event.InterventionDropped.class);
        assertThat(dropped.tables()).isEqualTo(given.session.tableIds());
        assertThat(dropped.spare()).isTrue();
    }

    @Test
    void or_to_one() {
        given.changes(given.session.intervene(ADA, "leak", Optional.of("trust"), at("14:05"), false));
        assertThat(given.only(Event.InterventionDropped.class).tables()).isEqualTo(Set.of("trust-1"));
        Given.refused(
                given.session.intervene(ADA, "leak", Optional.of("trust"), at("14:06"), false),
                new Refusal.AlreadyFired("A leak"));
        given.changes(given.session.intervene(ADA, "leak", Optional.of("privacy"), at("14:06"), false));
    }

    @Test
    void a_word_of_its_title_is_enough() {
        given.changes(fires("strike", "14:05", false));
        given.changes(fires("awa", "14:06", false));
    }

    @Test
    void a_table_bears_two_in_a_round_unless_the_facilitator_insists() {
        given.changes(fires("leak", "14:05", false));
        given.changes(fires("strike", "14:06", false));
        Given.refused(fires("award", "14:07", false), new Refusal.EnoughInterventions(2));
        given.changes(fires("award", "14:07", true));
    }

    @Test
    void nothing_new_happens_in_the_last_four_minutes_unless_the_facilitator_insists() {
        given.until("14:17");
        Given.refused(fires("leak", "14:17", false), new Refusal.TooLateForIntervention(minutes(4)));
        given.changes(fires("leak", "14:17", true));
        given.until("14:22");
        Given.refused(fires("strike", "14:22", true), new Refusal.TalkIsOver(OptionalInt.of(2)));
        Given.refused(fires("strike", "14:22", false), new Refusal.TalkIsOver(OptionalInt.of(2)));
    }

    @Test
    void an_unknown_one_is_answered_with_those_that_there_are() {
        Decision decision = fires("ghost", "14:05", false);
        Given.refused(decision, new Refusal.NoSuchIntervention("ghost", java.util.List.of("leak", "strike", "award")));
    }

    @Test
    void nobody_else_fires_them() {
        Given.refused(
                given.session.intervene(Cast.BRAM.key(), "leak", Optional.empty(), at("14:05"), false),
                new Refusal.NotTheFacilitator());
    }
}
