package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.UnknownOutcome;

/** Where Teams brings everything. Who is refused is told nothing but that. */
@Controller("/api/messages")
@Requires(bean = Ears.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TeamsController {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsController.class);
    private static final int MOST_BYTES = 256 * 1024;

    private final Gate gate;
    private final Ears ears;
    private final Refusals refusals;

    TeamsController(Gate gate, Ears ears, Refusals refusals) {
        this.gate = gate;
        this.ears = ears;
        this.refusals = refusals;
    }

    /** Teams looks whether somebody is there. */
    @Head
    HttpResponse<String> isThere() {
        return HttpResponse.ok();
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> messages(HttpRequest<?> http, @Nullable @Body byte[] body) {
        try {
            return heard(http, body == null ? new byte[0] : body);
        } catch (UnknownOutcome | TeamsAsksPatience e) {
            LOG.warn("who speaks cannot be known now: {}", e.getMessage());
            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
        } catch (RuntimeException e) {
            LOG.warn("what Teams brought could not be heard now", e);
            return HttpResponse.serverError();
        }
    }

    private HttpResponse<byte[]> heard(HttpRequest<?> http, byte[] body) {
        InetAddress from = http.getRemoteAddress().getAddress();
        return switch (gate.caller(http.getHeaders().get("Authorization"), from != null && from.isLoopbackAddress())) {
            case Gate.Stranger stranger -> refused(stranger.why(), HttpStatus.UNAUTHORIZED);
            case Gate.Caller caller -> heard(caller, body);
        };
    }

    private HttpResponse<byte[]> heard(Gate.Caller caller, byte[] body) {
        if (body.length > MOST_BYTES) {
            return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
        }
        Optional<JsonNode> activity = Json.read(body).filter(JsonNode::isObject);
        if (activity.isEmpty()) {
            return HttpResponse.badRequest();
        }
        Optional<Refusal> objection = gate.objection(caller, activity.get());
        if (objection.isPresent()) {
            return refused(objection.get(), HttpStatus.FORBIDDEN);
        }
        MutableHttpResponse<byte[]> ok = HttpResponse.ok();
        return ears.hear(activity.get())
                .<HttpResponse<byte[]>>map(
                        answer -> ok.body(Json.bytes(answer)).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElse(ok);
    }

    private HttpResponse<byte[]> refused(Refusal why, HttpStatus status) {
        refusals.count(why);
        return HttpResponse.status(status);
    }
}
