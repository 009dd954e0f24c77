package org.tafelronde.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** npm's "emulate" as a world: a Slack that others wrote, with its own signatures and events. */
final class EmulateWorld implements World {
    private static final String TOKEN = "xoxb-emulate";
    /** Who only looks has tokens of its own: emulate lets each be used five thousand times. */
    private static final int WATCHERS = 10;

    private static final long LOOK_EVERY_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process node;
    private final BufferedReader from;
    private final BufferedWriter to;
    private final String url;
    private final HttpServer responses;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private int looks;

    private record Seen(JsonObject answer, long at) {}

    EmulateWorld(Path emulate, int people) {
        try {
            Path script = Path.of("src", "test", "resources", "slack", "emulate", "start.mjs");
            node = new ProcessBuilder(
                            "node", script.toString(), emulate.toAbsolutePath().toString(), "" + people)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            from = node.inputReader();
            to = node.outputWriter();
            url = line("READY ");
            responses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            responses.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            responses.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonElement member : call(TOKEN, "users.list", Map.of()).getAsJsonArray("members")) {
            names.put(
                    member.getAsJsonObject().get("id").getAsString(),
                    member.getAsJsonObject().get("name").getAsString());
        }
    }

    private String line(String beginning) throws IOException {
        String line = from.readLine();
        if (line == null || !line.startsWith(beginning)) {
            throw new IOException("emulate said: " + line);
        }
        return line.substring(beginning.length());
    }

    private JsonObject call(String token, String method, Map<String, String> with) {
        String body = with.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            JsonObject answer = JsonParser.parseString(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .getAsJsonObject();
            if (!answer.has("ok") || !answer.get("ok").getAsBoolean()) {
                throw new AssertionError(method + " " + with + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonObject look(String method, Map<String, String> with) {
        return look("xoxb-watch-" + looks++ % WATCHERS, method, with);
    }

    /** Whoever waits for something looks again and again; emulate is not asked each time. */
    private JsonObject look(String token, String method, Map<String, String> with) {
        String what = method + new java.util.TreeMap<>(with);
        long now = System.nanoTime() / 1_000_000;
        Seen before = seen.get(what);
        if (before != null && now - before.at() < LOOK_EVERY_MILLIS) {
            return before.answer();
        }
        JsonObject answer = call(token, method, with);
        seen.put(what, new Seen(answer, now));
        return answer;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String token() {
        return TOKEN;
    }

    @Override
    public String secret() {
        return "the-signing-secret-of-emulate";
    }

    @Override
    public String team() {
        return call(TOKEN, "auth.test", Map.of()).get("team_id").getAsString();
    }

    @Override
    public String bot() {
        return "U00CAFEBOT";
    }

    @Override
    public void tells(URI endpoint) {
        try {
            to.write(endpoint + "\n");
            to.flush();
            line("TOLD");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String person(String name) {
        String there = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return names.entrySet().stream()
                .filter(e -> e.getValue().equals(there))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Map<String, String> channels() {
        Map<String, String> channels = new HashMap<>();
        JsonArray all = look(
                        TOKEN, "conversations.list", Map.of("types", "public_channel,private_channel", "limit", "500"))
                .getAsJsonArray("channels");
        all.forEach(c -> channels.put(
                c.getAsJsonObject().get("name").getAsString(),
                c.getAsJsonObject().get("id").getAsString()));
        return channels;
    }

    @Override
    public Set<String> members(String channel) {
        Set<String> members = new HashSet<>();
        look("conversations.members", Map.of("channel", channel, "limit", "500"))
                .getAsJsonArray("members")
                .forEach(m -> members.add(m.getAsString()));
        return members;
    }

    @Override
    public List<JsonObject> messages(String channel) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonElement root : look(
                        TOKEN,
                        "conversations.history",
                        Map.of("channel", channel, "limit", "500", "include_all_metadata", "true"))
                .getAsJsonArray("messages")) {
            all.add(root.getAsJsonObject());
            if (root.getAsJsonObject().has("reply_count")) {
                String ts = root.getAsJsonObject().get("ts").getAsString();
                for (JsonElement reply : look(
                                TOKEN, "conversations.replies", Map.of("channel", channel, "ts", ts, "limit", "500"))
                        .getAsJsonArray("messages")) {
                    if (!reply.getAsJsonObject().get("ts").getAsString().equals(ts)) {
                        all.add(reply.getAsJsonObject());
                    }
                }
            }
        }
        all.sort(java.util.Comparator.comparing(m -> m.get("ts").getAsString()));
        return all.stream().distinct().toList();
    }

    @Override
    public String alone(String user) {
        return look("conversations.open", Map.of("users", user))
                .getAsJsonObject("channel")
                .get("id")
                .getAsString();
    }

    @Override
    public String says(String user, String channel, Optional<String> thread, String text) {
        Map<String, String> with = new HashMap<>(Map.of("channel", channel, "text", text));
        thread.ifPresent(t -> with.put("thread_ts", t));
        return call("xoxp-" + names.get(user), "chat.postMessage", with)
                .get("ts")
                .getAsString();
    }

    @Override
    public String responseUrl() {
        return "http://127.0.0.1:" + responses.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        responses.stop(0);
        node.destroy();
    }
}
