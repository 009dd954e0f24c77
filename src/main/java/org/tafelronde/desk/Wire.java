package org.tafelronde.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;

/** What goes over the line between a desk and us. */
final class Wire {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Wire() {}

    static String write(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can be written", e);
        }
    }

    /**
     * A command from a desk; what was left out is empty.
     *
     * @param key new for every press, equal when a browser sends it again
     * @param command as somebody would type it
     * @param language that the page is in
     */
    record Saying(String key, String command, String language) {}

    /** Empty when it is no JSON. */
    static Optional<Saying> saying(String body) {
        try {
            JsonNode said = MAPPER.readTree(body);
            return Optional.of(new Saying(
                    said.path("key").asText(),
                    said.path("command").asText(),
                    said.path("language").asText()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    record AnswerView(List<WhisperView> whispers) {}

    record WhisperView(String text, List<PressView> buttons) {}

    record PressView(String label, String command, String look) {}

    /** Words, and what can be pressed under them here. Where a button leads in the chat is of no use. */
    static AnswerView view(Answer answer) {
        return new AnswerView(answer.whispers().stream().map(Wire::view).toList());
    }

    private static WhisperView view(Content content) {
        return new WhisperView(
                content.plain(),
                content.buttons().stream()
                        .filter(Button.Press.class::isInstance)
                        .map(Button.Press.class::cast)
                        .filter(b -> Hand.maySay(b.action()))
                        .map(b -> new PressView(b.label(), b.action(), b.look().name()))
                        .toList());
    }
}
