package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tafelronde.chat.Media;

/** Pictures and files, for who is in a place where a message speaks of them. */
@Controller("/web/media")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaController {
    /** A file is shown as if it came from nowhere: a script in it would run without anything of ours in reach, and does not run. */
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:; sandbox";

    private final WebChat web;
    private final Passes passes;
    private final Provider<Media> media;

    MediaController(WebChat web, Passes passes, Provider<Media> media) {
        this.web = web;
        this.passes = passes;
        this.media = media;
    }

    @Get("/{+id}")
    HttpResponse<byte[]> medium(HttpRequest<?> request, String id) {
        WebPerson person = passes.who(request).orElseThrow(() -> new Refused(Refused.Reason.NO_PASS));
        if (!web.maySee(person.person(), id)) {
            throw new Refused(Refused.Reason.NO_SUCH_FILE);
        }
        Media.Medium medium = media.get().find(id).orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_FILE));
        return HttpResponse.ok(medium.bytes())
                .contentType(MediaType.of(type(medium)))
                .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded(medium.name()))
                .header("Cache-Control", "private, no-cache")
                // Browsers show no PDF inside a sandbox; their viewer is one of its own.
                .header(
                        "Content-Security-Policy",
                        medium.type().equals("application/pdf")
                                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
                                : ALONE);
    }

    /** All texts of ours are UTF-8; a browser that is not told guesses. */
    private static String type(Media.Medium medium) {
        boolean text = medium.type().startsWith("text/") || medium.type().equals("application/json");
        return text && !medium.type().contains("charset") ? medium.type() + "; charset=utf-8" : medium.type();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
