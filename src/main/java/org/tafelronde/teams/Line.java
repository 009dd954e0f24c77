package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Failure;
import org.tafelronde.chat.UnknownOutcome;

/**
 * One call to Teams, and how it ended: a good answer, a definite no ({@link TeamsSaysNo}), "not now" ({@link TeamsAsksPatience}), or nobody
 * knows ({@link UnknownOutcome}: a broken line, a time-out, a 5xx never mean that nothing happened).
 */
final class Line implements AutoCloseable {
    private static final String CONNECTOR = "https://api.botframework.com/.default";
    private static final String GRAPH = "https://graph.microsoft.com/.default";
    private static final Duration WITHOUT_RETRY_AFTER = Duration.ofSeconds(2);
    /** A token is renewed so long before it ends. */
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    private final TeamsSettings settings;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpClient http;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    Line(TeamsSettings settings, Duration patience, InstantSource clock) {
        this.settings = settings;
        this.patience = patience;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** One step of a path. */
    static String step(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * @param service where Teams said that it is to be answered; our token goes to nobody else
     */
    JsonNode connector(String method, String service, String path, Optional<? extends JsonNode> body) {
        if (!settings.isService(service)) {
            throw TeamsSaysNo.atOnce(
                    Failure.Kind.OTHER, "\"" + service + "\" is no address of Teams; TEAMS_SERVICE_HOSTS names them");
        }
        return withToken(CONNECTOR, method, URI.create(service.replaceFirst("/+$", "") + path), body);
    }

    JsonNode graph(String method, String path, Optional<? extends JsonNode> body) {
        return withToken(GRAPH, method, URI.create(settings.graph() + path), body);
    }

    /** Whether Microsoft knows this app and its secret. */
    void checkIn() {
        token(CONNECTOR);
    }

    /** Whether it gives a token for Graph too. */
    void checkInAtGraph() {
        token(GRAPH);
    }

    private JsonNode withToken(String scope, String method, URI uri, Optional<? extends JsonNode> body) {
        String what = method + " " + uri.getPath();
        HttpResponse<byte[]> response = asked(what, request(scope, method, uri, body));
        if (response.statusCode() == 401) {
            // It may have been taken back before its time.
            tokens.remove(scope);
            response = asked(what, request(scope, method, uri, body));
        }
        return read(what, response);
    }

    private HttpRequest request(String scope, String method, URI uri, Optional<? extends JsonNode> body) {
        return HttpRequest.newBuilder(uri)
                .timeout(patience)
                .header("Authorization", "Bearer " + token(scope))
                .header("Content-Type", "application/json; charset=utf-8")
                .method(
                        method,
                        body.map(b -> BodyPublishers.ofByteArray(Json.bytes(b))).orElseGet(BodyPublishers::noBody))
                .build();
    }

    private String token(String scope) {
        Token before = tokens.get(scope);
        if (before != null && clock.instant().isBefore(before.until())) {
            return before.value();
        }
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        settings.appId(),
                        "client_secret",
                        settings.secret(),
                        "scope",
                        scope)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(settings.token())
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer;
        try {
            answer = read("token", asked("token", request));
        } catch (UnknownOutcome e) {
            // Without a token nothing was asked of Teams: nothing is in doubt.
            throw new TeamsAsksPatience("no token now", withJitter(WITHOUT_RETRY_AFTER));
        }
        String value = Json.text(answer.path("access_token"))
                .orElseThrow(() -> new TeamsSaysNo(200, "", "no token in the answer"));
        Duration lasts = Duration.ofSeconds(answer.path("expires_in").asLong(600));
        Duration used = lasts.compareTo(IN_TIME.multipliedBy(2)) > 0 ? lasts.minus(IN_TIME) : lasts.dividedBy(2);
        tokens.put(scope, new Token(value, clock.instant().plus(used)));
        return value;
    }

    /** The body of a public page. */
    byte[] page(URI uri) {
        HttpResponse<byte[]> response = asked(
                uri.getPath(), HttpRequest.newBuilder(uri).timeout(patience).build());
        if (response.statusCode() != 200) {
            throw new UnknownOutcome(uri.getPath() + ": HTTP " + response.statusCode(), new IOException());
        }
        return response.body();
    }

    private HttpResponse<byte[]> asked(String what, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new TeamsAsksPatience("it cannot be reached (" + what + ")", withJitter(WITHOUT_RETRY_AFTER));
        } catch (IOException e) {
            throw new UnknownOutcome("the line to Teams broke (" + what + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownOutcome("interrupted (" + what + ")", e);
        }
    }

    private static JsonNode read(String what, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = Json.read(response.body()).orElseGet(Json::object);
        if (status < 300) {
            return body;
        }
        String code = directorys(body)
                .or(() -> Json.text(body.path("error").path("code")))
                .or(() -> Json.text(body.path("error")))
                .orElse("HTTP " + status);
        if (status == 429 || status == 412) {
            throw new TeamsAsksPatience(what, retryAfter(response));
        }
        if (status >= 500 && status != 501 || status == 408) {
            throw new UnknownOutcome("Teams has trouble: HTTP " + status + " (" + what + ")", new IOException(code));
        }
        throw new TeamsSaysNo(status, code, what);
    }

    /** What the directory calls it when it gives no token: {@code AADSTS7000222}. */
    private static Optional<String> directorys(JsonNode body) {
        return Optional.of(body.path("error_codes").path(0))
                .filter(JsonNode::isNumber)
                .map(number -> "AADSTS" + number.asText());
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(s -> s.matches("\\d{1,5}"))
                .map(s -> Duration.ofSeconds(Math.max(1, Long.parseLong(s))))
                .orElseGet(() -> withJitter(WITHOUT_RETRY_AFTER));
    }

    /** So that all that waits does not come back at once. */
    private static Duration withJitter(Duration about) {
        return about.plusMillis(ThreadLocalRandom.current().nextLong(about.toMillis()));
    }

    static Optional<JsonNode> with(@Nullable JsonNode body) {
        return Optional.ofNullable(body);
    }

    @Override
    public void close() {
        http.close();
    }
}
