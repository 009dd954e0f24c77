package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/**
 * Microsoft's Agents Playground: a Teams that others wrote, with one team, one person at its page, and five more. It has no Graph and gives
 * no tokens: what stands in for both here knows nothing but "here is one" and "nobody consented to that".
 *
 * <p>Whoever writes over its API is the person at its page, whatever {@code from} says: it makes the activity of everything that a client
 * wrote from its "current user". A press on a card is of whom it says; so is an activity that is handed in whole, which is how the others
 * write here.
 */
final class Playground implements AutoCloseable {
    static final String TENANT = "00000000-0000-0000-0000-0000000000001";
    static final String BOT = "00000000-0000-0000-0000-00000000000011";
    static final String GENERAL = "team-id";
    /** Who sits at its page. */
    static final String ALEX = "user-id-0";

    /** By itself it would ask for another version first, and the playground hangs up on who does. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpServer microsoft;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private Optional<Process> node = Optional.empty();
    private String url = "";

    /**
     * A message as its page is told of it.
     *
     * @param conversation in which it can be answered
     */
    record Seen(String conversation, String id, JsonNode message) {
        SeenCard card() {
            return SeenCard.of(message);
        }

        Optional<JsonNode> button(String action) {
            return card().buttons().stream()
                    .map(b -> b.path("data"))
                    .filter(d -> (d.path(Cards.OURS).path("action").asText() + " ").contains(action + " "))
                    .findFirst();
        }
    }

    Playground() {
        try {
            microsoft = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        microsoft.createContext("/token", exchange -> {
            byte[] token = "{\"access_token\":\"any\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        microsoft.createContext("/graph", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        microsoft.start();
    }

    /** Of a bot in it. */
    Map<String, Object> settings() {
        String there = "http://127.0.0.1:" + microsoft.getAddress().getPort();
        return Map.of(
                "teams.app-id",
                BOT,
                "teams.app-secret",
                "any",
                "teams.tenant-id",
                TENANT,
                "teams.token-url",
                there + "/token",
                "teams.graph-url",
                there + "/graph");
    }

    /**
     * It starts, and brings everything to this bot.
     *
     * @param folder for its log
     */
    void tells(URI endpoint, Path playground, Path folder) {
        int port = freePort();
        ProcessBuilder start = new ProcessBuilder(
                        "node",
                        playground.resolve("cli.js").toAbsolutePath().toString(),
                        "start",
                        "-e",
                        endpoint.toString(),
                        "-c",
                        "msteams",
                        "-p",
                        "" + port,
                        "--disable-telemetry")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        start.environment().put("TEAMSAPPTESTER_BROWSER", "none");
        start.environment()
                .put("TEAMSAPPTESTER_LOGFILE", folder.resolve("playground.log").toString());
        try {
            Process process = start.start();
            node = Optional.of(process);
            // However this program ends, it takes its child along.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            listensOn(process.inputReader(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = "http://localhost:" + port;
        http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://localhost:" + port + "/_ws_conversation/v1/conversations/stream"),
                        new Listener())
                .join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listensOn(BufferedReader out, int port) throws IOException {
        String line = out.readLine();
        while (line != null && !line.contains("Listening on " + port)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the playground ended before it listened");
        }
        // Whoever does not read what it says lets it stand still.
        Thread.ofVirtual().start(() -> out.lines().forEach(l -> {}));
    }

    String url() {
        return url;
    }

    /** All that came since the start, newest words in the place of older ones. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Everybody in its team, without whoever sits at its page. */
    List<JsonNode> others() {
        JsonNode team = asks("GET", "/_connector/v3/conversations/" + GENERAL + "/pagedmembers", Optional.empty());
        return StreamSupport.stream(team.path("members").spliterator(), false)
                .filter(m -> !m.path("id").asText().equals(ALEX))
                .toList();
    }

    /** Alex mentions the bot. */
    void mentions(String conversation, String words) {
        String mention = "<at>Test Bot</at>";
        ObjectNode message = Json.object().put("textFormat", "plain").put("text", mention + " " + words);
        message.putObject("from").put("id", ALEX);
        ObjectNode whom = message.putArray("mentions").addObject().put("text", mention);
        whom.putObject("mentioned").put("id", BOT);
        asks("POST", "/_conversation/v1/conversations/" + Line.step(conversation) + "/messages", Optional.of(message));
    }

    /** Somebody writes, and mentions nobody. */
    void writes(JsonNode person, String conversation, String words) {
        ObjectNode activity = (ObjectNode) asks(
                "GET",
                "/_internal/v1/customActivities/template?conversationId=" + Line.step(conversation),
                Optional.empty());
        activity.put("type", "message").put("text", words).set("from", person);
        activity.putObject("channelData").putObject("tenant").put("id", TENANT);
        ((ObjectNode) activity.path("channelData")).putObject("team").put("id", GENERAL);
        asks("POST", "/_internal/v1/customActivities", Optional.of(activity));
    }

    /** Somebody presses a button, or sends a card in. */
    JsonNode presses(JsonNode person, Seen on, JsonNode data) {
        ObjectNode press = Json.object().put("name", "adaptiveCard/action").put("replyToId", on.id());
        press.putObject("from").put("id", person.path("id").asText());
        press.putObject("conversation").put("id", on.conversation());
        ObjectNode action = press.putObject("value").put("trigger", "manual").putObject("action");
        action.put("type", "Action.Execute").put("verb", Cards.VERB).set("data", data);
        return asks("POST", "/_conversation/v1/invoke", Optional.of(press));
    }

    private JsonNode asks(String method, String path, Optional<JsonNode> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(b -> HttpRequest.BodyPublishers.ofByteArray(Json.bytes(b)))
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": HTTP " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return Json.read(response.body()).orElseGet(Json::object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void told(JsonNode what) {
        JsonNode message = what.path("message");
        if (message.isMissingNode()) {
            return;
        }
        String conversation = Json.text(message.path("postConversationId"))
                .orElseGet(() -> what.path("actionConversationId").asText());
        String id = message.path("messageId").asText();
        Optional<Seen> before = seen.stream().filter(s -> s.id().equals(id)).findFirst();
        before.ifPresentOrElse(
                s -> seen.set(seen.indexOf(s), new Seen(s.conversation(), id, message)),
                () -> seen.add(new Seen(conversation, id, message)));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                Json.read(part.toString().getBytes(StandardCharsets.UTF_8)).ifPresent(Playground.this::told);
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage("");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        microsoft.stop(0);
        node.ifPresent(Process::destroyForcibly);
    }
}
