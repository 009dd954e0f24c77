package org.tafelronde.slack;

import java.net.URI;
import java.util.Set;

/**
 * How to reach Slack.
 *
 * @param signingSecret proves that it is Slack who speaks to us; empty: nobody can over HTTP
 * @param url of the Web API
 */
record SlackSettings(String botToken, String signingSecret, String url) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    SlackSettings {
        URI uri = URI.create(url);
        boolean encrypted = "https".equals(uri.getScheme());
        boolean near = "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        if (!encrypted && !near) {
            throw new IllegalArgumentException(
                    "SLACK_API_URL begins with https://; http:// is for this machine alone (http://localhost/...)");
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        url = (path.isEmpty() || path.equals("/") ? url.replaceFirst("/$", "") + "/api" : url).replaceFirst("/?$", "/");
    }

    @Override
    public String toString() {
        return "Slack at " + url;
    }
}
