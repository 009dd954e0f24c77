package org.tafelronde.webchat;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in JSON, the refusals too. */
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    record ErrorView(String error) {}

    static MutableHttpResponse<String> json(MutableHttpResponse<?> response, Object view) {
        return response.<String>body(Wire.write(view))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store");
    }

    static MutableHttpResponse<String> to(Throwable e, HttpRequest<?> request) {
        if (e instanceof Refused refused) {
            return no(refused.reason(), request);
        }
        if (e instanceof ConversionErrorException) {
            return no(Refused.Reason.BAD_JSON, request);
        }
        if (e instanceof ContentLengthExceededException) {
            return no(Refused.Reason.BODY_TOO_LARGE, request);
        }
        if (e instanceof HttpStatusException http && http.getStatus() == HttpStatus.NOT_FOUND) {
            return no(Refused.Reason.NO_SUCH_PAGE, request);
        }
        if (e instanceof HttpStatusException http) {
            return json(HttpResponse.status(http.getStatus()), new ErrorView(String.valueOf(http.getMessage())));
        }
        // The path may name a place, never what was said.
        LOG.error("{} {} failed", request.getMethodName(), request.getPath(), e);
        return json(
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "2"),
                new ErrorView(Lines.broken(request)));
    }

    static MutableHttpResponse<String> no(Refused.Reason reason, HttpRequest<?> request) {
        return json(HttpResponse.status(Lines.status(reason)), new ErrorView(Lines.of(reason, request)));
    }
}
