package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.testing.SettableClock;
import org.tafelronde.time.Patience;

/** What Teams brings, as the bot hears it. */
class TeamsHearingTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10));
    private static final TeamsId TOWN = TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeTeams teams = new FakeTeams();
    private final TestTeams bot = new TestTeams(teams, clock);
    private final Activities activities = new Activities(teams);
    private final List<Incoming> heard = new ArrayList<>();
    private final Whispers whispers = new Whispers(bot.connector, bot.cards, bot.targeted);
    private final String ada = teams.person("Ada");
    private Answer answer = Answer.SILENT;
    private final CommandMenu menu = language -> List.of(new CommandMenu.Entry("where", "where", ""));
    private final Ears ears = new Ears(
            bot.connector,
            bot.known,
            () -> what -> {
                heard.add(what);
                return answer;
            },
            whispers,
            menu);

    @AfterEach
    void hangsUp() {
        whispers.close();
        bot.close();
        teams.close();
    }

    private <T extends Incoming> T hear(Class<T> type, JsonNode activity) {
        ears.hear(activity);
        return type.cast(heard.getLast());
    }

    @Test
    void after_a_mention_stands_a_command() {
        Incoming.Command command =
                hear(Incoming.Command.class, activities.mention(ada, FakeTeams.TEAM, "extend 5 & more"));

        assertThat(command.text()).isEqualTo("extend 5 & more");
        assertThat(command.in()).isEqualTo(TOWN.place());
        assertThat(command.by().person()).isEqualTo(TestTeams.person(ada));
        assertThat(command.by().name()).isEqualTo("Ada");
        assertThat(command.by().language()).isEqualTo("en-GB");
    }

    @Test
    void other_people_are_called_by_their_names() {
        ObjectNode a = activities.message(ada, FakeTeams.TEAM, "<at>Bob</at> and <b>what</b>?");
        a.putArray("entities")
                .addObject()
                .put("type", "mention")
                .put("text", "<at>Bob</at>")
                .putObject("mentioned")
                .put("id", "29:bob")
                .put("name", "Bob");
        assertThat(hear(Incoming.Said.class, a).text()).isEqualTo("@Bob and <b>what</b>?");
    }

    @Test
    void of_two_people_with_one_name_the_one_who_was_chosen_is_meant() {
        String bram = teams.person("Bram");
        String other = teams.person("Bram");
        assertThat(teams.name(bram)).isEqualTo(teams.name(other));
        Incoming.Command command = hear(
                Incoming.Command.class,
                activities.mentioning(activities.mention(ada, FakeTeams.TEAM, "move <at>Bram</at> privacy"), other));

        assertThat(command.text()).isEqualTo("move @Bram privacy");
        assertThat(command.named().people()).isEqualTo(Map.of("@Bram", TestTeams.person(other)));
        assertThat(command.named().places()).isEmpty();
    }

    @Test
    void whom_teams_does_not_tell_now_is_looked_for_by_the_name() {
        String bram = teams.person("Bram");
        teams.next("GET /connector", 503, "ServiceUnavailable");

        Incoming.Command command = hear(
                Incoming.Command.class,
                activities.mentioning(activities.mention(ada, FakeTeams.TEAM, "move <at>Bram</at> privacy"), bram));

        assertThat(command.text()).isEqualTo("move @Bram privacy");
        assertThat(command.named().people()).isEmpty();
    }

    @Test
    void a_deleted_channel_is_told_unless_the_bot_took_it_away_itself() {
        TeamsId room = TeamsId.channel(FakeTeams.TEAM, "19:channel-7@thread.tacv2");
        ObjectNode deleted = activities.channelDeleted(ada, room.channel());

        Incoming.Vanished gone = hear(Incoming.Vanished.class, deleted);

        assertThat(gone.in()).isEqualTo(room.place());
        assertThat(gone.by().person()).isEqualTo(TestTeams.person(ada));
        ObjectNode byNobody = activities.channelDeleted(ada, room.channel());
        byNobody.remove("from");
        assertThat(hear(Incoming.Vanished.class, byNobody).by().name()).isEmpty();
        bot.known.closed(room);
        int before = heard.size();
        ears.hear(activities.channelDeleted(ada, room.channel()));
        assertThat(heard).hasSize(before);
    }

    @Test
    void a_team_that_took_the_app_away_is_forgotten() {
        ears.hear(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "remove"));
        assertThat(bot.known.team()).isEmpty();
        ears.hear(activities.of("installationUpdate", ada, FakeTeams.TEAM).put("action", "add"));
        assertThat(bot.known.team()).isPresent();
    }

    @Test
    void what_is_written_in_a_box_comes_back_with_its_own_button_alone() {
        Content prompt = Content.text("What made it possible?")
                .with(Button.plain("Ask without your name", "s:ask"))
                .asking(new Form(
                        "s:under 7",
                        "",
                        "Your table reads it.",
                        List.of(new Form.Field.Words("text", "Ask your question here", "", 3, 2_000, true)),
                        "Ask"));
        JsonNode box = SeenCard.ofCard(bot.cards.card(prompt)).buttons().getFirst();
        ObjectNode data = box.path("data").deepCopy();
        data.put("text", "Who decides?");

        Incoming.Pressed pressed = hear(Incoming.Pressed.class, activities.press(ada, FakeTeams.TEAM, data));

        assertThat(pressed.action()).isEqualTo("s:under 7");
        assertThat(pressed.values()).isEqualTo(Map.of("text", "Who decides?"));
        data.remove("text");
        assertThat(hear(Incoming.Pressed.class, activities.press(ada, FakeTeams.TEAM, data))
                        .values())
                .as("a client may leave out an empty box")
                .isEqualTo(Map.of("text", ""));
    }

    @Test
    void an_answer_under_a_message_names_it() {
        String root = teams.says("bot", FakeTeams.TEAM, "What made it possible?");
        String thread = FakeTeams.TEAM + ";messageid=" + root;

        Incoming.Reply reply = hear(Incoming.Reply.class, activities.message(ada, thread, "Who decides?"));

        assertThat(reply.root()).isEqualTo(new MessageRef(TOWN.place(), root));
        assertThat(reply.message().id()).startsWith(root + "/");
        bot.platform.send("d", new Outgoing.React(reply.message(), Outgoing.Reaction.HEARD));
        assertThat(teams.messages(FakeTeams.TEAM).getLast().reactions).hasSize(1);
    }

    @Test
    void who_must_mention_the_bot_to_be_heard_can_still_answer() {
        String thread = FakeTeams.TEAM + ";messageid=" + teams.says("bot", FakeTeams.TEAM, "a prompt");

        assertThat(hear(Incoming.Reply.class, activities.mention(ada, thread, "Where do we begin?"))
                        .text())
                .isEqualTo("Where do we begin?");
        assertThat(hear(Incoming.Command.class, activities.mention(ada, thread, "where"))
                        .text())
                .isEqualTo("where");
    }

    @Test
    void in_a_table_that_is_a_thread_people_answer_its_first_message() {
        teams.withoutConsent();
        SendResult.Sent opened = (SendResult.Sent) bot.platform.send(
                "o", new Outgoing.OpenPlace(Platform.TEAMS, "cafe-k7f-a", "A", Outgoing.Kind.TABLE, List.of()));
        Place table = opened.ref().place();
        bot.platform.send("p", new Outgoing.Post(table, Optional.empty(), Content.text("a prompt"), false));

        Incoming.Reply reply = hear(
                Incoming.Reply.class, activities.message(ada, TeamsId.of(table).conversation(), "Who decides?"));

        assertThat(reply.root().thread()).isEqualTo(table);
        assertThat(table.isThread()).isTrue();
        assertThat(reply.in()).isEqualTo(table);
    }

    @Test
    void what_is_changed_or_taken_back_is_the_message_that_it_was() {
        String root = teams.says("bot", FakeTeams.TEAM, "a prompt");
        ObjectNode first = activities.message(ada, FakeTeams.TEAM + ";messageid=" + root, "Who?");
        MessageRef message = hear(Incoming.Reply.class, first).message();

        Incoming.Edited edited = hear(
                Incoming.Edited.class,
                first.deepCopy().put("type", "messageUpdate").put("text", "Who decides?"));
        Incoming.Edited again = hear(
                Incoming.Edited.class,
                first.deepCopy()
                        .put("type", "messageUpdate")
                        .put("text", "Who?")
                        .put("timestamp", "later"));
        Incoming.Deleted deleted = hear(Incoming.Deleted.class, first.deepCopy().put("type", "messageDelete"));

        assertThat(edited.message()).isEqualTo(message);
        assertThat(edited.text()).isEqualTo("Who decides?");
        assertThat(again.key()).isNotEqualTo(edited.key());
        assertThat(deleted.message()).isEqualTo(message);
    }

    @Test
    void a_press_is_answered_under_its_card() {
        answer = Answer.whisper(Content.text("You are in."));
        JsonNode data = Json.object().set(Cards.OURS, Json.object().put("action", "s:join"));

        JsonNode said = ears.hear(activities.press(ada, FakeTeams.TEAM, data)).orElseThrow();

        assertThat(((Incoming.Pressed) heard.getLast()).action()).isEqualTo("s:join");
        assertThat(said.path("statusCode").asInt()).isEqualTo(200);
        assertThat(said.path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(said.path("value").asText()).isEqualTo("You are in.");
    }

    @Test
    void what_does_not_fit_under_a_card_is_said_alone_too() {
        answer = Answer.whisper(Content.text("Keep it?").with(Button.primary("Keep", "s:ask Why?")));
        JsonNode data = Json.object().set(Cards.OURS, Json.object().put("action", "s:x"));
        ObjectNode press = activities.press(ada, FakeTeams.TEAM, data);
        ears.hear(press);
        ears.hear(press);

        assertThat(toldAlone(1))
                .singleElement()
                .satisfies(m -> assertThat(m.labels()).containsExactly("Keep"));
    }

    @Test
    void a_form_comes_back_filled_in_from_where_it_was_asked_for() {
        answer = Answer.open(new Form(
                "s:ask",
                "Ask",
                "One question.",
                List.of(
                        new Form.Field.Words("text", "Question", "", 3, 500, true),
                        new Form.Field.Choices("themes", "Themes", List.of(new Form.Option("a", "A")), 2)),
                "Send"));
        JsonNode press = Json.object().set(Cards.OURS, Json.object().put("action", "s:form"));
        JsonNode card = ears.hear(activities.press(ada, FakeTeams.TEAM, press))
                .orElseThrow()
                .path("value");
        ObjectNode data =
                SeenCard.ofCard(card).buttons().getFirst().path("data").deepCopy();
        data.put("text", "Who decides, and why?").put("themes", "a,b");

        answer = Answer.SILENT;
        Incoming.Pressed pressed = hear(
                Incoming.Pressed.class,
                activities.of("message", ada, teams.chatOf(ada)).set("value", data));

        assertThat(pressed.action()).isEqualTo("s:ask");
        assertThat(pressed.in()).isEqualTo(TOWN.place());
        assertThat(pressed.values()).isEqualTo(Map.of("text", "Who decides, and why?", "themes", "a b"));
    }

    @Test
    void an_answer_to_words_in_a_channel_is_said_alone_and_once() {
        answer = Answer.whisper(Content.text("Not now."));
        ObjectNode words = activities.mention(ada, FakeTeams.TEAM, "start");
        ears.hear(words);
        ears.hear(words);

        assertThat(toldAlone(1))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).isEqualTo("Not now."));
        assertThat(heard)
                .extracting(Incoming::key)
                .hasSize(2)
                .containsOnly(heard.getFirst().key());
    }

    private List<SeenCard> toldAlone(int atLeast) {
        return PATIENCE
                .until(() -> Optional.of(teams.messages(teams.chatOf(ada))).filter(m -> m.size() >= atLeast))
                .orElseThrow()
                .stream()
                .map(m -> SeenCard.of(m.activity))
                .toList();
    }

    @Test
    void who_comes_into_the_team_or_leaves_it_is_noticed() {
        ObjectNode came = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
        String bob = teams.person("Bob");
        came.putArray("membersAdded").addObject().put("id", "29:b").put("aadObjectId", bob);
        assertThat(hear(Incoming.Arrived.class, came).by().person()).isEqualTo(TestTeams.person(bob));
        ObjectNode went = activities.of("conversationUpdate", ada, FakeTeams.TEAM);
        went.putArray("membersRemoved").addObject().put("id", "29:b").put("aadObjectId", bob);
        assertThat(hear(Incoming.Left.class, went).by().person()).isEqualTo(TestTeams.person(bob));
    }

    @Test
    void a_team_where_it_is_installed_is_known_from_then_on() {
        ObjectNode installed =
                activities.of("installationUpdate", ada, "19:new@thread.tacv2").put("action", "add");
        ((ObjectNode) installed.path("channelData").path("team")).put("id", "19:new@thread.tacv2");
        ears.hear(installed);
        assertThat(bot.known.team().orElseThrow().team()).isEqualTo("19:new@thread.tacv2");
        assertThat(bot.known.group("19:new@thread.tacv2")).contains(FakeTeams.GROUP);
    }

    @Test
    void what_bots_say_and_what_nobody_knows_is_passed_over() {
        ears.hear(activities.of("typing", ada, FakeTeams.TEAM));
        ears.hear(activities.of("somethingOfNextYear", ada, FakeTeams.TEAM));
        ears.hear(activities.of("invoke", ada, FakeTeams.TEAM).put("name", "task/fetch"));
        ears.hear(Json.object());
        ObjectNode machine = activities.message(ada, FakeTeams.TEAM, "I am a machine");
        ((ObjectNode) machine.path("from")).remove("aadObjectId");
        ears.hear(machine);
        assertThat(heard).isEmpty();
    }
}
