package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Provider;
import org.tafelronde.chat.Media;

/** Pictures and files, for who is in a place where a message speaks of them. */
@Controller("/web/media")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MediaController {
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
        return MediaReply.of(medium).header("Cache-Control", "private, no-cache");
    }
}
