package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.flow.Stores;

/** What comes late, twice, too long, changed, or in a way that nobody knows: who is concerned is told, and the café goes on. */
class TeamsBadInputTest extends TeamsRound {
    private static final int TOO_MUCH = 100_000;

    private List<Question> questions() {
        Stores stores = server.orElseThrow().bean(Stores.class);
        return stores.harvests().of(stores.sessions().all().getFirst()).questions();
    }

    private String guest() {
        return people.getFirst();
    }

    private Optional<String> told(String who, String words) {
        return teams.messages(teams.chatOf(who)).stream()
                .filter(m -> m.by.equals("bot"))
                .map(TeamsRound::text)
                .filter(t -> t.contains(words))
                .findFirst();
    }

    private void hears(String who, String words) {
        PATIENCE.until(() -> told(who, words))
                .orElseThrow(() -> new AssertionError("not told; there is "
                        + teams.messages(teams.chatOf(who)).stream()
                                .map(TeamsRound::text)
                                .toList()));
    }

    private static ObjectNode typed(FakeTeams.Message prompt, String words) {
        return ((ObjectNode) box(prompt).deepCopy()).put("text", words);
    }

    /** Who is at this table is asked and answered as if nothing had been. */
    private void goesOn(int question) {
        FakeTeams.Message prompt = comes(isPrompt());
        assertThat(presses(people.getLast(), channelOf(prompt), typed(prompt, "Is all well? " + question)))
                .isEqualTo("Kept as question " + question + ".");
    }

