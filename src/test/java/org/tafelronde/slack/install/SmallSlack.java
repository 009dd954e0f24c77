package org.tafelronde.slack.install;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** As much of Slack as an installation meets: a method answers what the test says, with the scopes that the token has. */
public final class SmallSlack implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Function<Call, String>> methods = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String scopes = String.join(",", Scope.ids());
    private volatile boolean broken;

    public record Call(String method, String token, Map<String, String> with) {
        String of(String name) {
            return with.getOrDefault(name, "");
        }
    }

    public SmallSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::answer);
        server.start();
        answers(
                "auth.test",
                "{'ok':true,'team':'Cafe','team_id':'T1','user':'tafelronde','user_id':'U1','url':'https://cafe.slack.com/'}");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    public SmallSlack answers(String method, String json) {
        return answers(method, call -> json);
    }

    /** Apostrophes stand for quotation marks. */
    SmallSlack answers(String method, Function<Call, String> answer) {
        methods.put(method, answer);
        return this;
    }

    public SmallSlack grants(String some) {
        scopes = some;
        return this;
    }

    /** Every line breaks from now on, or holds again. */
    public void breaks(boolean now) {
        broken = now;
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(c -> c.method().equals(method)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            Call call = new Call(method, authorization.replaceFirst("^Bearer ", ""), form(body));
            calls.add(call);
            if (broken) {
                return;
            }
            String said = methods.getOrDefault(method, c -> "{'ok':false,'error':'unknown_method'}")
                    .apply(call)
                    .replace('\'', '"');
            JsonParser.parseString(said);
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().set("X-OAuth-Scopes", scopes);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> with = new HashMap<>();
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

    static Setup settings(Map<String, String> some) {
        Function<String, String> of = name -> some.getOrDefault(name, "");
        return new Setup(
                of.apply("bot-token"),
                of.apply("signing-secret"),
                of.apply("app-token"),
                of.apply("client-id"),
                of.apply("client-secret"),
                some.getOrDefault("api-url", "https://slack.com/api/"),
                of.apply("base-url"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What is kept, in memory. */
    static final class Kept implements Installations {
        private final Map<String, Installation> all = new HashMap<>();

        @Override
        public synchronized java.util.Optional<Installation> of(String team) {
            return java.util.Optional.ofNullable(all.get(team));
        }

        @Override
        public synchronized List<Installation> all() {
            return new ArrayList<>(all.values());
        }

        @Override
        public synchronized void keep(Installation installation) {
            all.put(installation.team(), installation);
        }

        @Override
        public synchronized boolean replace(Installation was, Installation is) {
            boolean same =
                    of(was.team()).filter(i -> i.locked().equals(was.locked())).isPresent();
            if (same) {
                keep(is);
            }
            return same;
        }

        @Override
        public synchronized void forget(String team) {
            all.remove(team);
        }
    }
}
