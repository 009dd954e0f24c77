package org.tafelronde.webchat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Provider;
import org.tafelronde.chat.Media;

/** Pictures and files for people on other platforms, who have no pass: by an address that this server signed. */
@Controller(SignedLinks.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LinkedMediaController {
    private final SignedLinks links;
    private final Provider<Media> media;

    LinkedMediaController(SignedLinks links, Provider<Media> media) {
        this.links = links;
        this.media = media;
    }

    @Get("/{signature}/{+id}")
    HttpResponse<byte[]> medium(String signature, String id) {
        if (!links.isSigned(signature, id)) {
            throw new Refused(Refused.Reason.NO_SUCH_FILE);
        }
        Media.Medium medium = media.get().find(id).orElseThrow(() -> new Refused(Refused.Reason.NO_SUCH_FILE));
        // What is deleted here is not to lie on in anybody's store, nor to be found by those who were not told.
        return MediaReply.of(medium)
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex");
    }
}
