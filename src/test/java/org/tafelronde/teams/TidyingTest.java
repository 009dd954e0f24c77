package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Place;

/** What Teams told once is not kept for ever. */
class TidyingTest {
    private static final TeamsId HOME = TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM);
    private static final TeamsId TABLE = TeamsId.channel(FakeTeams.TEAM, "19:table@thread.tacv2");
    private static final TeamsId THREAD = HOME.under("1700000000000");

    private final FakeTeams teams = new FakeTeams();
    private final TestTeams.MemoryNotes notes = new TestTeams.MemoryNotes();
    private final Known known = new Known(notes, teams.settings());
    private final Set<String> people = new HashSet<>(Set.of("ada", "ben"));
    private final Set<Place> places = new HashSet<>(Set.of(TABLE.place(), THREAD.place()));

    @AfterEach
    void close() {
        teams.close();
    }

    private void tidy() {
        known.tidy(person -> people.contains(person.id()), places::contains);
    }

    private void isAllThere() {
        known.team(FakeTeams.TEAM);
        known.group(FakeTeams.TEAM, FakeTeams.GROUP);
        known.service(HOME, teams.service());
        for (String person : List.of("ada", "ben")) {
            known.account(person, "29:" + person);
            known.chat(person, "a:" + person);
            known.service(TeamsId.alone("a:" + person), teams.service());
            known.lastOf(person, HOME);
        }
        known.home("cafe-k7f", HOME);
        known.isInThreads("cafe-k7f", true);
        known.room("cafe-k7f", TABLE);
        known.room("cafe-k7f-privacy", THREAD);
        known.topic(TABLE, "1");
        known.closed(TABLE);
        known.thread(THREAD);
        known.title(THREAD, "Privacy");
        known.home("cafe-k7", HOME);
    }

    @Test
    void what_was_just_noted_stays_once() {
        isAllThere();
        List<String> all = notes.names();
        people.clear();
        places.clear();
        tidy();
        assertThat(notes.names()).isEqualTo(all);
        tidy();
        assertThat(notes.names()).doesNotContain("chat/ada", "room/cafe-k7f");
    }

    @Test
    void who_is_in_a_cafe_stays_and_who_is_in_none_any_more_goes() {
        isAllThere();
        tidy();
        people.remove("ben");
        tidy();
        assertThat(notes.names())
                .contains("account/ada", "chat/ada", "last/ada", "service/a:ada")
                .noneMatch(name -> name.endsWith("ben"));
        assertThat(known.chat("ben")).isEmpty();
        assertThat(known.chat("ada")).contains("a:ada");
    }

    @Test
    void the_places_of_a_cafe_that_is_over_go_and_the_cafe_with_the_last_of_them() {
        isAllThere();
        tidy();
        places.remove(TABLE.place());
        tidy();
        assertThat(notes.names())
                .contains(
                        "cafe/cafe-k7f",
                        "room/cafe-k7f-privacy",
                        "thread/" + THREAD.place().id())
                .noneMatch(name -> name.endsWith("/" + TABLE.place().id()))
                .doesNotContain("room/cafe-k7f", "cafe/cafe-k7");
        places.clear();
        tidy();
        assertThat(notes.names())
                .noneMatch(name -> name.contains("cafe-k7f")
                        || name.contains(THREAD.place().id()));
    }

    @Test
    void what_is_known_of_a_team_stays() {
        isAllThere();
        people.clear();
        places.clear();
        tidy();
        tidy();
        assertThat(notes.names())
                .containsExactlyInAnyOrder("team", "group/" + FakeTeams.TEAM, "service", "service/" + FakeTeams.TEAM);
        assertThat(known.service(HOME)).isEqualTo(teams.service());
    }

    @Test
    void what_was_forgotten_can_be_noted_again() {
        isAllThere();
        tidy();
        people.remove("ben");
        tidy();
        known.chat("ben", "a:ben");
        assertThat(notes.find("chat/ben")).contains("a:ben");
    }
}
