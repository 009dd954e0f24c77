package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Cards, as they are sent; they are left in {@code target/teams-cards}, for other tools to look at. */
class TeamsCardsTest {
    private static final Path FOLDER = Path.of("target/teams-cards");
    private static final Place TABLE =
            TeamsId.channel(FakeTeams.TEAM, FakeTeams.TEAM).place();

    private final Cards cards =
            new Cards(place -> "https://teams.microsoft.com/l/channel/x", medium -> Optional.empty());

    private static JsonNode left(String name, JsonNode card) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".json"), Json.bytes(card));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return card;
    }

    @Test
    void everything_that_can_be_said_stands_in_a_card_and_beside_it() {
        Content content = Content.of(
                        new Part.Heading("Round 1"),
                        new Part.Paragraph("One line\nand another"),
                        new Part.Bullets(List.of("a dot")),
                        new Part.Numbered(List.of(new Part.Numbered.Item(9, "ninth"))),
                        new Part.Quote("her words"),
                        new Part.Note("small print"),
                        new Part.Timed(new Part.Note("Until 14:20."), Instant.parse("2026-05-12T12:20:00Z"), "14:20"),
                        new Part.Picture("m", "a drawing"),
                        new Part.File("f", "digest.pdf"))
                .with(
                        Button.primary("I am here", "s:join"),
                        Button.plain("Later", "s:later"),
                        Button.danger("Stop", "s:stop"),
                        new Button.GoTo("To the table", TABLE));

        JsonNode card = left("everything", cards.card(content));

        SeenCard seen = SeenCard.ofCard(card);
        assertThat(seen.text().lines())
                .containsExactly(
                        "Round 1",
                        "One line",
                        "and another",
                        "• a dot",
                        "9. ninth",
                        "her words",
                        "small print",
                        "Until 14:20.",
                        "[a drawing]",
                        "[digest.pdf]");
        assertThat(seen.labels()).containsExactly("I am here", "Later", "Stop", "To the table");
        assertThat(card.path("version").asText()).isEqualTo("1.5");
        assertThat(card.path("fallbackText").asText()).isEqualTo(content.plain());
        assertThat(cards.messages(content).getFirst().path("summary").asText()).isEqualTo(content.plain());
    }

    @Test
    void nothing_that_people_write_turns_into_something_else() {
        String words = "**bold** [a link](https://example.org) <at>Ada</at> {{DATE(2026-05-12T12:00:00Z)}}\n# heading";
        Content content = Content.of(
                new Part.Heading(words),
                new Part.Paragraph(words),
                new Part.Quote(words),
                new Part.Bullets(List.of(words)),
                new Part.Note(words));

        JsonNode card = left("words", cards.card(content));

        assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock").contains("TextRun");
        assertThat(card.path("body").toString()).doesNotContain("{{").contains("**bold**");
    }

    @Test
    void the_bot_is_mentioned_where_elsewhere_slash_cafe_is_said_and_what_people_wrote_stays() {
        Content content = Content.of(
                new Part.Heading("What you can say (after /cafe)"),
                new Part.Paragraph("With the button or with /cafe answer TEXT. See example.org/cafe and /cafe-k7f."),
                new Part.Quote("Do we say /cafe mine?"));

        assertThat(SeenCard.ofCard(cards.card(content)).text().lines())
                .containsExactly(
                        "What you can say (after @Tafelronde)",
                        "With the button or with @Tafelronde answer TEXT. See example.org/cafe and /cafe-k7f.",
                        "Do we say /cafe mine?");
    }

    @Test
    void a_button_works_where_a_client_knows_only_old_ones() {
        JsonNode action = SeenCard.ofCard(cards.card(Content.text("x").with(Button.plain("Later", "s:later"))))
                .buttons()
                .getFirst();

        assertThat(action.path("type").asText()).isEqualTo("Action.Execute");
        assertThat(action.path("fallback").path("type").asText()).isEqualTo("Action.Submit");
        assertThat(action.path("fallback").path("data")).isEqualTo(action.path("data"));
        assertThat(Forms.action(action.path("data"))).contains("s:later");
    }

    @Test
    void many_buttons_stand_in_rows_that_teams_shows() {
        Content content = Content.text("x");
        for (int i = 0; i < 12; i++) {
            content = content.with(Button.plain("B" + i, "s:" + i));
        }
        JsonNode card = left("buttons", cards.card(content));
        assertThat(card.findValues("actions"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.size()).isLessThanOrEqualTo(6));
    }

    @Test
    void where_the_server_has_an_address_files_are_opened_and_pictures_seen() {
        Cards linked = new Cards(
                place -> "https://teams.microsoft.com/l/channel/x",
                medium -> Optional.of(URI.create("https://cafe.example.org/files/s/" + medium)));
        Content content = Content.of(
                        new Part.Heading("The digest"),
                        new Part.Picture("s/matrix.png", "Privacy 4, 2, 1"),
                        new Part.File("s/digest.html", "digest.html"),
                        new Part.File("s/digest.pdf", "digest.pdf"))
                .with(Button.primary("Publish", "s:publish"));

        JsonNode card = left("files", linked.card(content));

        assertThat(card.path("body").path(1).path("type").asText()).isEqualTo("Image");
        assertThat(card.path("body").path(1).path("altText").asText()).isEqualTo("Privacy 4, 2, 1");
        assertThat(SeenCard.ofCard(card).labels()).containsExactly("digest.html", "digest.pdf", "Publish");
        assertThat(SeenCard.ofCard(card).buttons().getFirst().path("url").asText())
                .isEqualTo("https://cafe.example.org/files/s/s/digest.html");
        assertThat(SeenCard.ofCard(card).text()).isEqualTo("The digest");
        assertThat(card.path("fallbackText").asText()).contains("[Privacy 4, 2, 1]", "[digest.pdf]");
    }

    @Test
    void what_people_answer_has_a_box_whose_words_no_other_button_takes_along() {
        Form box = new Form(
                "s:under 7",
                "",
                "Your table reads it.",
                List.of(new Form.Field.Words("text", "Ask your question here", "", 3, 2_000, true)),
                "Ask");
        Content content = Content.text("What made it possible?")
                .with(Button.plain("Without your name", "s:ask"), Button.plain("Ask", "s:under 7"))
                .asking(box);

        JsonNode card = left("box", cards.card(content));

        JsonNode input = card.path("body").path(1);
        assertThat(input.path("type").asText()).isEqualTo("Input.Text");
        assertThat(input.path("label").asText()).isEqualTo("Ask your question here");
        assertThat(input.path("placeholder").asText()).isEqualTo("Your table reads it.");
        assertThat(input.path("maxLength").asInt()).isEqualTo(2_000);
        assertThat(SeenCard.ofCard(card).labels())
                .as("what its button would open stands there already")
                .containsExactly("Ask", "Without your name");
        JsonNode send = SeenCard.ofCard(card).buttons().getFirst();
        JsonNode other = SeenCard.ofCard(card).buttons().getLast();
        assertThat(send.has("associatedInputs")).isFalse();
        assertThat(other.path("associatedInputs").asText()).isEqualTo("none");
        assertThat(other.path("fallback").path("associatedInputs").asText()).isEqualTo("none");
    }

    @Test
    void a_long_message_that_people_answer_has_one_box_in_its_last_part() {
        Content content = Content.of(new Part.Bullets(java.util.Collections.nCopies(400, "x".repeat(80))))
                .asking(new Form(
                        "s:under 7", "", "", List.of(new Form.Field.Words("text", "Ask", "", 3, 2_000, true)), "Ask"));
        List<ObjectNode> messages = cards.messages(content);
        assertThat(messages.size()).isGreaterThan(1);
        assertThat(messages.stream().filter(m -> m.toString().contains("Input.Text")))
                .containsExactly(messages.getLast());
    }

    @Test
    void a_form_has_all_its_fields() {
        Form form = new Form(
                "s:handover",
                "Handover",
                "What do the next people need?",
                List.of(
                        new Form.Field.Words("essence", "Essence", "so far", 3, 500, true),
                        new Form.Field.Choice("theme", "Theme", List.of(new Form.Option("a", "A")), "a"),
                        new Form.Field.Choices("some", "Some", List.of(new Form.Option("b", "B")), 2)),
                "Send");

        ObjectNode card = Forms.card(form, new Place(Platform.TEAMS, "-/a:1"));
        left("form", card);

        assertThat(card.findValuesAsText("id")).containsExactly("essence", "theme", "some");
        assertThat(card.findValuesAsText("label")).containsExactly("Essence", "Theme", "Some");
        assertThat(card.findValuesAsText("value")).contains("so far", "a", "b");
        assertThat(card.path("fallbackText").asText()).contains("Handover", "What do", "Essence");
        assertThat(SeenCard.ofCard(card).labels()).containsExactly("Send");
    }
}
