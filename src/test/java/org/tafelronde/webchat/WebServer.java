package org.tafelronde.webchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Media;
import org.tafelronde.flow.Drawings;

/** The web chat behind a real port, with a door and a board of the test's own. */
final class WebServer implements AutoCloseable {
    static final String SECRET = "a secret for tests only";
    private static final JsonMapper JSON = new JsonMapper();

    private final ApplicationContext context;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    WebServer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "tafelronde.secret",
                SECRET,
                "tafelronde.tests.webchat",
                "true",
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.server.port",
                "-1"));
        all.putAll(settings);
        context = ApplicationContext.run(all, "test");
        port = context.getBean(EmbeddedServer.class).start().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Somebody with a browser, and no pass yet. */
    Browser browser() {
        return new Browser();
    }

    @Override
    public void close() {
        context.close();
    }

    @Factory
    @Requires(property = "tafelronde.tests.webchat")
    static class Beans {
        @Singleton
        @Primary
        @Bean(typed = {FakeDoor.class, org.tafelronde.chat.Door.class})
        FakeDoor door() {
            return new FakeDoor();
        }

        @Singleton
        @Primary
        Board board() {
            return new MemoryBoard();
        }

        @Singleton
        @Primary
        @Requires(property = "tafelronde.tests.webchat")
        @Replaces(InstantSource.class)
        InstantSource clock() {
            return new SteppingClock();
        }

        @Singleton
        @Primary
        CommandMenu menu() {
            return language -> List.of(new CommandMenu.Entry("extend", "extend MIN [TABLE]", "in " + language));
        }

        @Singleton
        @Primary
        @Replaces(Drawings.class)
        @Bean(typed = Media.class)
        Media media() {
            return medium -> medium.startsWith("s/")
                    ? Optional.of(
                            new Media.Medium("café 1.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        }
    }

    /** Goes on by a second whenever it is looked at: nobody waits, and nobody is too fast. */
    private static final class SteppingClock implements InstantSource {
        private Instant now = Instant.parse("2026-11-24T13:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }

    record Reply(int status, String body, Map<String, List<String>> headers) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        String error() {
            return json().path("error").asText();
        }
    }

    final class Browser {
        private final Map<String, String> cookies = new HashMap<>();
        private final Map<String, String> headers = new HashMap<>(Map.of("Accept-Language", "en"));

        Browser with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        Browser withCookie(String name, String value) {
            cookies.put(name, value);
            return this;
        }

        String cookie(String name) {
            return cookies.getOrDefault(name, "");
        }

        Reply get(String path) {
            return ask("GET", path, null);
        }

        Reply post(String path, Object body) {
            return ask("POST", path, Wire.write(body));
        }

        Reply put(String path, Object body) {
            return ask("PUT", path, Wire.write(body));
        }

        Reply delete(String path) {
            return ask("DELETE", path, null);
        }

        Reply ask(String method, String path, @org.jspecify.annotations.Nullable String body) {
            HttpRequest.Builder request = request(path)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            try {
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                response.headers().allValues("Set-Cookie").forEach(this::keep);
                return new Reply(
                        response.statusCode(),
                        response.body(),
                        response.headers().map());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
            headers.forEach(request::header);
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            if (!pairs.isEmpty()) {
                request.header("Cookie", String.join("; ", pairs));
            }
            return request;
        }

        private void keep(String setCookie) {
            String pair = setCookie.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        /** Comes in from this machine, and so may begin. */
        Browser named(String name) {
            Reply reply = post("/web/pass", Map.of("name", name, "language", "nl"));
            if (reply.status() != 200) {
                throw new IllegalStateException(reply.body());
            }
            return this;
        }

        JsonNode me() {
            return get("/web/me").json();
        }

        String direct() {
            return me().path("places").get(0).path("id").asText();
        }

        /** What the server tells from now on, or from a cursor. */
        Live live(String query) {
            HttpRequest request = request("/web/events" + query)
                    .header("Accept", "text/event-stream")
                    .build();
            try {
                return new Live(client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Told(String id, String name, JsonNode data) {}

    /** Listens to events. */
    static final class Live implements AutoCloseable {
        private final InputStream stream;
        private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

        Live(InputStream stream) {
            this.stream = stream;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var reader =
                    new java.io.BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
                Map<String, String> fields = new HashMap<>();
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    int colon = line.indexOf(':');
                    if (line.isEmpty() && !fields.isEmpty()) {
                        told.add(new Told(
                                fields.getOrDefault("id", ""),
                                fields.getOrDefault("event", ""),
                                JSON.readTree(fields.getOrDefault("data", ""))));
                        fields.clear();
                    } else if (colon > 0) {
                        fields.merge(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip(),
                                String::concat);
                    }
                }
            } catch (IOException e) {
                // Closed, by us or by the server.
                told.add(new Told("", "closed", JSON.createObjectNode()));
            }
        }

        /** The next event that is no greeting. */
        Told next() throws InterruptedException {
            Told next = any();
            while (next.name().equals("hello")) {
                next = any();
            }
            return next;
        }

        Told any() throws InterruptedException {
            Told next = told.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was told");
            }
            return next;
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** A request as it is, for what a well-bred client does not send. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
