package org.tafelronde.webchat;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.tafelronde.secret.Seal;

/** Who is asking: a signed cookie is a pass, another one says that its browser may begin cafés. */
@Singleton
public final class Passes {
    private static final String PASS = "tafelronde_pass";
    private static final String FACILITATOR = "tafelronde_facilitator";
    private static final String PURPOSE_PASS = "pass";
    private static final String PURPOSE_LINK = "facilitator's link";
    private static final String PURPOSE_FACILITATOR = "facilitator's browser";
    private static final String MAY_BEGIN = "may begin";
    private static final Duration KEPT = Duration.ofDays(90);

    private final WebChat web;
    private final Seal seal;
    private final String baseUrl;
    private final boolean onLoopback;

    /**
     * @param host what the server listens on
     * @param baseUrl under which address people find this server, when that is not its own
     */
    Passes(
            WebChat web,
            Seal seal,
            @Property(name = "micronaut.server.host", defaultValue = "") String host,
            @Property(name = "tafelronde.base-url", defaultValue = "") String baseUrl) {
        this.web = web;
        this.seal = seal;
        this.baseUrl = baseUrl;
        // Behind an address of its own there is a proxy, and everybody comes from this machine.
        this.onLoopback = isLoopback(host)
                && (baseUrl.isBlank() || isLoopback(URI.create(baseUrl).getHost()));
    }

    /** Whose pass it is; empty without a pass, or with one that was not given by this server. */
    public Optional<WebPerson> who(HttpRequest<?> request) {
        return cookie(request, PASS)
                .flatMap(this::signedFor)
                .flatMap(web::person)
                .map(person -> mayBeginNow(person, request));
    }

    private Optional<String> signedFor(String cookie) {
        int dot = cookie.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String id = cookie.substring(0, dot);
        return seal.isSigned(PURPOSE_PASS, id, cookie.substring(dot + 1)) ? Optional.of(id) : Optional.empty();
    }

    private WebPerson mayBeginNow(WebPerson person, HttpRequest<?> request) {
        if (person.mayBegin() || !mayBegin(request)) {
            return person;
        }
        web.allowToBegin(person.person());
        return person.allowedToBegin();
    }

    /** Whether this browser was opened with the facilitator's link, or is on the very machine of a server that nobody else can reach. */
    public boolean mayBegin(HttpRequest<?> request) {
        boolean byLink = cookie(request, FACILITATOR)
                .filter(c -> seal.isSigned(PURPOSE_FACILITATOR, MAY_BEGIN, c))
                .isPresent();
        return byLink || (onLoopback && isFromHere(request));
    }

    /** A page of another site can be made to reach us under its own name: so the name counts too. */
    private static boolean isFromHere(HttpRequest<?> request) {
        String host = Optional.ofNullable(request.getHeaders().get("Host")).orElse("");
        InetAddress from = request.getRemoteAddress().getAddress();
        return isLoopback(host.replaceFirst(":\\d*$", "")) && from != null && from.isLoopbackAddress();
    }

    static boolean isLoopback(@org.jspecify.annotations.Nullable String host) {
        return host != null
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || host.equals("::1")
                        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
    }

    /** The path of the facilitator's link; who has it may begin cafés. */
    public String facilitatorPath() {
        return "/enter/" + facilitatorKey();
    }

    private String facilitatorKey() {
        return seal.sign(PURPOSE_LINK, MAY_BEGIN);
    }

    boolean isFacilitatorKey(String key) {
        return seal.isSigned(PURPOSE_LINK, MAY_BEGIN, key);
    }

    Cookie pass(WebPerson person, HttpRequest<?> request) {
        String id = person.person().id();
        return cookie(PASS, id + "." + seal.sign(PURPOSE_PASS, id), request);
    }

    Cookie facilitator(HttpRequest<?> request) {
        return cookie(FACILITATOR, seal.sign(PURPOSE_FACILITATOR, MAY_BEGIN), request);
    }

    private Cookie cookie(String name, String value, HttpRequest<?> request) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(request.isSecure() || baseUrl.startsWith("https:"))
                .maxAge(KEPT);
    }

    private static Optional<String> cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue);
    }
}
