package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.testing.SettableClock;

/** What goes wrong between Teams and us, and how it ends. */
class TeamsTroubleTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeTeams teams = new FakeTeams();
    private final TestTeams bot = new TestTeams(teams, clock);
    private final String ada = teams.person("Ada");

    @AfterEach
    void hangsUp() {
        bot.close();
        teams.close();
    }

    private Place opened(String name) {
        return opened(Outgoing.Kind.TABLE, name);
    }

    private Place opened(Outgoing.Kind kind, String name) {
        SendResult result = bot.platform.send(
                name, new Outgoing.OpenPlace(Platform.TEAMS, name, "Privacy", kind, List.of(TestTeams.person(ada))));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).ref().place();
    }

    private SendResult says(Place place, Content content) {
        return bot.platform.send("d", new Outgoing.Post(place, Optional.empty(), content, false));
    }

    @Test
    void where_nobody_consented_to_channels_a_table_is_a_thread() {
        teams.withoutConsent();
        Place privacy = opened("cafe-k7f-privacy");
        Place quality = opened("cafe-k7f-quality");
        says(privacy, Content.text("What made it possible?"));

        assertThat(TeamsId.of(privacy).thread()).isPresent();
        assertThat(quality).isNotEqualTo(privacy);
        assertThat(opened("cafe-k7f-privacy")).isEqualTo(privacy);
        assertThat(teams.channels()).hasSize(1);
        assertThat(teams.messages(FakeTeams.TEAM).getLast().root)
                .isEqualTo(TeamsId.of(privacy).thread());
        assertThat(teams.calls("POST /graph")).hasSize(1);
    }

    @Test
    void too_many_is_later_by_what_teams_says() {
        Place place = opened("cafe-k7f-privacy");
        teams.next("POST /connector", 429, "TooManyRequests");

        assertThat(says(place, Content.text("x")))
                .isInstanceOfSatisfying(
                        SendResult.Later.class, l -> assertThat(l.after()).isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void a_busy_teams_is_later_and_not_all_at_the_same_time() {
        Place place = opened("cafe-k7f-privacy");
        teams.next("POST /connector", 412, "PreconditionFailed");

        assertThat(says(place, Content.text("x")))
                .isInstanceOfSatisfying(
                        SendResult.Later.class,
                        l -> assertThat(l.after()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    @Test
    void when_nobody_knows_whether_it_arrived_a_prompt_is_said_again_and_an_answer_is_not() {
        Place place = opened("cafe-k7f-privacy");
        teams.nextAfterwards("POST /connector", 504);
        Outgoing.Post prompt = new Outgoing.Post(place, Optional.empty(), Content.text("x"), false);

        assertThatThrownBy(() -> bot.platform.send("d", prompt)).isInstanceOf(UnknownOutcome.class);
        assertThat(bot.platform.lookUp("d", prompt)).isEmpty();
        SendResult.Sent root = (SendResult.Sent) bot.platform.send("d", prompt);
        Outgoing.Post answer = new Outgoing.Post(place, Optional.of(root.ref()), Content.text("y"), false);
        assertThatThrownBy(() -> bot.platform.lookUp("e", answer)).isInstanceOf(UnknownOutcome.class);
    }

    @Test
    void a_new_channel_is_given_half_a_minute_to_be_known_everywhere() {
        Place place = opened("cafe-k7f-privacy");
        teams.next("POST /connector", 404, "ConversationNotFound");
        teams.next("POST /connector", 404, "ConversationNotFound");

        assertThat(says(place, Content.text("x"))).isInstanceOf(SendResult.Later.class);
        clock.forward(Duration.ofSeconds(31));
        assertThat(says(place, Content.text("x"))).isInstanceOf(SendResult.Never.class);
    }

    @Test
    void a_token_is_asked_for_once_and_again_when_it_was_taken_back() {
        Place place = opened("cafe-k7f-privacy");
        says(place, Content.text("x"));
        int before = teams.tokens();
        says(place, Content.text("x"));
        assertThat(teams.tokens()).isEqualTo(before);

        teams.next("POST /connector", 401, "Unauthorized");
        assertThat(says(place, Content.text("x"))).isInstanceOf(SendResult.Sent.class);
        assertThat(teams.tokens()).isEqualTo(before + 1);
        clock.forward(Duration.ofHours(2));
        says(place, Content.text("x"));
        assertThat(teams.tokens()).isEqualTo(before + 2);
    }

    @Test
    void our_token_goes_nowhere_but_to_teams() {
        TeamsId elsewhere = TeamsId.channel("19:other@thread.tacv2", "19:other@thread.tacv2");
        bot.known.service(elsewhere, "https://teams.example.org/");

        assertThat(bot.known.service(elsewhere)).isEqualTo(teams.service());
        assertThatThrownBy(() -> bot.line.connector("GET", "https://teams.example.org/", "/v3", Optional.empty()))
                .isInstanceOf(TeamsSaysNo.class);
    }

    @Test
    void what_is_too_long_for_one_message_stands_in_several_and_all_of_it() {
        Place place = opened("cafe-k7f-privacy");
        List<String> lines = IntStream.range(0, 400)
                .mapToObj(i -> "line " + i + " \u4e16\u754c " + "x".repeat(60))
                .toList();

        assertThat(says(place, Content.of(new Content.Part.Bullets(lines)))).isInstanceOf(SendResult.Sent.class);

        List<FakeTeams.Message> said = teams.messages(TeamsId.of(place).channel());
        assertThat(said.size()).isGreaterThan(1);
        assertThat(said)
                .allSatisfy(m -> assertThat(Json.bytes(m.activity).length).isLessThan(25_000));
        String all = said.stream().map(m -> SeenCard.of(m.activity).text()).reduce("", String::concat);
        assertThat(lines).allSatisfy(line -> assertThat(all).contains(line));
        assertThat(said.stream().skip(1)).allSatisfy(m -> assertThat(m.root).contains(said.getFirst().id));
    }

    @Test
    void a_part_that_broke_off_goes_on_where_it_was() {
        Place place = opened("cafe-k7f-privacy");
        Content content = Content.of(new Content.Part.Bullets(java.util.Collections.nCopies(300, "x".repeat(80))));
        says(place, content);
        int parts = teams.messages(TeamsId.of(place).channel()).size();
        teams.next("POST /connector/v3/conversations/", 429, "TooManyRequests");

        assertThat(says(place, content)).isInstanceOf(SendResult.Later.class);
        assertThat(says(place, content)).isInstanceOf(SendResult.Sent.class);
        assertThat(teams.messages(TeamsId.of(place).channel())).hasSize(2 * parts);
    }

    @Test
    void a_teams_that_lets_no_bot_react_troubles_nobody() {
        Place place = opened("cafe-k7f-privacy");
        clock.forward(Duration.ofSeconds(31));
        SendResult.Sent said = (SendResult.Sent) says(place, Content.text("x"));
        Outgoing react = new Outgoing.React(said.ref(), Outgoing.Reaction.HEARD);
        for (int status : List.of(404, 405, 501)) {
            teams.next("PUT /connector", status, "");
            assertThat(bot.platform.send("r", react)).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(teams.messages(TeamsId.of(place).channel()).getLast().reactions)
                .isEmpty();
    }

    @Test
    void no_more_is_said_in_a_thread_than_teams_bears() {
        Place place = opened("cafe-k7f-privacy");
        Outgoing.Topic topic = new Outgoing.Topic(place, "until 15:00", Optional.empty());
        assertThat(bot.platform.patience(topic)).isZero();
        for (int i = 0; i < 8; i++) {
            bot.platform.send("t", topic);
        }
        assertThat(bot.platform.patience(topic)).isEqualTo(Duration.ofSeconds(1));
        clock.forward(Duration.ofSeconds(1));
        assertThat(bot.platform.patience(topic)).isZero();
    }
}
