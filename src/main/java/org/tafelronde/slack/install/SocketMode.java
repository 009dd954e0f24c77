package org.tafelronde.slack.install;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: we go out to Slack and keep a line open, on which it brings what it would otherwise bring over HTTP, to the same handlers.
 * The line is looked after every few seconds, and made anew when it is broken.
 */
@Singleton
@Requires(property = "slack.app-token", pattern = "\\S+")
@Requires(bean = App.class)
final class SocketMode implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);
    private static final long LOOK_EVERY_SECONDS = 5;
    /** After a definite no it is asked once a minute: an administrator may mend it meanwhile. */
    private static final int LOOKS_AFTER_NO = 12;

    private static final long GREETED_SECONDS = 5;
    private static final int AT_ONCE = 10;

    private final Setup setup;
    private final SlackWeb web;
    private final App app;
    private final SocketModeRequestParser parser;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("socket-mode-watch").factory());
    private @Nullable SocketModeClient client;
    private int pause;
    private String told = "";

    SocketMode(Setup setup, SlackWeb web, App app) {
        this.setup = setup;
        this.web = web;
        this.app = app;
        this.parser = new SocketModeRequestParser(app.config());
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Is the line there? Otherwise it is made. */
    synchronized void look() {
        try {
            if (client != null && client.verifyConnection()) {
                tell("");
            } else if (pause > 0) {
                pause--;
            } else {
                open();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | IOException | URISyntaxException e) {
            tell("Socket Mode: the line to Slack cannot be made (" + e.getMessage() + "); it is tried again");
        }
    }

    private void open() throws IOException, URISyntaxException, InterruptedException {
        switch (web.ask(setup.appToken().orElse(""), c -> c.appsConnectionsOpen(r -> r))) {
            case SlackWeb.Said.Yes<AppsConnectionsOpenResponse> yes ->
                connect(yes.answer().getUrl());
            case SlackWeb.Said.No<AppsConnectionsOpenResponse> no -> {
                pause = LOOKS_AFTER_NO;
                tell("Socket Mode: Slack says no (" + no.code() + "); " + remedy(no.code()));
            }
            case SlackWeb.Said.Silence<AppsConnectionsOpenResponse> silence ->
                tell("Socket Mode: Slack does not answer (" + silence.why() + "); it is tried again");
        }
    }

    /** What an administrator can do about a no to the app-level token. */
    static String remedy(String code) {
        return switch (code) {
            case "missing_scope", "no_permission", "not_allowed_token_type" ->
                "SLACK_APP_TOKEN is an app-level token with the scope connections:write, from Basic Information of your app";
            case "invalid_auth", "not_authed", "token_revoked", "account_inactive" ->
                "SLACK_APP_TOKEN is not valid (any more); make a new one under Basic Information of your app";
            default -> "see whether Socket Mode is on in your app";
        };
    }

    private void connect(String url) throws IOException, URISyntaxException, InterruptedException {
        hangUp();
        SocketModeClient fresh = new SocketModeClientJavaWSImpl(
                web.slack(),
                setup.appToken().orElse(""),
                url,
                AT_ONCE,
                new ConcurrentLinkedMessageQueue(),
                // We look after the line ourselves.
                false,
                false,
                0);
        CountDownLatch greeted = new CountDownLatch(1);
        fresh.addWebSocketMessageListener(message -> {
            // The first thing that Slack says on a line is "hello".
            greeted.countDown();
            hear(fresh, message);
        });
        fresh.connect();
        client = fresh;
        if (greeted.await(GREETED_SECONDS, TimeUnit.SECONDS)) {
            tell("");
        } else {
            tell("Socket Mode: Slack takes no line from here; it is tried again");
        }
    }

    /** Without our answer Slack brings it again. */
    private void hear(SocketModeClient line, String message) {
        try {
            SocketModeRequest request = parser.parse(message);
            if (request == null) {
                return;
            }
            Response answer = app.run(request.getBoltRequest());
            if (answer.getStatusCode() == 200) {
                line.sendSocketModeResponse(answered(request.getEnvelope().getEnvelopeId(), answer));
            } else {
                LOG.warn("what Slack brought was not heard: {}", answer.getStatusCode());
            }
        } catch (Exception e) {
            LOG.warn("what Slack brought could not be heard now", e);
        }
    }

    private static String answered(String envelope, Response answer) {
        JsonObject said = new JsonObject();
        said.addProperty("envelope_id", envelope);
        Optional.ofNullable(answer.getBody())
                .filter(body -> !body.isBlank())
                .ifPresent(body -> said.add("payload", payload(body, answer.getContentType())));
        return said.toString();
    }

    private static JsonElement payload(String body, @Nullable String type) {
        if (type != null && type.startsWith("application/json")) {
            return JsonParser.parseString(body);
        }
        JsonObject text = new JsonObject();
        text.addProperty("text", body);
        return text;
    }

    private void tell(String line) {
        if (told.equals(line)) {
            return;
        }
        if (line.isEmpty()) {
            LOG.info("Socket Mode: Slack is there again");
        } else {
            LOG.error("{}", line);
        }
        told = line;
    }

    private void hangUp() throws IOException {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    @PreDestroy
    void stop() throws IOException {
        watch.shutdownNow();
        synchronized (this) {
            hangUp();
        }
    }
}
