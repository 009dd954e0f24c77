package org.tafelronde.slack.install;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import java.util.List;

/** Something was set for Slack. What is missing or wrong then, {@link Setup#check()} says. */
public final class SlackIsWanted implements Condition {
    private static final List<String> SETTINGS = List.of(
            "slack.bot-token", "slack.signing-secret", "slack.app-token", "slack.client-id", "slack.client-secret");

    @Override
    public boolean matches(ConditionContext context) {
        return SETTINGS.stream()
                .anyMatch(name ->
                        !context.getProperty(name, String.class).orElse("").isBlank());
    }
}
