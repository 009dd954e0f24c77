package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What Teams brings when people do something, and how it is brought. */
final class Activities {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BOT = "28:" + FakeTeams.APP;

    private final FakeTeams teams;

    Activities(FakeTeams teams) {
        this.teams = teams;
    }

    ObjectNode of(String type, String person, String conversation) {
        ObjectNode a = Json.typed(type);
        a.put("id", "f:" + NUMBER.incrementAndGet());
        a.put("channelId", "msteams");
        a.put("serviceUrl", teams.service());
        a.put("locale", "en-GB");
        a.put("timestamp", "2026-05-12T12:00:" + NUMBER.get() + "Z");
        a.putObject("from")
                .put("id", FakeTeams.account(person))
                .put("aadObjectId", person)
                .put("name", teams.name(person));
        a.putObject("recipient").put("id", BOT).put("name", "Tafelronde");
        boolean channel = conversation.startsWith("19:");
        a.putObject("conversation")
                .put("id", conversation)
                .put("tenantId", FakeTeams.TENANT)
                .put("conversationType", channel ? "channel" : "personal");
        ObjectNode data = a.putObject("channelData");
        data.putObject("tenant").put("id", FakeTeams.TENANT);
        if (channel) {
            data.putObject("team").put("id", FakeTeams.TEAM).put("aadGroupId", FakeTeams.GROUP);
        }
        return a;
    }

    ObjectNode message(String person, String conversation, String text) {
        ObjectNode a = of("message", person, conversation).put("text", text);
        if (teams.channelOf(conversation).isPresent()) {
            String id = teams.says(person, conversation, text);
            a.put("id", id);
            if (conversation.startsWith("19:") && TeamsId.rootOf(conversation).isEmpty()) {
                ((ObjectNode) a.path("conversation")).put("id", conversation + ";messageid=" + id);
            }
        }
        return a;
    }

    ObjectNode mention(String person, String conversation, String text) {
        ObjectNode a = message(person, conversation, "<at>Tafelronde</at>\u00a0" + text);
        ObjectNode entity =
                a.putArray("entities").addObject().put("type", "mention").put("text", "<at>Tafelronde</at>");
        entity.putObject("mentioned").put("id", BOT).put("name", "Tafelronde");
        return a;
    }

    /** Somebody else is chosen from the list: whoever it is, Teams shows the name. */
    ObjectNode mentioning(ObjectNode message, String person) {
        String shown = "<at>" + teams.name(person) + "</at>";
        message.withArray("entities")
                .addObject()
                .put("type", "mention")
                .put("text", shown)
                .putObject("mentioned")
                .put("id", FakeTeams.account(person))
                .put("name", teams.name(person));
        return message;
    }

    /** What a channel's being deleted looks like: told in the team's first channel. */
    ObjectNode channelDeleted(String person, String channel) {
        ObjectNode a = of("conversationUpdate", person, FakeTeams.TEAM);
        ObjectNode data = (ObjectNode) a.path("channelData");
        data.put("eventType", "channelDeleted");
        data.putObject("channel").put("id", channel).put("name", "gone");
        return a;
    }

    ObjectNode press(String person, String conversation, JsonNode data) {
        ObjectNode a = of("invoke", person, conversation).put("name", "adaptiveCard/action");
        ObjectNode action = a.putObject("value").putObject("action");
        action.put("type", "Action.Execute").put("verb", Cards.VERB).set("data", data);
        return a;
    }

    String token() {
        return teams.key()
                .bearer(SigningKey.claims(teams.service(), Clock.systemUTC().instant())
                        .build());
    }

    HttpResponse<byte[]> bring(URI endpoint, JsonNode activity) {
        return bring(endpoint, Optional.of(token()), Json.bytes(activity));
    }

    static HttpResponse<byte[]> bring(URI endpoint, Optional<String> authorization, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        authorization.ifPresent(a -> request.header("Authorization", a));
        return send(request.build());
    }

    static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
