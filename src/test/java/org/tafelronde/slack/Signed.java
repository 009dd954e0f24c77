package org.tafelronde.slack;

import com.google.gson.JsonObject;
import com.slack.api.app_backend.SlackSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings things to the bot as Slack brings them: over HTTP, and signed. */
final class Signed {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String secret;

    Signed(URI endpoint, String secret) {
        this.endpoint = endpoint;
        this.secret = secret;
    }

    HttpResponse<String> event(JsonObject body) {
        return brings(body.toString(), "application/json");
    }

    HttpResponse<String> command(Map<String, String> fields) {
        return brings(
                fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")),
                "application/x-www-form-urlencoded");
    }

    /** Somebody types {@code /cafe}, and this behind it. */
    HttpResponse<String> cafe(World world, String who, String channel, String text) {
        return command(Map.of(
                "team_id",
                world.team(),
                "channel_id",
                channel,
                "user_id",
                who,
                "user_name",
                who,
                "command",
                "/cafe",
                "text",
                text,
                "response_url",
                world.responseUrl(),
                "trigger_id",
                "typed." + UUID.randomUUID()));
    }

    HttpResponse<String> payload(JsonObject payload) {
        return command(Map.of("payload", payload.toString()));
    }

    private HttpResponse<String> brings(String body, String type) {
        String now = String.valueOf(System.currentTimeMillis() / 1000);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", now)
                .header("X-Slack-Signature", new SlackSignature.Generator(secret).generate(now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
