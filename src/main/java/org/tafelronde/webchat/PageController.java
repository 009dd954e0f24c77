package org.tafelronde.webchat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The page itself, the facilitator's link to it, and what there is to read about it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final Passes passes;

    PageController(Passes passes) {
        this.passes = passes;
    }

    @Get("/")
    HttpResponse<?> page(HttpRequest<?> request) throws IOException {
        return file("index.html", request);
    }

    @Get("/join/{token}")
    HttpResponse<?> join(HttpRequest<?> request, String token) throws IOException {
        return file("index.html", request);
    }

    /** What is kept of people and who sees it; shops of apps ask for such a page. */
    @Get("/privacy")
    HttpResponse<?> privacy(HttpRequest<?> request) throws IOException {
        return file("privacy.html", request);
    }

    @Get("/terms")
    HttpResponse<?> terms(HttpRequest<?> request) throws IOException {
        return file("terms.html", request);
    }

    @Get("/web/assets/{+path}")
    HttpResponse<?> asset(HttpRequest<?> request, String path) throws IOException {
        return file("assets/" + path, request);
    }

    /** Whoever has the link may begin cafés with this browser from now on. */
    @Get("/enter/{key}")
    HttpResponse<?> enter(HttpRequest<?> request, String key) {
        if (!passes.isFacilitatorKey(key)) {
            return Replies.no(Refused.Reason.NO_SUCH_INVITATION, request);
        }
        return HttpResponse.seeOther(URI.create("/")).cookie(passes.facilitator(request));
    }

    private static HttpResponse<?> file(String path, HttpRequest<?> request) throws IOException {
        Optional<byte[]> bytes = bytes(path);
        if (bytes.isEmpty()) {
            return Replies.no(Refused.Reason.NO_SUCH_FILE, request);
        }
        String tag = tag(bytes.get());
        boolean known = tag.equals(request.getHeaders().get("If-None-Match"));
        MutableHttpResponse<?> response = known
                ? HttpResponse.notModified()
                : HttpResponse.ok(bytes.get())
                        .contentType(MediaType.of(TYPES.get(path.substring(path.lastIndexOf('.') + 1))));
        return response.header("ETag", tag).header("Cache-Control", "no-cache");
    }

    private static Optional<byte[]> bytes(String path) throws IOException {
        boolean ours = path.matches("[a-zA-Z0-9/_.-]+")
                && !path.contains("..")
                && TYPES.containsKey(path.substring(path.lastIndexOf('.') + 1));
        if (!ours) {
            return Optional.empty();
        }
        try (InputStream in = PageController.class.getResourceAsStream("/web/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static String tag(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "-" + bytes.length + "\"";
    }
}
