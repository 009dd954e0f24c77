package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.UnknownOutcome;

/** The Bot Connector's calls, at the pace that Teams bears. */
final class Connector {
    /** So long a new channel may not be known everywhere. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Line line;
    private final Known known;
    private final TeamsSettings settings;
    private final Pace pace;
    private final InstantSource clock;
    private final Map<TeamsId, Instant> fresh = new ConcurrentHashMap<>();

    Connector(Line line, Known known, TeamsSettings settings, Pace pace, InstantSource clock) {
        this.line = line;
        this.known = known;
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    Pace pace() {
        return pace;
    }

    void isFresh(TeamsId channel) {
        fresh.put(channel, clock.instant().plus(FRESH));
    }

    /** What is not found there any more is not only on its way. */
    void isGone(TeamsId channel) {
        fresh.remove(channel);
    }

    void isGone(String team) {
        fresh.keySet().removeIf(channel -> channel.team().equals(team));
    }

    /**
     * A message of its own in a channel.
     *
     * @return its id
     */
    String begin(TeamsId channel, ObjectNode message) {
        ObjectNode body = Json.object().put("isGroup", true).put("tenantId", settings.tenant());
        body.putObject("bot").put("id", "28:" + settings.appId());
        body.putObject("channelData").putObject("channel").put("id", channel.channel());
        body.set("activity", message);
        JsonNode made = speak(channel, channel.channel(), () -> call("POST", channel, "/v3/conversations", body));
        return Json.text(made.path("activityId"))
                .or(() -> Json.text(made.path("id")).flatMap(TeamsId::rootOf))
                .orElseThrow(() -> TeamsSaysNo.atOnce(Failure.Kind.OTHER, "Teams does not say which message it made"));
    }

    /** A message in a thread or a chat. */
    String say(TeamsId place, String conversation, ObjectNode message) {
        return say(place, conversation, "", message);
    }

    /** The same for one of them: nobody else in the channel sees it. */
    String sayTo(String account, TeamsId place, String conversation, ObjectNode message) {
        ObjectNode theirs = message.deepCopy();
        theirs.putObject("recipient").put("id", account);
        return say(place, conversation, "?isTargetedActivity=true", theirs);
    }

    private String say(TeamsId place, String conversation, String how, ObjectNode message) {
        String path = "/v3/conversations/" + Line.step(conversation) + "/activities" + how;
        JsonNode made = speak(place, conversation, () -> call("POST", place, path, message));
        return Json.text(made.path("id"))
                .orElseThrow(() -> TeamsSaysNo.atOnce(Failure.Kind.OTHER, "Teams does not say which message it made"));
    }

    void change(TeamsId place, String messageId, ObjectNode message) {
        String conversation = place.conversationOf(messageId);
        speak(place, conversation, () -> call("PUT", place, activity(conversation, messageId), message));
    }

    void react(TeamsId place, String messageId, String reaction) {
        String conversation = place.conversationOf(messageId);
        speak(
                place,
                conversation,
                () -> line.connector(
                        "PUT",
                        known.service(place),
                        activity(conversation, messageId) + "/reactions/" + reaction,
                        Optional.empty()));
    }

    private static String activity(String conversation, String messageId) {
        return "/v3/conversations/" + Line.step(conversation) + "/activities/"
                + Line.step(TeamsId.activityOf(messageId));
    }

    /** The chat of the bot and one person. */
    String chatWith(String person) {
        Optional<String> before = known.chat(person);
        if (before.isPresent()) {
            return before.get();
        }
        ObjectNode body = Json.object().put("isGroup", false).put("tenantId", settings.tenant());
        body.putObject("bot").put("id", "28:" + settings.appId());
        body.putArray("members").addObject().put("id", known.account(person).orElse(person));
        body.putObject("channelData").putObject("tenant").put("id", settings.tenant());
        JsonNode made;
        try (Pace.Call onItsWay = pace.saying(person)) {
            made = line.connector("POST", known.service(), "/v3/conversations", Optional.of(body));
        }
        String chat = Json.text(made.path("id"))
                .orElseThrow(() -> TeamsSaysNo.atOnce(Failure.Kind.OTHER, "Teams does not say which chat it made"));
        known.chat(person, chat);
        return chat;
    }

    /**
     * Who somebody is in the directory.
     *
     * @param account what Teams calls them beside a mention
     * @return empty when Teams does not say so now
     */
    Optional<String> person(TeamsId place, String account) {
        Optional<String> before = known.person(account);
        if (before.isPresent()) {
            return before;
        }
        String of = place.isAlone() ? place.channel() : place.team();
        try {
            JsonNode member = ask(place, "/v3/conversations/" + Line.step(of) + "/members/" + Line.step(account));
            Optional<String> person =
                    Json.text(member.path("aadObjectId")).or(() -> Json.text(member.path("objectId")));
            person.ifPresent(id -> known.account(id, account));
            return person;
        } catch (TeamsSaysNo | TeamsAsksPatience | UnknownOutcome e) {
            // They are looked for by their name, as if somebody had typed it.
            return Optional.empty();
        }
    }

    JsonNode ask(TeamsId place, String path) {
        return line.connector("GET", known.service(place), path, Optional.empty());
    }

    private JsonNode call(String method, TeamsId place, String path, ObjectNode body) {
        return line.connector(method, known.service(place), path, Optional.of(body));
    }

    private JsonNode speak(TeamsId place, String conversation, Supplier<JsonNode> call) {
        try (Pace.Call onItsWay = pace.saying(conversation)) {
            return call.get();
        } catch (TeamsSaysNo e) {
            boolean notYet = e.status() == 403 || e.status() == 404;
            Instant settled = fresh.getOrDefault(TeamsId.channel(place.team(), place.channel()), Instant.MIN);
            if (notYet && clock.instant().isBefore(settled)) {
                throw new TeamsAsksPatience("the channel is new", SOON);
            }
            throw e;
        }
    }
}