    @Test
    void a_press_that_comes_twice_at_the_same_time_counts_once_and_both_are_answered() {
        FakeTeams.Message prompt = comes(isPrompt());
        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> presses(guest(), channelOf(prompt), typed(prompt, QUESTION))))
                .toList();

        assertThat(both).extracting(CompletableFuture::join).containsOnly("Kept as question 1.");
        assertThat(questions()).extracting(Question::text).containsExactly(QUESTION);
        goesOn(2);
    }

    @Test
    void a_card_that_is_answered_after_its_round_and_after_the_cafe_is_answered_with_what_became_of_it() {
        FakeTeams.Message prompt = comes(isPrompt());
        says(ada, plenary, "skip");
        says(ada, plenary, "skip");
        comes(m -> text(m).startsWith("Round 2 ·"));

        assertThat(presses(guest(), channelOf(prompt), typed(prompt, QUESTION)))
                .contains("question 1", "with that round");
        assertThat(questions().getFirst().round()).hasValue(1);

        says(ada, plenary, "close anyway");
        comes(m -> open(m, "digest.html").isPresent());
        assertThat(presses(guest(), channelOf(prompt), typed(prompt, "And who pays?")))
                .isEqualTo("This café is over; questions are not kept any more.");
        assertThat(questions()).hasSize(1);
    }

    @Test
    void the_button_of_an_older_client_does_the_same_and_its_answer_is_said_alone() {
        FakeTeams.Message prompt = comes(isPrompt());
        JsonNode older = SeenCard.of(prompt.activity).buttons().stream()
                .map(b -> b.path("fallback"))
                .filter(b ->
                        b.path("data").path(Cards.OURS).path("action").asText().contains(" under"))
                .findFirst()
                .orElseThrow();
        assertThat(older.path("type").asText()).isEqualTo("Action.Submit");
        ObjectNode data = older.path("data").deepCopy();
        data.put("text", QUESTION);
        ObjectNode submit = activities.of("message", guest(), channelOf(prompt) + ";messageid=" + prompt.id);
        submit.set("value", data);

        brings(submit);
        brings(submit);

        hears(guest(), "Kept as question 1.");
        assertThat(presses(guest(), channelOf(prompt), data)).isEqualTo("Kept as question 1.");
        assertThat(questions()).extracting(Question::text).containsExactly(QUESTION);
        goesOn(2);
    }

    @Test
    void a_hundred_thousand_characters_are_kept_nowhere_and_their_writer_is_told_how_many_fit() {
        FakeTeams.Message prompt = comes(isPrompt());
        String much = "x".repeat(TOO_MUCH);

        assertThat(presses(guest(), channelOf(prompt), typed(prompt, much)))
                .startsWith("That is 100000 characters; at most")
                .contains("Please make it shorter");
        brings(activities.message(guest(), channelOf(prompt) + ";messageid=" + prompt.id, much));
        hears(guest(), "That is 100000 characters; at most");
        says(guest(), channelOf(prompt), "ask " + much);
        says(guest(), channelOf(prompt), "y".repeat(TOO_MUCH));

        goesOn(1);
        assertThat(questions()).hasSize(1);
    }

    @Test
    void a_message_that_is_changed_taken_back_and_brought_back_is_followed() {
        FakeTeams.Message prompt = comes(isPrompt());
        String thread = channelOf(prompt) + ";messageid=" + prompt.id;
        ObjectNode first = activities.message(guest(), thread, QUESTION);
        brings(first);
        PATIENCE.until(() -> Optional.of(questions()).filter(q -> q.size() == 1))
                .orElseThrow();

        brings(event(first, "messageUpdate", "editMessage").put("text", "Who decides at night?"));
        hears(guest(), "Question 1");
        assertThat(questions()).extracting(Question::text).containsExactly("Who decides at night?");

        ObjectNode deleted = event(first, "messageDelete", "softDeleteMessage");
        deleted.remove("text");
        brings(deleted);
        brings(deleted);
        assertThat(questions()).noneMatch(Question::stands);

        brings(event(first, "messageUpdate", "undeleteMessage").put("timestamp", "later"));
        hears(guest(), "Ask it again");
        assertThat(questions()).hasSize(1).noneMatch(Question::stands);
        brings(event(activities.message(guest(), thread, "Mine?"), "messageUpdate", "editMessage")
                .put("id", "1"));
        goesOn(2);
    }

    private static ObjectNode event(ObjectNode message, String type, String event) {
        ObjectNode a = message.deepCopy().put("type", type);
        ((ObjectNode) a.path("channelData")).put("eventType", event);
        return a;
    }

    @Test
    void what_nobody_knows_or_understands_is_passed_over() {
        URI endpoint = URI.create(here() + "/api/messages");
        List<String> bodies = List.of("", "null", "[]", "7", "{", "\"text\"", "[".repeat(100_000));
        for (String body : bodies) {
            assertThat(Activities.bring(
                                    endpoint, Optional.of(activities.token()), body.getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .as(body.substring(0, Math.min(9, body.length())))
                    .isEqualTo(400);
        }
        for (String type : List.of("typing", "messageReaction", "event", "somethingOfNextYear", "")) {
            brings(activities.of(type, guest(), plenary));
        }
        for (String name : List.of("task/fetch", "composeExtension/query", "fileConsent/invoke", "ofNextYear", "")) {
            brings(activities.of("invoke", guest(), plenary).put("name", name));
        }
        brings(activities.of("invoke", guest(), plenary).put("name", "adaptiveCard/action"));
        brings(activities.of("message", guest(), plenary));
        ObjectNode bare = activities.of("message", guest(), plenary);
        bare.remove(List.of("from", "recipient", "conversation", "id"));
        brings(bare);
        ObjectNode strange = activities.of("conversationUpdate", guest(), plenary);
        strange.put("membersAdded", "many").putArray("membersRemoved").add(7);
        brings(strange);

        JsonNode unknown = Json.object().set(Cards.OURS, Json.object().put("action", "s:ofNextYear"));
        assertThat(presses(guest(), plenary, unknown)).isNotBlank();
        goesOn(1);
    }

    @Test
    void a_channel_that_gets_another_name_or_comes_back_changes_nothing() {
        for (String event :
                List.of("channelRenamed", "channelRestored", "channelCreated", "teamRenamed", "teamArchived")) {
            ObjectNode a = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
            ObjectNode data = (ObjectNode) a.path("channelData");
            data.put("eventType", event);
            data.putObject("channel").put("id", plenary).put("name", "Something else");
            brings(a);
        }
        goesOn(1);
        assertThat(told(ada, "was archived or deleted")).isEmpty();
    }

    @Test
    void who_is_taken_out_of_the_team_has_left_the_cafe_and_who_comes_in_can_join() {
        ObjectNode out = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
        out.putArray("membersRemoved")
                .addObject()
                .put("id", FakeTeams.account(guest()))
                .put("aadObjectId", guest());
        brings(out);
        brings(out);
        says(ada, plenary, "status");
        hears(ada, "5 of ");

        String late = teams.person("Late");
        ObjectNode in = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
        in.putArray("membersAdded")
                .addObject()
                .put("id", FakeTeams.account(late))
                .put("aadObjectId", late);
        brings(in);
        says(late, plenary, "join");
        hears(late, "You are in.");
        goesOn(1);
    }

    @Test
    void where_the_app_was_taken_away_the_facilitator_is_told_alone_and_everything_comes_when_it_is_back() {
        FakeTeams.Message prompt = comes(isPrompt());
        teams.installed(false);
        brings(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "remove"));
        presses(guest(), channelOf(prompt), typed(prompt, QUESTION));
        hears(ada, "install the app there");

        teams.installed(true);
        brings(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "add"));
        says(ada, plenary, "resend");
        comes(m -> text(m).startsWith(QUESTION));
        goesOn(2);
    }

    @Test
    void a_deleted_team_takes_no_more_cafes() {
        ObjectNode a = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
        ((ObjectNode) a.path("channelData")).put("eventType", "teamDeleted");
        HttpResponse<byte[]> response = brings(a);
        assertThat(response.body()).isEmpty();
        assertThat(server.orElseThrow().bean(Known.class).team()).isEmpty();
    }
}
