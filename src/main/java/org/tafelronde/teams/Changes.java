package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Door;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.Speaker;

/** What changes around people in Teams: teams and channels that come and go, and who is in them. */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Connector connector;
    private final Known known;
    private final Provider<Door> door;

    Changes(Connector connector, Known known, Provider<Door> door) {
        this.connector = connector;
        this.known = known;
        this.door = door;
    }

    /**
     * @param place where it is told
     * @param who did it; empty: nobody says so
     */
    void hear(JsonNode activity, TeamsId place, Optional<Speaker> who) {
        String type = activity.path("type").asText();
        if (type.equals("installationUpdate")) {
            installed(activity, place);
        } else if (event(activity).equals("channelDeleted")) {
            vanished(activity, place, who);
        } else if (List.of("teamDeleted", "teamHardDeleted").contains(event(activity))) {
            known.left(place.team());
        } else if (type.equals("conversationUpdate")) {
            comeAndGone(activity, place);
        }
    }

    private static String event(JsonNode activity) {
        return activity.path("channelData").path("eventType").asText();
    }

    private void installed(JsonNode activity, TeamsId place) {
        if (place.isAlone()) {
            return;
        }
        if (activity.path("action").asText().startsWith("add")) {
            known.team(place.team());
        } else {
            LOG.warn("the app was taken away from a team");
            left(place.team());
        }
    }

    private void left(String team) {
        known.left(team);
        connector.isGone(team);
    }

    /**
     * Told in the team's first channel; which one is gone stands beside it, and with it its threads are gone. What the bot takes away itself
     * it knows.
     */
    private void vanished(JsonNode activity, TeamsId place, Optional<Speaker> by) {
        Optional<String> channel =
                Json.text(activity.path("channelData").path("channel").path("id"));
        if (channel.isEmpty() || place.isAlone()) {
            return;
        }
        TeamsId gone = TeamsId.channel(place.team(), channel.get());
        known.vanished(gone);
        connector.isGone(gone);
        Speaker who = by.orElseGet(() -> Speaker.of(
                new Person(Platform.TEAMS, activity.path("recipient").path("id").asText("28:bot")), ""));
        String key = "vanished/" + activity.path("id").asText();
        Stream.concat(Stream.of(gone), known.threadsIn(gone).stream())
                .filter(room -> !known.isClosed(room))
                .map(TeamsId::place)
                .forEach(room -> door.get().hear(new Incoming.Vanished(key + "/" + room.id(), who, room)));
    }

    /** Somebody came into the team, or left it; or the bot itself did. */
    private void comeAndGone(JsonNode activity, TeamsId place) {
        String bot = activity.path("recipient").path("id").asText();
        for (JsonNode member : activity.path("membersAdded")) {
            if (member.path("id").asText().equals(bot)) {
                if (!place.isAlone()) {
                    known.team(place.team());
                }
            } else {
                somebody(member)
                        .ifPresent(who -> door.get()
                                .hear(new Incoming.Arrived(
                                        Ears.key("arrived/" + who.person().id(), activity), who, place.place())));
            }
        }
        for (JsonNode member : activity.path("membersRemoved")) {
            somebody(member).ifPresent(who -> left(who, activity, place));
        }
    }

    /** Out of the team they are out of all its channels, and so out of the cafés that are held there. */
    private void left(Speaker who, JsonNode activity, TeamsId place) {
        String key = Ears.key("left/" + who.person().id(), activity);
        Stream.concat(Stream.of(place), known.plenariesIn(place.team()).stream())
                .map(TeamsId::place)
                .distinct()
                .forEach(from -> door.get().hear(new Incoming.Left(key + "/" + from.id(), who, from)));
    }

    private static Optional<Speaker> somebody(JsonNode member) {
        return Json.text(member.path("aadObjectId"))
                .map(id -> Speaker.of(
                        new Person(Platform.TEAMS, id),
                        Json.text(member.path("name")).orElse(id)));
    }
}
