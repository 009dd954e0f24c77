package org.tafelronde.slack.install;

import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installing the bot in a workspace over the web: to Slack, where somebody agrees, and back with what makes the tokens. */
@Controller("/slack")
@ExecuteOn(TaskExecutors.BLOCKING)
final class InstallController {
    private static final Logger LOG = LoggerFactory.getLogger(InstallController.class);
    private static final String COOKIE = "tafelronde_slack";
    private static final String AGAIN = "Open /slack/install to begin again.";

    private final Setup setup;
    private final States states;
    private final SlackWeb web;
    private final Keyring keyring;

    InstallController(Setup setup, States states, SlackWeb web, Keyring keyring) {
        this.setup = setup;
        this.states = states;
        this.web = web;
        this.keyring = keyring;
    }

    @Get("/install")
    HttpResponse<?> install(HttpRequest<?> request) {
        Optional<Setup.App> app = setup.app();
        if (app.isEmpty()) {
            return off();
        }
        String cookie = states.cookie();
        UriBuilder to = UriBuilder.of(setup.authorizeUrl())
                .queryParam("client_id", app.get().id())
                .queryParam("scope", String.join(",", Scope.ids()))
                .queryParam("state", states.state(cookie));
        redirect().ifPresent(uri -> to.queryParam("redirect_uri", uri));
        return HttpResponse.<String>status(HttpStatus.FOUND)
                .header("Location", to.build().toString())
                .header("Cache-Control", "no-store")
                .cookie(cookie(cookie, States.LIFE, request));
    }

    private Optional<String> redirect() {
        return setup.baseUrl().map(base -> base + "/slack/oauth_redirect");
    }

    @Get("/oauth_redirect")
    HttpResponse<?> back(
            HttpRequest<?> request,
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String error) {
        Optional<Setup.App> app = setup.app();
        if (app.isEmpty()) {
            return off();
        }
        String cookie =
                request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse("");
        MutableHttpResponse<String> page = states.isGood(state == null ? "" : state, cookie)
                ? agreed(app.get(), code, error)
                : page(
                        HttpStatus.BAD_REQUEST,
                        "Not installed",
                        "This is not the end of an installation that this browser began in the last ten minutes. "
                                + AGAIN);
        return page.cookie(cookie("", Duration.ZERO, request));
    }

    private MutableHttpResponse<String> agreed(Setup.App app, @Nullable String code, @Nullable String error) {
        if (error != null || code == null) {
            return page(
                    HttpStatus.OK,
                    "Not installed",
                    "Nothing was installed, as Slack says \"" + (error == null ? "no code" : error) + "\". " + AGAIN);
        }
        return switch (web.ask(
                "",
                c -> c.oauthV2Access(r -> {
                    r.clientId(app.id()).clientSecret(app.secret()).code(code);
                    redirect().ifPresent(r::redirectUri);
                    return r;
                }))) {
            case SlackWeb.Said.Yes<OAuthV2AccessResponse> yes -> installed(yes.answer());
            case SlackWeb.Said.No<OAuthV2AccessResponse> no ->
                page(
                        HttpStatus.BAD_GATEWAY,
                        "Not installed",
                        "Slack refused it (" + no.code() + "). " + remedy(no.code()));
            case SlackWeb.Said.Silence<OAuthV2AccessResponse> silence ->
                page(HttpStatus.BAD_GATEWAY, "Not installed", "Slack did not answer. " + AGAIN);
        };
    }

    private static String remedy(String code) {
        return switch (code) {
            case "bad_redirect_uri" -> "TAFELRONDE_BASE_URL and the redirect URL of the app must say the same address.";
            case "invalid_client_id", "bad_client_secret" ->
                "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are those of Basic Information of your app.";
            default -> AGAIN;
        };
    }

    private MutableHttpResponse<String> installed(OAuthV2AccessResponse answer) {
        if (answer.isEnterpriseInstall() || answer.getTeam() == null || answer.getBotUserId() == null) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    "Not installed",
                    "Tafelronde is installed in one workspace at a time, not in a whole organisation. " + AGAIN);
        }
        Installation installation = keyring.keep(answer);
        LOG.info("installed in Slack workspace {}", installation.team());
        return page(
                HttpStatus.OK,
                "Tafelronde is in " + installation.name(),
                "Type /cafe in any channel of your Slack to begin.");
    }

    private static HttpResponse<?> off() {
        return page(
                HttpStatus.NOT_IMPLEMENTED,
                "Not here",
                "This server cannot be installed over the web: SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are not set.");
    }

    private Cookie cookie(String value, Duration life, HttpRequest<?> request) {
        // Lax, not Strict: it must come along when Slack sends the browser back.
        return Cookie.of(COOKIE, value)
                .path("/slack")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(request.isSecure()
                        || setup.baseUrl().filter(b -> b.startsWith("https:")).isPresent())
                .maxAge(life);
    }

    private static MutableHttpResponse<String> page(HttpStatus status, String title, String text) {
        String html = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + safe(title) + "</title><h1>"
                + safe(title) + "</h1><p>" + safe(text) + "</p></html>";
        return HttpResponse.<String>status(status)
                .body(html)
                .header("Cache-Control", "no-store")
                .contentType(MediaType.of("text/html; charset=utf-8"));
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
