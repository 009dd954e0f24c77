package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.time.Patience;

/** What one person alone should see, where Teams shows it among the words of everybody. */
class TeamsTargetedTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeTeams teams = new FakeTeams();
    private final Activities activities = new Activities(teams);
    private final List<Incoming> heard = new ArrayList<>();
    private final String ada = teams.person("Ada");
    private final String bram = teams.person("Bram");
    private final String thread = FakeTeams.TEAM + ";messageid=" + teams.says(bram, FakeTeams.TEAM, "a prompt");
    private Optional<TestTeams> bot = Optional.empty();
    private Optional<Whispers> whispers = Optional.empty();
    private Answer answer = Answer.whisper(Content.text("Not now."));

    @AfterEach
    void hangsUp() {
        whispers.ifPresent(Whispers::close);
        bot.ifPresent(TestTeams::close);
        teams.close();
    }

    private Ears ears(boolean on) {
        TestTeams side = new TestTeams(teams, teams.settings(on), clock);
        bot = Optional.of(side);
        Whispers beside = new Whispers(side.connector, side.cards, side.targeted);
        whispers = Optional.of(beside);
        return new Ears(
                side.connector,
                side.known,
                () -> what -> {
                    heard.add(what);
                    return answer;
                },
                beside,
                language -> List.of());
    }

    private SeenCard comes(Supplier<List<FakeTeams.Message>> there, int many) {
        List<FakeTeams.Message> all = PATIENCE.until(
                        () -> Optional.of(there.get()).filter(m -> m.size() >= many))
                .orElseThrow();
        assertThat(all).hasSize(many);
        return SeenCard.of(all.getLast().activity);
    }

    private List<FakeTeams.Message> alone(String person) {
        return teams.messages(teams.chatOf(person));
    }

    @Test
    void it_stands_in_the_thread_where_they_wrote_and_nobody_else_sees_it() {
        Ears ears = ears(true);
        ObjectNode words = activities.mention(ada, thread, "start");
        ears.hear(words);
        ears.hear(words);

        assertThat(comes(() -> teams.targeted(ada, FakeTeams.TEAM), 1).text()).isEqualTo("Not now.");
        assertThat(teams.targeted(ada, FakeTeams.TEAM).getFirst().root).isEqualTo(TeamsId.rootOf(thread));
        assertThat(teams.targeted(bram, FakeTeams.TEAM)).isEmpty();
        assertThat(teams.messages(FakeTeams.TEAM)).extracting(m -> m.by).containsExactly(bram, ada);
        assertThat(alone(ada)).isEmpty();
    }

    @Test
    void a_form_goes_so_too_and_comes_back_from_there() {
        answer = Answer.open(new Form(
                "s:ask", "Ask", "", List.of(new Form.Field.Words("text", "Question", "", 3, 500, true)), "Send"));
        Ears ears = ears(true);
        ears.hear(activities.mention(ada, thread, "ask"));
        SeenCard form = comes(() -> teams.targeted(ada, FakeTeams.TEAM), 1);
        ObjectNode data = form.buttons().getFirst().path("data").deepCopy();

        answer = Answer.whisper(Content.text("Kept as question 1."));
        JsonNode said = ears.hear(activities.press(ada, thread, data.put("text", "Why?")))
                .orElseThrow();

        assertThat(said.path("value").asText()).isEqualTo("Kept as question 1.");
        assertThat(((Incoming.Pressed) heard.getLast()).values()).containsEntry("text", "Why?");
    }

    @Test
    void what_does_not_fit_under_a_card_stands_there_too() {
        answer = Answer.whisper(Content.text("Keep it?").with(Button.primary("Keep", "s:ask Why?")));
        JsonNode data = Json.object().set(Cards.OURS, Json.object().put("action", "s:x"));
        ears(true).hear(activities.press(ada, thread, data));

        assertThat(comes(() -> teams.targeted(ada, FakeTeams.TEAM), 1).labels()).containsExactly("Keep");
    }

    @Test
    void by_itself_it_is_switched_off_and_said_alone() {
        ears(false).hear(activities.mention(ada, thread, "start"));

        assertThat(comes(() -> alone(ada), 1).text()).isEqualTo("Not now.");
        assertThat(teams.calls("POST /connector/v3/conversations/19")).isEmpty();
    }

    @Test
    void who_writes_to_the_bot_alone_is_answered_there() {
        ears(true).hear(activities.message(ada, teams.chatOf(ada), "start"));

        assertThat(comes(() -> alone(ada), 2).text()).isEqualTo("Not now.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 501})
    void a_team_that_refuses_is_asked_once_and_everything_is_said_alone(int status) {
        teams.takesNoTargeted(status);
        Ears ears = ears(true);
        ears.hear(activities.mention(ada, thread, "start"));
        assertThat(comes(() -> alone(ada), 1).text()).isEqualTo("Not now.");
        ears.hear(activities.mention(bram, thread, "start"));
        assertThat(comes(() -> alone(bram), 1).text()).isEqualTo("Not now.");

        assertThat(teams.calls("POST /connector/v3/conversations/19")).hasSize(1);
        assertThat(teams.targeted(ada, FakeTeams.TEAM)).isEmpty();
    }

    @Test
    void a_teams_that_asks_for_patience_is_no_refusal() {
        teams.next("POST /connector/v3/conversations/19", 429, "TooManyRequests");
        Ears ears = ears(true);
        ears.hear(activities.mention(ada, thread, "start"));
        assertThat(comes(() -> alone(ada), 1).text()).isEqualTo("Not now.");
        ears.hear(activities.mention(ada, thread, "start"));
        assertThat(comes(() -> teams.targeted(ada, FakeTeams.TEAM), 1).text()).isEqualTo("Not now.");
    }

    @Test
    void what_somebody_writes_to_the_bot_alone_with_a_slash_is_a_command_wherever_it_is() {
        ObjectNode slash = activities.message(ada, thread, "where do I sit?");
        ((ObjectNode) slash.path("recipient")).put("isTargeted", true);
        ears(true).hear(slash);

        assertThat(heard.getLast())
                .isInstanceOfSatisfying(
                        Incoming.Command.class, c -> assertThat(c.text()).isEqualTo("where do I sit?"));
    }
}
