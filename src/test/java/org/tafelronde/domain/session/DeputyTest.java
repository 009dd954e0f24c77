package org.tafelronde.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.domain.session.Given.ADA;
import static org.tafelronde.domain.session.Given.at;
import static org.tafelronde.testing.TestScripts.threeRounds;

import org.junit.jupiter.api.Test;
import org.tafelronde.testing.Cast;

/** Who runs it (F41). */
class DeputyTest {
    private static final String BRAM = Cast.BRAM.key();
    private final Given given = Given.started(threeRounds(), 16);

    @Test
    void the_deputy_can_do_all_that_the_facilitator_can() {
        Given.refused(given.session.pause(BRAM, at("14:05")), new Refusal.NotTheFacilitator());
        given.changes(given.session.nameDeputy(ADA, BRAM));
        given.changes(given.session.pause(BRAM, at("14:05")));
    }

    @Test
    void the_deputy_takes_over_and_the_facilitator_becomes_the_deputy() {
        given.changes(given.session.nameDeputy(ADA, BRAM));
        given.changes(given.session.takeOver(BRAM));
        assertThat(given.session.facilitator()).isEqualTo(BRAM);
        assertThat(given.session.deputy()).contains(ADA);
        given.changes(given.session.takeOver(ADA));
        assertThat(given.session.facilitator()).isEqualTo(ADA);
    }

    @Test
    void nobody_else_takes_over() {
        Given.refused(given.session.takeOver(BRAM), new Refusal.NotTheFacilitator());
        Given.refused(given.session.takeOver(ADA), new Refusal.AlreadyFacilitator());
        Given.refused(given.session.nameDeputy(BRAM, BRAM), new Refusal.NotTheFacilitator());
    }
}
