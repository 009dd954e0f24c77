package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.TWO;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.slack.install.Installation;
import org.tafelronde.slack.install.Installations;

/** Slack's workspaces. */
abstract class InstallationsContract extends StoreContract {
    private final Installations installations;

    InstallationsContract(TestStore store) {
        super(store);
        this.installations = store.bean(Installations.class);
    }

    @BeforeEach
    void none() {
        installations.all().forEach(i -> installations.forget(i.team()));
    }

    @Test
    void an_installation_is_kept_as_it_is() {
        Installation ends = installation("T1", "locked-1", Optional.of(TWO.plusSeconds(43_200)), TWO);
        Installation stays = installation("T2", "locked-2", Optional.empty(), TWO.minusSeconds(1));
        installations.keep(ends);
        installations.keep(stays);

        assertThat(installations.of("T1")).contains(ends);
        assertThat(installations.of("T3")).isEmpty();
        assertThat(installations.all()).containsExactly(stays, ends);
    }

    @Test
    void a_second_one_in_the_same_workspace_replaces_the_first() {
        installations.keep(installation("T1", "locked-1", Optional.of(TWO), TWO));
        Installation again = installation("T1", "locked-2", Optional.empty(), TWO.plusSeconds(60));
        installations.keep(again);

        assertThat(installations.all()).containsExactly(again);
    }

    @Test
    void of_two_who_make_the_tokens_anew_one_is_first() {
        Installation was = installation("T1", "old", Optional.of(TWO), TWO);
        installations.keep(was);
        Installation mine = installation("T1", "mine", Optional.of(TWO.plusSeconds(9)), TWO);
        Installation theirs = installation("T1", "theirs", Optional.empty(), TWO);

        assertThat(installations.replace(was, mine)).isTrue();
        assertThat(installations.replace(was, theirs)).isFalse();
        assertThat(installations.of("T1")).contains(mine);
    }

    @Test
    void what_is_forgotten_is_gone_and_stays_gone() {
        Installation was = installation("T1", "old", Optional.of(TWO), TWO);
        installations.keep(was);
        installations.forget("T1");
        installations.forget("T1");

        assertThat(installations.replace(was, was)).isFalse();
        assertThat(installations.all()).isEmpty();
    }

    private static Installation installation(String team, String locked, Optional<Instant> endsAt, Instant at) {
        return new Installation(team, "Café " + team, "U1", Set.of("chat:write", "commands"), locked, endsAt, at);
    }
}
