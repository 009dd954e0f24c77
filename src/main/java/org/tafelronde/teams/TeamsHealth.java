package org.tafelronde.teams;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import org.tafelronde.chat.UnknownOutcome;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ready when Microsoft knows the app and its secret. */
@Singleton
@Readiness
@Requires(bean = TeamsPlatform.class)
final class TeamsHealth implements HealthIndicator {
    private static final String NAME = "teams";

    private final Line line;

    TeamsHealth(Line line) {
        this.line = line;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::result).subscribeOn(Schedulers.boundedElastic());
    }

    private HealthResult result() {
        try {
            line.checkIn();
            return HealthResult.builder(NAME, HealthStatus.UP).build();
        } catch (TeamsSaysNo | TeamsAsksPatience | UnknownOutcome e) {
            return HealthResult.builder(NAME, HealthStatus.DOWN)
                    .details(String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
