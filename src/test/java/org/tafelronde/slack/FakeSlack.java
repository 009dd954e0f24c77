package org.tafelronde.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Slack's Web API on loopback, as its documentation tells it: with people, channels, messages, limits, and everything that can go wrong,
 * when a test asks for it. Its clock is the test's.
 */
final class FakeSlack implements AutoCloseable {
    static final String TOKEN = "xoxb-of-the-test";
    static final String TEAM = "T0CAFE";
    static final String BOT = "U0BOT";
    static final String SECRET = "the-signing-secret-of-the-test";
    private static final Gson GSON = new Gson();

    /** What goes wrong with one call. */
    enum Fault {
        NONE,
        /** 429, and nothing happened. */
        TOO_MANY,
        /** 503, and nothing happened. */
        UNAVAILABLE,
        /** It happened, and the line broke. */
        DROPPED_AFTER,
        /** It happened, and Slack says 503. */
        UNAVAILABLE_AFTER,
        /** It happened, and the answer comes when nobody waits for it any more. */
        LATE
    }

    private final HttpServer server;
    private final FakeWorkspace workspace;
    private final FakeLimits limits;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Deque<Fault>> planned = new LinkedHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Function<String, Fault> weather = method -> Fault.NONE;

    /** One call that reached it. */
    record Call(String method, Map<String, String> with) {
        String of(String name) {
            return with.getOrDefault(name, "");
        }
    }

    private FakeSlack(InstantSource clock) {
        this.workspace = new FakeWorkspace(clock);
        this.limits = new FakeLimits(clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeSlack at(InstantSource clock) {
        return new FakeSlack(clock);
    }

    FakeWorkspace workspace() {
        return workspace;
    }

    /** As in SLACK_API_URL. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    String responseUrl(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/response/" + name;
    }

    /** From now on its limits hold. */
    FakeSlack limited() {
        limits.hold();
        return this;
    }

    /** The next calls of this method end so. */
    void next(String method, Fault... faults) {
        synchronized (workspace) {
            planned.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(faults));
        }
    }

    /** What becomes of every call that nothing else was planned for. */
    void weather(Function<String, Fault> other) {
        synchronized (workspace) {
            weather = other;
        }
    }

    List<Call> calls(String method) {
        synchronized (workspace) {
            return calls.stream().filter(c -> c.method().equals(method)).toList();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/upload/")) {
                workspace.uploaded(path.substring("/upload/".length()), body);
                send(exchange, 200, "OK", Optional.empty());
            } else if (path.startsWith("/response/")) {
                hears(path.substring(1), new String(body, StandardCharsets.UTF_8));
                send(exchange, 200, "ok", Optional.empty());
            } else {
                answer(exchange, path.substring("/api/".length()), body);
            }
        } finally {
            exchange.close();
        }
    }

    private void hears(String path, String json) {
        JsonObject said = JsonParser.parseString(json).getAsJsonObject();
        synchronized (workspace) {
            calls.add(new Call(path, Map.of("json", said.toString())));
        }
    }

    private void answer(HttpExchange exchange, String method, byte[] body) throws IOException {
        Map<String, String> with = form(new String(body, StandardCharsets.UTF_8));
        with.putAll(
                form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")));
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        JsonObject said;
        Fault fault;
        synchronized (workspace) {
            Call call = new Call(method, with);
            calls.add(call);
            fault = Optional.ofNullable(planned.get(method)).map(Deque::poll).orElseGet(() -> weather.apply(method));
            Optional<Duration> wait = limits.tooMany(call);
            if (wait.isPresent() || fault == Fault.TOO_MANY) {
                send(
                        exchange,
                        429,
                        "{\"ok\":false,\"error\":\"ratelimited\"}",
                        wait.or(() -> Optional.of(Duration.ofSeconds(2))));
                return;
            }
            if (fault == Fault.UNAVAILABLE) {
                send(exchange, 503, "upstream connect error", Optional.empty());
                return;
            }
            boolean known = authorization.equals("Bearer " + TOKEN) && !workspace.isRevoked();
            said = known
                    ? workspace.does(call)
                    : FakeWorkspace.no(workspace.isRevoked() ? "token_revoked" : "invalid_auth");
        }
        switch (fault) {
            case DROPPED_AFTER -> {}
            case UNAVAILABLE_AFTER -> send(exchange, 503, "upstream timeout", Optional.empty());
            case LATE -> waitUntilNobodyListens();
            default -> send(exchange, 200, GSON.toJson(said).replace("UPLOAD/", base() + "upload/"), Optional.empty());
        }
    }

    private void waitUntilNobodyListens() {
        try {
            closing.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body, Optional<Duration> retry)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        retry.ifPresent(r -> exchange.getResponseHeaders()
                .set("Retry-After", "" + Math.max(1, r.plusMillis(999).toSeconds())));
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static Map<String, String> form(String body) {
        Map<String, String> with = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                with.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return with;
    }

    URI base() {
        return URI.create(url()).resolve("/");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
