package org.tafelronde.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.tafelronde.chat.UnknownOutcome;

/**
 * One call to Slack, and how it ended: a good answer, a definite no ({@link SlackSaysNo}), "not now" ({@link SlackAsksPatience}), or nobody
 * knows ({@link UnknownOutcome}: a broken line, a time-out, a 5xx never mean that nothing happened).
 */
final class Line implements AutoCloseable {
    private static final Duration WITHOUT_RETRY_AFTER = Duration.ofSeconds(30);

    /** Slack's words for a trouble of its own: perhaps it was done. */
    private static final Set<String> ITS_OWN_TROUBLE =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    private static final Set<String> TOO_MANY = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    private final Slack slack;
    private final Pace pace;

    /** What is asked. */
    interface Ask<T> {
        T of(MethodsClient client) throws IOException, SlackApiException;
    }

    /**
     * @param url of the Web API, with a slash at its end
     * @param patience for one call
     */
    Line(String url, Duration patience, Pace pace) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(url);
        config.setHttpClientCallTimeoutMillis((int) patience.toMillis());
        config.setHttpClientReadTimeoutMillis((int) patience.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) patience.toMillis());
        config.setTokenExistenceVerificationEnabled(false);
        config.setStatsEnabled(false);
        // Its client says everything twice when a line breaks: whether to say it again is the Courier's to decide.
        this.slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .build()));
        this.pace = pace;
    }

    Slack slack() {
        return slack;
    }

    Pace pace() {
        return pace;
    }

    <T extends SlackApiTextResponse> T ask(Workspace in, String method, Ask<T> what) {
        return ask(in, method, "", what);
    }

    /** A good answer, or one of the three other endings. */
    <T extends SlackApiTextResponse> T ask(Workspace in, String method, String channel, Ask<T> what) {
        T answer = answer(in, method, channel, what);
        if (!answer.isOk()) {
            throw SlackSaysNo.of(method, word(answer));
        }
        return answer;
    }

    /** The answer, when there is a definite one: it may be no. */
    <T extends SlackApiTextResponse> T answer(Workspace in, String method, String channel, Ask<T> what) {
        Duration asked = pace.asked(in.team(), method);
        if (!asked.isZero()) {
            throw new SlackAsksPatience(method, asked);
        }
        pace.used(in.team(), method, channel);
        T answer = tried(in, method, what);
        String word = answer.isOk() ? "" : word(answer);
        if (TOO_MANY.contains(word)) {
            throw patience(in, method, WITHOUT_RETRY_AFTER);
        }
        if (ITS_OWN_TROUBLE.contains(word)) {
            throw new UnknownOutcome("Slack has trouble: " + word + " (" + method + ")", new IOException(word));
        }
        return answer;
    }

    private <T extends SlackApiTextResponse> T tried(Workspace in, String method, Ask<T> what) {
        try {
            return what.of(slack.methods(in.token()));
        } catch (IOException e) {
            throw new UnknownOutcome("the line to Slack broke (" + method + ")", e);
        } catch (JsonParseException e) {
            throw new UnknownOutcome("what Slack answered cannot be read (" + method + ")", e);
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            if (status == 429) {
                throw patience(in, method, retryAfter(e.getResponse()));
            }
            if (status >= 500 || status == 408) {
                throw new UnknownOutcome("Slack has trouble: HTTP " + status + " (" + method + ")", e);
            }
            throw SlackSaysNo.of(method, "http_" + status);
        }
    }

    private SlackAsksPatience patience(Workspace in, String method, Duration after) {
        pace.asks(in.team(), method, after);
        return new SlackAsksPatience(method, after);
    }

    private static Duration retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(s -> s.matches("\\d{1,6}"))
                .map(s -> Duration.ofSeconds(Math.max(1, Long.parseLong(s))))
                .orElse(WITHOUT_RETRY_AFTER);
    }

    private static String word(SlackApiTextResponse answer) {
        return Optional.ofNullable(answer.getError()).orElse("unknown_error");
    }

    /** Brings a file to the address that Slack gave for it. */
    void upload(String url, String type, byte[] bytes) {
        say(url, type, bytes, "a file could not be brought to Slack");
    }

    /** Answers at a response_url. */
    void respond(String url, String json) {
        say(
                url,
                "application/json; charset=utf-8",
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "no answer");
    }

    private void say(String url, String type, byte[] bytes, String problem) {
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(bytes, MediaType.parse(type)))
                .build();
        try (Response response =
                slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new UnknownOutcome(
                        problem + ": HTTP " + response.code(), new IOException("HTTP " + response.code()));
            }
        } catch (IOException e) {
            throw new UnknownOutcome(problem, e);
        }
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("the line to Slack does not close", e);
        }
    }
}
