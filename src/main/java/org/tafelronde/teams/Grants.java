package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.UnknownOutcome;

/** What the bot may do in one team, as Teams tells it now. */
final class Grants {
    private final Line line;
    private final Known known;
    private final TeamsSettings settings;

    Grants(Line line, Known known, TeamsSettings settings) {
        this.line = line;
        this.known = known;
        this.settings = settings;
    }

    /** A team as it was found. */
    sealed interface Team {
        /**
         * @param consents by Microsoft's names; empty: nobody may see them, as {@link Consent#READ_CONSENTS} is missing
         */
        record Here(String name, Optional<Set<String>> consents) implements Team {}

        /** The bot is not in it (any more). */
        record Away(String why) implements Team {}
    }

    /**
     * @throws TeamsSaysNo when Microsoft takes no call of this app
     * @throws UnknownOutcome or {@link TeamsAsksPatience} when nobody can say now
     */
    Team of(String team) {
        line.checkIn();
        JsonNode about;
        try {
            about = line.connector(
                    "GET",
                    known.service(TeamsId.channel(team, team)),
                    "/v3/teams/" + Line.step(team),
                    Optional.empty());
        } catch (TeamsSaysNo e) {
            if (e.status() == 403 || e.status() == 404) {
                return new Team.Away(String.valueOf(e.getMessage()));
            }
            throw e;
        }
        String name = Json.text(about.path("name")).orElse(team);
        return new Team.Here(
                name,
                Json.text(about.path("aadGroupId")).or(() -> known.group(team)).flatMap(this::granted));
    }

    private Optional<Set<String>> granted(String group) {
        try {
            JsonNode all = line.graph("GET", "/v1.0/teams/" + Line.step(group) + "/permissionGrants", Optional.empty());
            Set<String> ours = new HashSet<>();
            for (JsonNode grant : all.path("value")) {
                // Which of the two is the app's id, and which its object in the directory, is told in two ways.
                if (isOurs(grant.path("clientAppId")) || isOurs(grant.path("clientId"))) {
                    ours.add(grant.path("permission").asText());
                }
            }
            return Optional.of(ours);
        } catch (TeamsSaysNo e) {
            if (e.status() == 403) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isOurs(JsonNode id) {
        return id.asText().equalsIgnoreCase(settings.appId());
    }
}
