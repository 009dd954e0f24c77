package org.tafelronde.teams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts who was refused, by the reason: {@code tafelronde_teams_refused_total{reason="audience"}}. */
final class Refusals {
    static final String NAME = "tafelronde.teams.refused";
    static final String REASON = "reason";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry registry;

    Refusals(MeterRegistry registry) {
        this.registry = registry;
        // All from the beginning: what never happened reads 0.
        Arrays.stream(Refusal.values()).forEach(this::counter);
    }

    void count(Refusal why) {
        counter(why).increment();
        LOG.warn("a call to /api/messages was refused: {}", why.word());
    }

    private Counter counter(Refusal why) {
        return Counter.builder(NAME)
                .description("calls to /api/messages that were refused")
                .tag(REASON, why.word())
                .register(registry);
    }
}
