package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.TWO;

import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TimersContract extends StoreContract {
    TimersContract(TestStore store) {
        super(store);
    }

    @Test
    void the_longest_overdue_is_first() {
        String late = kept();
        String later = kept();
        String notYet = kept();
        store.timers().set(late, Optional.of(TWO.minusSeconds(1)));
        store.timers().set(later, Optional.of(TWO.minusSeconds(9)));
        store.timers().set(notYet, Optional.of(TWO.plusMillis(1)));
        assertThat(store.timers().due(TWO, 10)).containsExactly(later, late);
        assertThat(store.timers().due(TWO, 1)).containsExactly(later);
        assertThat(store.timers().next()).contains(TWO.minusSeconds(9));
    }

    @Test
    void a_session_has_one_timer_which_moves_and_stops() {
        String session = kept();
        assertThat(store.timers().next()).isEmpty();
        store.timers().set(session, Optional.of(TWO));
        store.timers().set(session, Optional.of(TWO.plusSeconds(60)));
        assertThat(store.timers().due(TWO, 10)).isEmpty();
        assertThat(store.timers().next()).contains(TWO.plusSeconds(60));
        store.timers().set(session, Optional.empty());
        assertThat(store.timers().next()).isEmpty();
    }

    @Test
    void a_timer_of_a_fast_cafe_is_never_due_before_its_time() {
        String session = kept();
        store.timers().set(session, Optional.of(TWO.plusNanos(1)));
        assertThat(store.timers().due(TWO, 10)).isEmpty();
        assertThat(store.timers().due(TWO.plusMillis(1), 10)).containsExactly(session);
    }
}
