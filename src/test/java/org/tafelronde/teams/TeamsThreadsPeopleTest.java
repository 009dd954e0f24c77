package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where every table is a thread, and the one channel in which they all are is deleted in mid-round. */
class TeamsThreadsPeopleTest extends TeamsRound {
    private static final String HALL = "19:hall@thread.tacv2";
    /** For six people. */
    private static final int TABLES = 2;

    @Override
    void inThisTeam() {
        teams.withoutConsent();
        teams.channel(HALL);
    }

    @Override
    String begunIn() {
        return HALL;
    }

    @Test
    void a_question_that_is_called_so_is_kept_where_nothing_was_asked_too_and_talk_is_talk() {
        brings(activities.message(people.getFirst(), plenary, "question: " + QUESTION));
        brings(activities.message(people.getFirst(), plenary, "Nice weather."));
        says(people.getFirst(), plenary, "mine");
        FakeTeams.Message mine = comes(m -> text(m).contains("1. " + QUESTION));
        assertThat(text(mine)).doesNotContain("Nice weather");
    }

    @Test
    void the_facilitator_is_told_and_gets_the_plenary_and_the_tables_back_in_the_teams_first_channel() {
        FakeTeams.Message prompt = comes(isPrompt());
        assertThat(channelOf(prompt)).isEqualTo(HALL);
        String words = text(prompt).lines().findFirst().orElseThrow();
        teams.deletes(HALL);
        brings(activities.channelDeleted(people.getFirst(), HALL));

        List<JsonNode> offered = PATIENCE.until(() -> Optional.of(teams.messages(teams.chatOf(ada)).stream()
                                .flatMap(m -> button(m, " reopen").stream())
                                .toList())
                        .filter(all -> all.size() == 1 + TABLES))
                .orElseThrow();
        offered.forEach(reopen -> presses(ada, teams.chatOf(ada), reopen));
        FakeTeams.Message again = comes(m -> text(m).startsWith(words));

        assertThat(channelOf(again)).isEqualTo(FakeTeams.TEAM);
        ObjectNode typed = ((ObjectNode) box(again).deepCopy()).put("text", QUESTION);
        assertThat(presses(people.getFirst(), channelOf(again), typed)).isEqualTo("Kept as question 1.");
        String thread = FakeTeams.TEAM + ";messageid=" + again.root.orElseThrow();
        brings(activities.message(people.getLast(), thread, "And who pays?"));
        says(people.getLast(), thread, "mine");
        comes(m -> text(m).contains("2. And who pays?"));
    }
}
