package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;

/**
 * Whatever goes wrong for somebody's browser is said in one line of their language. Exceptions alone are heard here, an address where nothing
 * is among them: a handler of the status 404 would handle again what a controller has answered with it, and while the request's body is still on
 * its way Micronaut then goes round until the memory is full (micronaut-core 12940).
 */
@Controller
final class ErrorController {

    @Error(global = true, exception = Throwable.class)
    HttpResponse<String> failed(HttpRequest<?> request, Throwable e) {
        return Replies.to(e, request);
    }

    @Error(global = true, exception = JsonSyntaxException.class)
    HttpResponse<String> notJson(HttpRequest<?> request, JsonSyntaxException e) {
        return Replies.no(Refused.Reason.BAD_JSON, request);
    }

    @Error(global = true, exception = UnsatisfiedRouteException.class)
    HttpResponse<String> incomplete(HttpRequest<?> request, UnsatisfiedRouteException e) {
        return Replies.no(Refused.Reason.BAD_VALUES, request);
    }
}
