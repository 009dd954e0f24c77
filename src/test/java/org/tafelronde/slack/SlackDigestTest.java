package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Media;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.chat.SendResult;
import org.tafelronde.chat.UnknownOutcome;
import org.tafelronde.testing.SettableClock;

/** The digest in management's channel: the message, its files, and the canvas where there may be one. */
class SlackDigestTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-12T12:00:00Z"));
    private final FakeSlack slack = FakeSlack.at(clock);
    private final TestSlack bot = TestSlack.on(slack, clock)
            .with("s/published/digest.md", medium("digest.md", "text/markdown", "# The harbour\n\n#### Round 1\n"))
            .with("s/published/digest.pdf", medium("digest.pdf", "application/pdf", "%PDF"))
            .with("s/published/matrix.png", medium("matrix.png", "image/png", "png"));
    private final SlackPlatform platform = bot.platform();
    private final Person ada = TestSlack.person(slack.workspace().person("Ada"));
    private final Place management = ((SendResult.Sent) platform.send(
                    "open",
                    new Outgoing.OpenPlace(
                            Platform.SLACK, "cafe-k7f-digest", "Digest", Outgoing.Kind.MANAGEMENT, List.of(ada))))
            .ref()
            .place();

    @AfterEach
    void hangsUp() {
        bot.close();
        slack.close();
    }

    private static Media.Medium medium(String name, String type, String words) {
        return new Media.Medium(name, type, words.getBytes(StandardCharsets.UTF_8));
    }

    private Outgoing.Post digest(Part... before) {
        List<Part> parts = new ArrayList<>(List.of(before));
        parts.add(new Part.Picture("s/published/matrix.png", "Heat map: " + "Privacy 1, 2, 3; ".repeat(100)));
        parts.add(new Part.File("s/published/digest.pdf", "digest.pdf"));
        parts.add(new Part.File("s/published/digest.md", "digest.md"));
        return new Outgoing.Post(management, Optional.empty(), new Content(parts, List.of()), false);
    }

    private String canvas() {
        return slack.workspace().channel(SlackId.of(management).id()).canvas;
    }

    private List<JsonObject> messages() {
        return slack.workspace().messages(SlackId.of(management).id());
    }

    /** What is done beside everything else, for as long as anything could be tried again. */
    private void meanwhile() {
        for (int i = 0; i < 10; i++) {
            bot.chores().workAlone();
            clock.forward(Duration.ofSeconds(40));
        }
    }

    @Test
    void the_digest_is_the_channels_canvas_too_and_no_message_waits_for_it() {
        platform.send("d1", digest(new Part.Heading("Digest: The harbour")));
        assertThat(slack.calls("conversations.canvases.create")).isEmpty();
        platform.send("d2", new Outgoing.Post(management, Optional.empty(), Content.text("Thanks."), false));
        assertThat(slack.calls("conversations.canvases.create")).isEmpty();

        meanwhile();
        assertThat(canvas()).isEqualTo("# The harbour\n\n**Round 1**\n");
        assertThat(platform.send("d1", digest())).isInstanceOf(SendResult.Sent.class);
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).hasSize(1);
        assertThat(messages()).as("the digest, its files, and thanks").hasSize(3);
        assertThat(messages().get(1).getAsJsonArray("files"))
                .extracting(f -> f.getAsJsonObject().get("name").getAsString())
                .containsExactly("matrix.png", "digest.pdf", "digest.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing_scope",
                "free_team_not_allowed",
                "free_team_canvas_tab_already_exists",
                "team_tier_cannot_create_channel_canvases",
                "canvas_disabled_user_team",
                "canvas_creation_failed",
                "channel_canvas_already_exists",
                "restricted_action",
                "not_allowed_token_type",
                "unknown_method",
                "a_word_of_next_year"
            })
    void any_no_means_no_canvas_and_nothing_else(String why) {
        slack.workspace().forbidsCanvases(why);
        assertThat(platform.send("d1", digest())).isInstanceOf(SendResult.Sent.class);
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).hasSize(1);
        assertThat(messages()).hasSize(2);
        assertThat(platform.lookUp("d1", digest())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED_AFTER", "UNAVAILABLE_AFTER", "UNAVAILABLE"})
    void what_perhaps_was_made_is_not_made_again(FakeSlack.Fault fault) {
        slack.next("conversations.canvases.create", fault);
        platform.send("d1", digest());
        meanwhile();
        assertThat(platform.lookUp("d1", digest())).isPresent();
        platform.send("d1", digest());
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).hasSize(1);
    }

    @Test
    void when_slack_asks_for_patience_it_comes_later_and_not_for_ever() {
        slack.next("conversations.canvases.create", FakeSlack.Fault.TOO_MANY);
        platform.send("d1", digest());
        meanwhile();
        assertThat(canvas()).contains("The harbour");
        assertThat(slack.calls("conversations.canvases.create")).hasSize(2);

        slack.weather(method -> method.contains("canvases") ? FakeSlack.Fault.TOO_MANY : FakeSlack.Fault.NONE);
        platform.send("d2", digest());
        meanwhile();
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).hasSize(2 + 5);
    }

    @Test
    void a_message_that_came_in_two_goes_has_one_canvas_and_files_once() {
        slack.next("files.completeUploadExternal", FakeSlack.Fault.UNAVAILABLE);
        assertThatThrownBy(() -> platform.send("d1", digest())).isInstanceOf(UnknownOutcome.class);
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).isEmpty();
        assertThat(platform.lookUp("d1", digest())).isEmpty();
        platform.send("d1", digest());
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).hasSize(1);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void a_draft_that_one_person_reads_is_no_canvas() {
        platform.send("d1", new Outgoing.Direct(ada, digest().content()));
        meanwhile();
        assertThat(slack.calls("conversations.canvases.create")).isEmpty();
    }

    @Test
    void while_a_file_is_drawn_the_message_lets_others_go_first() {
        bot.draws("s/published/digest.pdf");
        assertThat(platform.patience(digest())).isPositive().isLessThan(Duration.ofSeconds(1));
        assertThat(platform.patience(new Outgoing.Direct(ada, digest().content())))
                .isPositive();
        assertThat(platform.patience(new Outgoing.Post(management, Optional.empty(), Content.text("Round 2"), false)))
                .isZero();
        bot.hasDrawn("s/published/digest.pdf");
        assertThat(platform.patience(digest())).isZero();
    }

    /** Sixteen themes, three questions of the greatest length each, every sign of them told, and within what Slack takes. */
    @Test
    void a_long_digest_stays_within_slacks_limits_and_loses_nothing() {
        List<Part> parts = new ArrayList<>(List.of(
                new Part.Heading("Digest: " + "A long title ".repeat(20)), new Part.Paragraph("Why. ".repeat(500))));
        List<String> questions = new ArrayList<>();
        for (int theme = 1; theme <= 16; theme++) {
            parts.add(new Part.Heading("Theme " + theme + ": the most important questions"));
            List<Part.Numbered.Item> items = new ArrayList<>();
            for (int n = 1; n <= 3; n++) {
                questions.add("Begin " + theme + "/" + n + " " + "&<why>".repeat(330) + " end " + theme + "/" + n);
                items.add(new Part.Numbered.Item(n, questions.getLast()));
            }
            parts.add(new Part.Numbered(items));
        }
        Outgoing.Post post = digest(parts.toArray(Part[]::new));

        assertThat(platform.send("d1", post)).isInstanceOf(SendResult.Sent.class);

        List<JsonObject> said = messages().stream().filter(m -> m.has("blocks")).toList();
        String all = said.stream().map(m -> FakeBlocks.read(m.get("blocks"))).reduce("", String::concat);
        assertThat(questions).allSatisfy(q -> assertThat(all).containsOnlyOnce(q));
        for (JsonObject message : said) {
            JsonArray blocks = message.getAsJsonArray("blocks");
            assertThat(blocks.get(blocks.size() - 1)
                            .getAsJsonObject()
                            .get("type")
                            .getAsString())
                    .as("no heading stands alone")
                    .isNotEqualTo("header");
        }
        assertThat(platform.lookUp("d1", post)).isPresent();
    }

    @Test
    void files_are_named_in_one_line() {
        platform.send("d1", digest());
        assertThat(FakeBlocks.read(messages().getFirst().get("blocks"))).contains("[digest.pdf] [digest.md]");
        assertThat(messages().getFirst().get("text").getAsString()).contains("[digest.pdf]\n[digest.md]");
    }
}
