package org.tafelronde.slack;

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

/** Ready when Slack knows the bot's token. */
@Singleton
@Readiness
@Requires(bean = SlackPlatform.class)
final class SlackHealth implements HealthIndicator {
    private static final String NAME = "slack";

    private final Workspaces workspaces;

    SlackHealth(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::result).subscribeOn(Schedulers.boundedElastic());
    }

    private HealthResult result() {
        try {
            workspaces.only();
            return HealthResult.builder(NAME, HealthStatus.UP).build();
        } catch (SlackSaysNo | SlackAsksPatience | UnknownOutcome e) {
            return HealthResult.builder(NAME, HealthStatus.DOWN)
                    .details(String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
