package org.tafelronde.webchat;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps other websites from acting with our people's passes, and tells browsers what our pages never do. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Guard {
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String OURS_ALONE =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final String baseUrl;

    Guard(@Property(name = "tafelronde.base-url", defaultValue = "") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @RequestFilter({"/web/**", "/rehearsals/**", "/rehearsals", "/desk/**"})
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        if (LOOKING.contains(request.getMethod())) {
            return null;
        }
        if (!isOurs(request)) {
            return Replies.no(Refused.Reason.FOREIGN_ORIGIN, request);
        }
        if (Wire.isTooLarge(request.getContentLength())) {
            return Replies.no(Refused.Reason.BODY_TOO_LARGE, request);
        }
        boolean bodyless = request.getMethod() == HttpMethod.DELETE;
        boolean json = request.getContentType()
                .filter(type -> type.matchesType("application") && type.matchesSubtype("json"))
                .isPresent();
        return bodyless || json ? null : Replies.no(Refused.Reason.BAD_JSON, request);
    }

    /** Browsers say which site a request comes from; who says nothing is no browser, and carries nobody else's pass. */
    private boolean isOurs(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        if (origin == null) {
            return true;
        }
        String host = request.getHeaders().get("Host");
        return authority(origin).equals(host)
                || (!baseUrl.isBlank() && authority(origin).equals(authority(baseUrl)));
    }

    private static String authority(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @ResponseFilter
    void after(MutableHttpResponse<?> response) {
        unlessSaid(response, "Content-Security-Policy", OURS_ALONE);
        unlessSaid(response, "X-Content-Type-Options", "nosniff");
        unlessSaid(response, "Referrer-Policy", "no-referrer");
        unlessSaid(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        unlessSaid(response, "Cross-Origin-Opener-Policy", "same-origin");
    }

    private static void unlessSaid(MutableHttpResponse<?> response, String header, String value) {
        if (!response.getHeaders().contains(header)) {
            response.header(header, value);
        }
    }
}
