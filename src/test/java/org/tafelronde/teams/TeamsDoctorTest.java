package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafelronde.chat.Finding;
import org.tafelronde.testing.SettableClock;

/** What an administrator is told about Teams. */
class TeamsDoctorTest {
    private final FakeTeams teams = new FakeTeams();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T13:00:00Z"));
    private final TestTeams.MemoryNotes notes = new TestTeams.MemoryNotes();

    @AfterEach
    void close() {
        teams.close();
    }

    private List<Finding> examine(TeamsSettings.Said said, boolean playground) {
        return new TeamsDoctor(new TeamsSetup(said, playground), notes, clock).examine();
    }

    private List<Finding> examine() {
        return examine(
                new TeamsSettings.Said(
                        FakeTeams.APP,
                        FakeTeams.SECRET,
                        FakeTeams.TENANT,
                        teams.url("/openid"),
                        teams.url("/token"),
                        teams.url("/graph"),
                        "",
                        ""),
                true);
    }

    private static TeamsSettings.Said said(String app, String secret, String tenant) {
        return new TeamsSettings.Said(app, secret, tenant, "", "", "", "", "");
    }

    private void isInATeam() {
        Known known = new Known(notes, teams.settings());
        known.service(TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM), teams.service());
        known.group(FakeTeams.TEAM, FakeTeams.GROUP);
        known.team(FakeTeams.TEAM);
    }

    private static Stream<String> those(List<Finding> all, Finding.State state) {
        return all.stream().filter(f -> f.state() == state).map(Finding::what);
    }

    @Test
    void without_teams_all_is_well() {
        assertThat(examine(said("", "", ""), false)).singleElement().satisfies(f -> {
            assertThat(f.isOk()).isTrue();
            assertThat(f.what()).contains("not set up", "docs/teams.md");
        });
    }

    @Test
    void a_good_setup_is_told_without_its_secret() {
        isInATeam();
        List<Finding> all = examine();

        assertThat(all).as(all.toString()).allMatch(Finding::isOk);
        assertThat(all)
                .extracting(Finding::what)
                .anyMatch(w -> w.contains("set up as the app " + FakeTeams.APP))
                .anyMatch(w -> w.contains("keys by which Teams signs can be read: 1"))
                .anyMatch(w -> w.contains("gives a token for Teams"))
                .anyMatch(w -> w.contains("gives a token for Graph"))
                .anyMatch(w -> w.contains("team Neighbours: the bot is in it"))
                .anyMatch(w -> w.contains("all " + Consent.values().length + " consents"))
                .noneMatch(w -> w.contains(FakeTeams.SECRET));
    }

    @Test
    void settings_that_are_missing_or_do_not_fit_are_told_with_their_remedy() {
        assertThat(those(examine(said(FakeTeams.APP, "", ""), false), Finding.State.MISSING))
                .anySatisfy(w -> assertThat(w).contains("TEAMS_APP_SECRET is not set", "portal.azure.com"))
                .anySatisfy(w -> assertThat(w).contains("TEAMS_TENANT_ID is not set"));
        assertThat(those(examine(said("", "hush", FakeTeams.TENANT), false), Finding.State.MISSING))
                .anySatisfy(w -> assertThat(w).contains("TEAMS_APP_ID is not set"));
        List<Finding> names = examine(said("tafelronde", "hush-hush", "contoso.example"), false);
        assertThat(those(names, Finding.State.WRONG))
                .anySatisfy(w -> assertThat(w).contains("TEAMS_APP_ID is no id like"))
                .anySatisfy(w -> assertThat(w).contains("TEAMS_TENANT_ID is no id like", "directory"));
        assertThat(names).noneMatch(f -> f.what().contains("hush"));
        TeamsSettings.Said foreign = new TeamsSettings.Said(
                FakeTeams.APP, "hush", FakeTeams.TENANT, "https://example.org/keys", "", "", "", "");
        assertThat(those(examine(foreign, false), Finding.State.WRONG))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("TEAMS_OPENID_URL"));
    }

    @ParameterizedTest
    @CsvSource({
        "7000215, set TEAMS_APP_SECRET to the value of a client secret",
        "7000222, the app's secret has expired",
        "700016, the directory does not know the app",
        "90002, there is no such directory",
        "50058, 'compare TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_SECRET'"
    })
    void why_microsoft_gives_no_token_is_told_with_what_to_do(int reason, String remedy) {
        isInATeam();
        teams.givesNoToken(reason);
        List<Finding> all = examine();

        assertThat(those(all, Finding.State.WRONG))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("Microsoft says no", remedy));
        assertThat(all).noneMatch(f -> f.what().contains(FakeTeams.SECRET));
    }

    @Test
    void keys_that_cannot_be_read_or_do_not_sign_for_teams_are_told() {
        isInATeam();
        teams.next("GET /openid", 500, "Trouble");
        assertThat(those(examine(), Finding.State.WRONG))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("does not answer", "login.botframework.com"));
        teams.endorsed(List.of("webchat"));
        assertThat(those(examine(), Finding.State.WRONG))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("no key signs for Teams"));
    }

    @Test
    void a_bot_in_no_team_and_one_that_was_taken_out_are_told() {
        assertThat(those(examine(), Finding.State.MISSING))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("no team has the bot", "teams-package"));
        isInATeam();
        teams.next("GET /connector/v3/teams", 403, "BotNotInConversationRoster");
        assertThat(those(examine(), Finding.State.WRONG))
                .singleElement()
                .satisfies(w -> assertThat(w).contains(FakeTeams.TEAM, "the bot is not in that team", "add the app"));
        new Known(notes, teams.settings()).left(FakeTeams.TEAM);
        assertThat(those(examine(), Finding.State.MISSING))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("no team has the bot"));
    }

    @Test
    void each_consent_that_lacks_is_told_with_what_it_is_for_and_how_it_goes_without() {
        isInATeam();
        teams.grants(Arrays.stream(Consent.values())
                .filter(c -> c != Consent.READ_MESSAGES && c != Consent.CREATE_CHANNELS)
                .map(Consent::id)
                .toList());
        assertThat(those(examine(), Finding.State.MISSING))
                .hasSize(2)
                .anySatisfy(w -> assertThat(w)
                        .contains("team Neighbours", "ChannelMessage.Read.Group", "box on the prompt", "teams-package"))
                .anySatisfy(w -> assertThat(w).contains("Channel.Create.Group", "each table is a thread"));
    }

    @Test
    void when_nobody_may_see_the_consents_that_is_told() {
        isInATeam();
        teams.next("GET /graph", 403, "Forbidden");
        assertThat(those(examine(), Finding.State.MISSING))
                .singleElement()
                .satisfies(w -> assertThat(w).contains("TeamsAppInstallation.Read.Group"));
    }
}
