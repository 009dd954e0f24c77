package org.tafelronde.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack brings everything: events, commands, buttons, forms. The body is taken as it came, for it is signed as it came. Without a
 * secret to sign with there is no such address.
 */
@Controller("/slack")
@Requires(bean = App.class)
@Requires(property = "slack.signing-secret", pattern = "(?s).*\\S.*")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SlackController {
    private static final Logger LOG = LoggerFactory.getLogger(SlackController.class);

    private final App app;
    private final SlackRequestParser parser;

    SlackController(App app) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
    }

    @Post("/events")
    @Consumes(MediaType.ALL)
    HttpResponse<String> events(HttpRequest<?> http, @Nullable @Body byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        http.getHeaders().forEach((name, values) -> headers.put(name, values));
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(http.getPath())
                    .queryString(Map.of())
                    .requestBody(body == null ? "" : new String(body, StandardCharsets.UTF_8))
                    .headers(new RequestHeaders(headers))
                    .remoteAddress(http.getRemoteAddress().getHostString())
                    .build());
            return request == null ? HttpResponse.badRequest() : answer(app.run(request));
        } catch (Exception e) {
            // Slack brings it again.
            LOG.warn("what Slack brought could not be heard now", e);
            return HttpResponse.serverError();
        }
    }

    private static HttpResponse<String> answer(Response response) {
        MutableHttpResponse<String> answer = HttpResponse.status(HttpStatus.valueOf(response.getStatusCode()));
        Optional.ofNullable(response.getHeaders())
                .ifPresent(all -> all.forEach((name, values) -> values.forEach(v -> answer.header(name, v))));
        Optional.ofNullable(response.getContentType()).ifPresent(answer::contentType);
        return answer.body(Optional.ofNullable(response.getBody()).orElse(""));
    }
}
