package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;

/** What Slack is given to show. */
class BlocksTest {
    private static final Instant TWENTY_PAST_TWO = Instant.parse("2026-05-12T12:20:00Z");

    @Test
    void a_time_is_read_on_the_readers_own_clock_and_told_on_the_cafes_where_that_fails() {
        Blocks.Message message = only(new Part.Note("Until 14:20. Table host: Ada <3."));
        assertThat(message.text()).isEqualTo("Until 14:20. Table host: Ada &lt;3.");
        assertThat(message.blocks()).isEqualTo(JsonParser.parseString("""
                [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
                    {"type": "text", "text": "Until ", "style": {"italic": true}},
                    {"type": "date", "timestamp": 1778588400, "format": "{time}", "fallback": "14:20", "style": {"italic": true}},
                    {"type": "text", "text": ". Table host: Ada <3.", "style": {"italic": true}}]}]}]"""));
        assertThat(FakeBlocks.problem(message.blocks(), 50)).isEmpty();
        assertThat(FakeBlocks.read(message.blocks())).isEqualTo("Until 14:20. Table host: Ada <3.\n");
    }

    @Test
    void a_sentence_that_is_only_a_time_has_nothing_empty_around_it() {
        JsonArray elements = elements(only(new Part.Paragraph("14:20")));
        assertThat(elements).hasSize(1);
        assertThat(elements.get(0).getAsJsonObject().has("style")).isFalse();
    }

    @Test
    void the_first_place_where_the_sentence_tells_the_time_is_meant() {
        JsonArray elements = elements(only(new Part.Paragraph("Until 14:20. Table host: Mr 14:20.")));
        assertThat(FakeBlocks.text((JsonObject) elements.get(2), "text")).isEqualTo(". Table host: Mr 14:20.");
    }

    @Test
    void where_it_is_too_long_for_one_piece_the_sentence_is_cut_and_nothing_of_it_is_lost() {
        String name = "Ada ".repeat(1_000);
        List<Blocks.Message> messages = Blocks.of(Content.of(timed(new Part.Note("Until 14:20. " + name))));
        assertThat(messages).hasSize(1);
        assertThat(FakeBlocks.read(messages.getFirst().blocks()).replaceAll("\\s+", " "))
                .isEqualTo(("Until 14:20. " + name).strip() + " ");
    }

    private static Blocks.Message only(Part sentence) {
        List<Blocks.Message> messages = Blocks.of(Content.of(timed(sentence)));
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static Part timed(Part sentence) {
        return new Part.Timed(sentence, TWENTY_PAST_TWO, "14:20");
    }

    private static JsonArray elements(Blocks.Message message) {
        return message.blocks()
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements");
    }
}
