package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people in a round meet: their box, a channel that is gone, the files afterwards. */
class TeamsPeopleTest extends TeamsRound {
    @Test
    void without_a_consent_to_read_people_ask_in_the_box_and_a_double_press_asks_once() {
        FakeTeams.Message prompt = comes(isPrompt());
        JsonNode typed = ((ObjectNode) box(prompt).deepCopy()).put("text", QUESTION);

        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
        assertThat(presses(people.getFirst(), channelOf(prompt), typed)).isEqualTo("Kept as question 1.");
        assertThat(presses(people.getFirst(), channelOf(prompt), box(prompt))).startsWith("There was no question");

        FakeTeams.Message shown = comes(m -> text(m).contains(QUESTION));
        assertThat(shown.root).contains(prompt.id);
        assertThat(text(shown)).doesNotContain("Guest");
        says(people.getFirst(), channelOf(prompt), "mine");
        comes(m -> text(m).contains("1. " + QUESTION));
        assertThat(everywhere().stream().filter(m -> text(m).startsWith(QUESTION)))
                .hasSize(1);
    }

    @Test
    void a_table_whose_channel_was_deleted_gets_another_with_the_same_prompt() {
        FakeTeams.Message prompt = comes(isPrompt());
        String gone = channelOf(prompt);
        String words = text(prompt).lines().findFirst().orElseThrow();
        teams.deletes(gone);
        ObjectNode deleted = activities.channelDeleted(people.getFirst(), gone);
        brings(deleted);
        brings(deleted);

        FakeTeams.Message told = comes(m -> button(m, " reopen").isPresent());
        assertThat(text(told)).contains("Guest 1");
        presses(ada, teams.chatOf(ada), button(told, " reopen").orElseThrow());
        FakeTeams.Message again = comes(m -> text(m).startsWith(words));

        assertThat(channelOf(again)).isNotEqualTo(gone);
        JsonNode typed = ((ObjectNode) box(again).deepCopy()).put("text", QUESTION);
        assertThat(presses(people.getFirst(), channelOf(again), typed)).isEqualTo("Kept as question 1.");
        assertThat(everywhere().stream().filter(m -> button(m, " reopen").isPresent()))
                .hasSize(1);
    }

    @Test
    void the_files_of_the_digest_are_opened_by_their_address_until_the_cafe_is_deleted() {
        says(ada, plenary, "close anyway");
        FakeTeams.Message draft = comes(m -> open(m, "digest.html").isPresent());
        String address = open(draft, "digest.html").orElseThrow();

        assertThat(address).startsWith("https://cafe.example.org/files/").doesNotContain("Ada", ada);
        HttpResponse<byte[]> html = get(address);
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(new String(html.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<html");
        HttpResponse<byte[]> png = get(draft.activity.findValue("url").asText());
        assertThat(png.headers().firstValue("content-type")).contains("image/png");

        says(ada, plenary, "delete anyway");
        PATIENCE.until(() -> Optional.of(get(address)).filter(r -> r.statusCode() == 404))
                .orElseThrow();
    }
}
