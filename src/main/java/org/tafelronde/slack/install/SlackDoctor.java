package org.tafelronde.slack.install;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.User;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.chat.Doctor;
import org.tafelronde.chat.Finding;

/** Is Slack set up, does it answer, and may the bot do there what it must? */
@Singleton
final class SlackDoctor implements Doctor {
    private static final String INSTALL_AGAIN = "install the app again with the manifest of this version";
    private static final int PEOPLE = 200;

    private final Setup setup;
    private final SlackWeb web;
    private final Keyring keyring;

    SlackDoctor(Setup setup, SlackWeb web, Keyring keyring) {
        this.setup = setup;
        this.web = web;
        this.keyring = keyring;
    }

    @Override
    public List<Finding> examine() {
        if (!setup.wanted()) {
            return List.of(Finding.ok("Slack: not set up (docs/slack.md says how, in ten minutes)"));
        }
        List<Finding> all = new ArrayList<>();
        setup.problems().forEach(p -> all.add(finding(p)));
        if (all.isEmpty()) {
            all.add(Finding.ok(
                    "Slack: set up for " + (setup.botToken().isPresent() ? "one workspace" : "many workspaces")
                            + ", over " + (setup.appToken().isPresent() ? "Socket Mode" : "HTTP")));
        }
        if (setup.botToken().isPresent()) {
            workspace("SLACK_BOT_TOKEN", setup.botToken().get(), all);
        } else {
            setup.app().ifPresent(app -> installations(app, all));
        }
        setup.appToken().ifPresent(token -> all.add(line(token)));
        return all;
    }

    private static Finding finding(Setup.Problem p) {
        String what = p.setting() + " " + p.what();
        return p.what().startsWith("is not set") ? Finding.missing(what, p.remedy()) : Finding.wrong(what, p.remedy());
    }

    private void installations(Setup.App app, List<Finding> all) {
        if (setup.baseUrl().filter(b -> b.startsWith("https://")).isEmpty()) {
            all.add(
                    Finding.missing(
                            "TAFELRONDE_BASE_URL is no https address",
                            "Slack sends browsers back only there; give the address of this server, like https://cafe.example.org"));
        }
        all.add(client(app));
        List<String> locked = keyring.locked();
        locked.forEach(team -> all.add(Finding.wrong(
                "Slack workspace " + team + ": its tokens cannot be read with this TAFELRONDE_SECRET",
                "set the former one again, or install the bot there again at /slack/install")));
        List<String> teams = keyring.teams();
        if (teams.isEmpty()) {
            all.add(Finding.missing(
                    "no Slack workspace has installed the bot",
                    "open " + setup.baseUrl().orElse("https://...") + "/slack/install in a browser"));
        }
        teams.forEach(team -> keyring.of(team).ifPresent(key -> workspace("workspace " + team, key.token(), all)));
    }

    /** An exchange of nothing: Slack says first whether it knows the app. */
    private Finding client(Setup.App app) {
        String what = "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET";
        return switch (web.ask(
                "",
                c -> c.oauthV2Access(
                        r -> r.clientId(app.id()).clientSecret(app.secret()).code("none")))) {
            case SlackWeb.Said.Yes<OAuthV2AccessResponse> yes -> Finding.ok(what + " are right");
            case SlackWeb.Said.No<OAuthV2AccessResponse> no ->
                no.code().contains("client")
                        ? Finding.wrong(
                                what + " are not those of an app (" + no.code() + ")",
                                "copy both from Basic Information of your app")
                        : Finding.ok(what + " are known to Slack");
            case SlackWeb.Said.Silence<OAuthV2AccessResponse> silence -> silent(silence.why());
        };
    }

    private static Finding silent(String why) {
        return Finding.wrong(
                "Slack does not answer (" + why + ")",
                "see whether this machine may go out to https://slack.com, and whether SLACK_API_URL is set by mistake");
    }

    private void workspace(String name, String token, List<Finding> all) {
        switch (web.ask(token, c -> c.authTest(r -> r))) {
            case SlackWeb.Said.Yes<AuthTestResponse> yes -> answered(name, token, yes.answer(), all);
            case SlackWeb.Said.No<AuthTestResponse> no ->
                all.add(Finding.wrong(
                        name + " is not taken (" + no.code() + ")",
                        "the bot was taken away or the token is another app's; install the app again and set the token"
                                + " that it then shows"));
            case SlackWeb.Said.Silence<AuthTestResponse> silence -> all.add(silent(silence.why()));
        }
    }

    private void answered(String name, String token, AuthTestResponse me, List<Finding> all) {
        String where = "Slack workspace " + me.getTeam() + " (" + me.getTeamId() + ")";
        all.add(Finding.ok(where + ": " + name + " is good; the bot is " + me.getUser()));
        Set<String> granted = SlackWeb.scopes(me);
        List<String> missing = Scope.missing(granted);
        if (missing.isEmpty()) {
            all.add(Finding.ok(where + ": the bot has all " + Scope.required().count() + " scopes that it needs"));
        } else {
            missing.forEach(scope -> all.add(Finding.missing(
                    where + ": the scope " + scope + " ("
                            + Scope.of(scope).map(Scope::why).orElse("") + ")",
                    INSTALL_AGAIN)));
        }
        Scope.declined(granted)
                .forEach(scope -> all.add(Finding.ok(where + ": without the scope " + scope.id()
                        + ", which it can do without (" + scope.why() + ")")));
        if (!missing.contains(Scope.CHANNELS_MANAGE.id())) {
            all.add(Finding.ok(
                    where + ": the bot may make channels, unless the workspace forbids it to apps; that shows"
                            + " at the first café, and /cafe check says so"));
        }
        if (!missing.contains(Scope.USERS_READ.id())) {
            guests(where, token).ifPresent(all::add);
        }
    }

    private Optional<Finding> guests(String where, String token) {
        if (!(web.ask(token, c -> c.usersList(r -> r.limit(PEOPLE)))
                instanceof SlackWeb.Said.Yes<UsersListResponse> yes)) {
            return Optional.empty();
        }
        List<User> people = yes.answer().getMembers().stream()
                .filter(u -> !u.isBot() && !u.isDeleted())
                .toList();
        long confined = people.stream().filter(User::isUltraRestricted).count();
        return Optional.of(Finding.ok(
                confined == 0
                        ? where + ": all of the first " + people.size() + " people can go from table to table"
                        : where + ": " + confined + " of the first " + people.size()
                                + " people are single-channel guests, who cannot go to a second table; make those who take"
                                + " part multi-channel guests"));
    }

    private Finding line(String token) {
        return switch (web.ask(token, c -> c.appsConnectionsOpen(r -> r))) {
            case SlackWeb.Said.Yes<?> yes -> Finding.ok("SLACK_APP_TOKEN is good; Slack opens a line for Socket Mode");
            case SlackWeb.Said.No<?> no ->
                Finding.wrong("SLACK_APP_TOKEN is not taken (" + no.code() + ")", SocketMode.remedy(no.code()));
            case SlackWeb.Said.Silence<?> silence -> silent(silence.why());
        };
    }
}
