package org.tafelronde.slack.install;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiErrorResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Slack's Web API, for the few questions that an installation takes. Nothing is asked twice here. */
@Singleton
final class SlackWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Slack slack;

    SlackWeb(Setup setup) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(setup.apiUrl());
        config.setHttpClientCallTimeoutMillis((int) PATIENCE.toMillis());
        config.setTokenExistenceVerificationEnabled(false);
        config.setStatsEnabled(false);
        // Its client says everything twice when a line breaks, and a code or a refresh token is good for once.
        this.slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .retryOnConnectionFailure(false)
                        .build()));
    }

    Slack slack() {
        return slack;
    }

    /** What is asked. */
    interface Question<T> {
        T of(MethodsClient client) throws IOException, SlackApiException;
    }

    /** How it ended. */
    sealed interface Said<T> {
        record Yes<T>(T answer) implements Said<T> {}

        /**
         * @param code Slack's own word: {@code invalid_auth}
         */
        record No<T>(String code) implements Said<T> {}

        /** Nobody knows. */
        record Silence<T>(String why) implements Said<T> {}
    }

    <T extends SlackApiTextResponse> Said<T> ask(String token, Question<T> question) {
        try {
            T answer = question.of(token.isEmpty() ? slack.methods() : slack.methods(token));
            return answer.isOk()
                    ? new Said.Yes<>(answer)
                    : new Said.No<>(Optional.ofNullable(answer.getError()).orElse("unknown_error"));
        } catch (IOException e) {
            return new Said.Silence<>(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (JsonParseException e) {
            return new Said.Silence<>("what it answers cannot be read");
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            boolean definite = status >= 400 && status < 500 && status != 408 && status != 429;
            return definite ? new Said.No<>(code(e, status)) : new Said.Silence<>("HTTP " + status);
        }
    }

    private static String code(SlackApiException e, int status) {
        return Optional.ofNullable(e.getError())
                .map(SlackApiErrorResponse::getError)
                .orElse("http_" + status);
    }

    /** What the token may do: Slack says so with every answer. */
    static Set<String> scopes(SlackApiTextResponse answer) {
        Map<String, List<String>> headers =
                Optional.ofNullable(answer.getHttpResponseHeaders()).orElse(Map.of());
        return headers.entrySet().stream()
                .filter(h -> "x-oauth-scopes".equalsIgnoreCase(h.getKey()))
                .flatMap(h -> h.getValue().stream())
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toSet());
    }

    @PreDestroy
    void close() throws Exception {
        slack.close();
    }
}
