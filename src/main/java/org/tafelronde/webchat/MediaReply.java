package org.tafelronde.webchat;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.tafelronde.chat.Media;

/** A picture or a file, as a browser is to show it. */
final class MediaReply {
    /** A file is shown as if it came from nowhere: a script in it would run without anything of ours in reach, and does not run. */
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; font-src data:; sandbox";

    private MediaReply() {}

    static MutableHttpResponse<byte[]> of(Media.Medium medium) {
        return HttpResponse.ok(medium.bytes())
                .contentType(MediaType.of(type(medium)))
                .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded(medium.name()))
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
