package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

/** With a channel for each table. */
class TeamsCafeTest extends CafeInTeams {
    @Override
    void isOver(String plenary) {
        assertThat(rooms().values())
                .allSatisfy(conversation -> assertThat(conversation).doesNotContain("messageid"));
        says(ada, plenary, "archive");
        comes(() -> told(ada, "The channels are archived"));
    }
}
