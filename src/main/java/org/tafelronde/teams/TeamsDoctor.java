package org.tafelronde.teams;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.tafelronde.chat.Doctor;
import org.tafelronde.chat.Finding;
import org.tafelronde.chat.UnknownOutcome;

/** Is Teams set up, does Microsoft answer, in which teams is the bot, and what may it do there? */
@Singleton
final class TeamsDoctor implements Doctor {
    private static final String INSTALL_AGAIN =
            "upload the app's package of this version (teams-package makes it), and let an owner of the team add it and consent";
    private static final String GO_OUT =
            "see whether this machine may go out to login.microsoftonline.com, login.botframework.com and graph.microsoft.com";

    private final TeamsSetup setup;
    private final Notes notes;
    private final InstantSource clock;

    TeamsDoctor(TeamsSetup setup, Notes notes, InstantSource clock) {
        this.setup = setup;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        if (!setup.isWanted()) {
            return List.of(Finding.ok("Teams: not set up (docs/teams.md says how)"));
        }
        List<Finding> problems = setup.problems();
        if (!problems.isEmpty()) {
            return problems;
        }
        TeamsSettings settings = TeamsSettings.of(setup.said(), setup.isPlayground());
        List<Finding> all = new ArrayList<>();
        all.add(Finding.ok("Teams: set up as the app " + settings.appId() + " for the directory " + settings.tenant()
                + (settings.playground() ? ", in a playground: never so on a server" : "")));
        try (Line line = new Line(settings, TeamsRoom.PATIENCE, clock)) {
            all.add(keys(line, settings));
            Finding token = tried(() -> {
                line.checkIn();
                return Finding.ok("TEAMS_APP_SECRET is good: Microsoft gives a token for Teams");
            });
            all.add(token);
            if (token.isOk()) {
                all.add(tried(() -> {
                    line.checkInAtGraph();
                    return Finding.ok("Microsoft gives a token for Graph");
                }));
                teams(line, settings, all);
            }
        }
        return List.copyOf(all);
    }

    private Finding keys(Line line, TeamsSettings settings) {
        if (settings.openId().isEmpty()) {
            return Finding.ok("the keys by which Teams signs: none in a playground; who is on this machine is heard");
        }
        return tried(() -> {
            long keys = new Keys(line, settings, clock).signing(Gate.CHANNEL);
            return keys > 0
                    ? Finding.ok("the keys by which Teams signs can be read: " + keys)
                    : Finding.wrong(
                            "no key signs for Teams at " + settings.openId().orElseThrow(),
                            "leave TEAMS_OPENID_URL out, unless you are in a government cloud");
        });
    }

    private void teams(Line line, TeamsSettings settings, List<Finding> all) {
        Known known = new Known(notes, settings);
        Grants grants = new Grants(line, known, settings);
        List<String> teams = known.teams();
        if (teams.isEmpty()) {
            all.add(Finding.missing(
                    "no team has the bot, as far as Teams has told",
                    "upload the app's package (teams-package makes it) and add it to a team, while the server is"
                            + " running and Teams can reach https://YOUR-SERVER/api/messages"));
        }
        for (String team : teams) {
            List<Finding> found = new ArrayList<>();
            Finding here = tried(() -> team(team, grants.of(team), found));
            all.add(here);
            all.addAll(found);
        }
    }

    private static Finding team(String id, Grants.Team team, List<Finding> more) {
        return switch (team) {
            case Grants.Team.Away away ->
                Finding.wrong(
                        "team " + id + ": " + away.why(),
                        "add the app to the team again, or delete what is left of it");
            case Grants.Team.Here here -> {
                String where = "team " + here.name();
                here.consents()
                        .ifPresentOrElse(
                                consents -> consents(where, consents, more),
                                () -> more.add(missing(where, Consent.READ_CONSENTS)));
                yield Finding.ok(where + ": the bot is in it");
            }
        };
    }

    private static void consents(String where, Set<String> granted, List<Finding> all) {
        List<Consent> missing = Consent.missing(granted);
        if (missing.isEmpty()) {
            all.add(Finding.ok(where + ": the bot has all " + Consent.values().length + " consents that it asks for"));
        }
        missing.forEach(consent -> all.add(missing(where, consent)));
    }

    private static Finding missing(String where, Consent consent) {
        return Finding.missing(
                where + ": the consent " + consent.id() + " (" + consent.why() + "; without it " + consent.without()
                        + ")",
                INSTALL_AGAIN);
    }

    private static Finding tried(Supplier<Finding> question) {
        try {
            return question.get();
        } catch (TeamsSaysNo e) {
            return Finding.wrong("Microsoft says no", String.valueOf(e.getMessage()));
        } catch (TeamsAsksPatience | UnknownOutcome e) {
            return Finding.wrong("Microsoft does not answer (" + e.getMessage() + ")", GO_OUT);
        }
    }
}
