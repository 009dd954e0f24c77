package org.tafelronde.slack.install;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator set for Slack. */
@Singleton
public final class Setup {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String botToken;
    private final String signingSecret;
    private final String appToken;
    private final String clientId;
    private final String clientSecret;
    private final String apiUrl;
    private final String baseUrl;

    Setup(
            @Property(name = "slack.bot-token", defaultValue = "") String botToken,
            @Property(name = "slack.signing-secret", defaultValue = "") String signingSecret,
            @Property(name = "slack.app-token", defaultValue = "") String appToken,
            @Property(name = "slack.client-id", defaultValue = "") String clientId,
            @Property(name = "slack.client-secret", defaultValue = "") String clientSecret,
            @Property(name = "slack.api-url", defaultValue = "https://slack.com/api/") String apiUrl,
            @Property(name = "tafelronde.base-url", defaultValue = "") String baseUrl) {
        this.botToken = botToken.strip();
        this.signingSecret = signingSecret.strip();
        this.appToken = appToken.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret.strip();
        this.apiUrl = apiUrl.strip().replaceFirst("/*$", "/").replaceFirst("^(https?://[^/]+/)$", "$1api/");
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    /** Of one workspace that was installed by hand. */
    public Optional<String> botToken() {
        return said(botToken);
    }

    /** With it Slack comes in over HTTP. */
    public Optional<String> signingSecret() {
        return said(signingSecret);
    }

    /** With it we go out to Slack: Socket Mode. */
    public Optional<String> appToken() {
        return said(appToken);
    }

    /** The app, that many workspaces can install. */
    public Optional<App> app() {
        return clientId.isEmpty() || clientSecret.isEmpty()
                ? Optional.empty()
                : Optional.of(new App(clientId, clientSecret));
    }

    /** With a slash at its end. */
    public String apiUrl() {
        return apiUrl;
    }

    Optional<String> baseUrl() {
        return said(baseUrl);
    }

    /** Where people agree to an installation: beside the Web API. */
    String authorizeUrl() {
        return URI.create(apiUrl).resolve("../oauth/v2/authorize").toString();
    }

    /** Whether anything was set for Slack: then all that it takes is asked for. */
    public boolean wanted() {
        return !(botToken + signingSecret + appToken + clientId + clientSecret).isEmpty();
    }

    /** Whether it is set up and nothing is wrong with it: then Slack is on. */
    public boolean on() {
        return wanted() && problems().isEmpty();
    }

    /**
     * @throws IllegalArgumentException in one line, when something is wrong
     */
    public void check() {
        if (wanted() && !problems().isEmpty()) {
            throw new IllegalArgumentException(problems().getFirst().toString());
        }
    }

    /** What an app is called by Slack, and its secret. */
    public record App(String id, String secret) {
        @Override
        public String toString() {
            return "app " + id;
        }
    }

    /** A setting that is missing or wrong, and what to do. */
    record Problem(String setting, String what, String remedy) {
        @Override
        public String toString() {
            return setting + " " + what + "; " + remedy;
        }
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        if (botToken.startsWith("xoxe.")) {
            all.add(new Problem(
                    "SLACK_BOT_TOKEN",
                    "ends after twelve hours, as the app has token rotation",
                    "give SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead and open /slack/install"));
        } else if (botToken.matches("x(?!oxb-)[a-z]{3}-.*")) {
            all.add(new Problem(
                    "SLACK_BOT_TOKEN",
                    "is no bot's token",
                    "give the one that begins with xoxb-, from OAuth & Permissions of your app"));
        }
        if (appToken.matches("x(?!app-)[a-z]{3}-.*")) {
            all.add(new Problem(
                    "SLACK_APP_TOKEN",
                    "is no app-level token",
                    "give the one that begins with xapp-, from Basic Information of your app, with connections:write"));
        }
        if (clientId.isEmpty() != clientSecret.isEmpty()) {
            all.add(new Problem(
                    clientId.isEmpty() ? "SLACK_CLIENT_ID" : "SLACK_CLIENT_SECRET",
                    "is not set, and the other of the two is",
                    "give both, from Basic Information of your app, or neither"));
        }
        if (botToken.isEmpty() && clientId.isEmpty() && clientSecret.isEmpty()) {
            all.add(
                    new Problem(
                            "SLACK_BOT_TOKEN",
                            "is not set",
                            "give the bot's token, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET to let workspaces install the bot"));
        }
        if (signingSecret.isEmpty() && appToken.isEmpty()) {
            all.add(
                    new Problem(
                            "SLACK_SIGNING_SECRET",
                            "is not set",
                            "give it (HTTP), or give SLACK_APP_TOKEN (Socket Mode); both are in Basic Information of your app"));
        }
        if (!isSafe(apiUrl)) {
            all.add(new Problem(
                    "SLACK_API_URL",
                    "is no https address",
                    "leave it out: it is for tests, and plain http is taken on this machine alone"));
        }
        return List.copyOf(all);
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            boolean here = host != null && HERE.contains(host);
            return host != null && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> said(String setting) {
        return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
    }
}
