package org.tafelronde.teams;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tafelronde.chat.Finding;

/** What an administrator set for Teams. */
@Singleton
final class TeamsSetup {
    private static final String PLAYGROUND = "playground";
    private static final String REGISTRATION = "it stands in the app's registration at portal.azure.com";

    private final TeamsSettings.Said said;
    private final boolean playground;

    @Inject
    TeamsSetup(
            @Property(name = "teams.app-id", defaultValue = "") String appId,
            @Property(name = "teams.app-secret", defaultValue = "") String secret,
            @Property(name = "teams.tenant-id", defaultValue = "") String tenant,
            @Property(name = "teams.openid-url", defaultValue = "") String openId,
            @Property(name = "teams.token-url", defaultValue = "") String token,
            @Property(name = "teams.graph-url", defaultValue = "") String graph,
            @Property(name = "teams.service-hosts", defaultValue = "") String hosts,
            @Property(name = "teams.targeted", defaultValue = "") String targeted,
            Environment environment) {
        this(
                new TeamsSettings.Said(appId, secret, tenant, openId, token, graph, hosts, targeted),
                environment.getActiveNames().contains(PLAYGROUND));
    }

    TeamsSetup(TeamsSettings.Said said, boolean playground) {
        this.said = said;
        this.playground = playground;
    }

    TeamsSettings.Said said() {
        return said;
    }

    /** On a developer's machine, without Microsoft. */
    boolean isPlayground() {
        return playground;
    }

    /** Whether anything was set for Teams: then all that it takes is asked for. */
    boolean isWanted() {
        return Stream.of(said.appId(), said.secret(), said.tenant()).anyMatch(s -> !s.isBlank());
    }

    static boolean isGuid(String id) {
        return TeamsSettings.ID.matcher(id.strip()).matches();
    }

    /** What is missing or wrong, with the remedy, and never a value of a secret. */
    List<Finding> problems() {
        List<Finding> all = new ArrayList<>();
        guid("TEAMS_APP_ID", said.appId(), "the id of the app (client id)", all);
        if (said.secret().isBlank()) {
            all.add(Finding.missing(
                    "TEAMS_APP_SECRET is not set",
                    "make a client secret in the app's registration at portal.azure.com and give its value"));
        }
        guid("TEAMS_TENANT_ID", said.tenant(), "the id of the directory (tenant id)", all);
        if (all.isEmpty()) {
            try {
                TeamsSettings.of(said, playground);
            } catch (IllegalArgumentException e) {
                all.add(Finding.wrong("what is set for Teams cannot be used", String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(all);
    }

    private void guid(String setting, String value, String what, List<Finding> all) {
        if (value.isBlank()) {
            all.add(Finding.missing(setting + " is not set", "give " + what + "; " + REGISTRATION));
        } else if (!playground && !isGuid(value)) {
            // A directory's name gets a token, but activities name the id, and nobody would be heard.
            all.add(Finding.wrong(
                    setting + " is no id like 0aa4ecf2-1e3c-4d65-a0a5-5c1f5d1b1b1b",
                    "give " + what + "; " + REGISTRATION));
        }
    }
}
