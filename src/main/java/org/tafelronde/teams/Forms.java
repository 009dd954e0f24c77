package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Forms as cards with inputs, and what comes back from them. */
final class Forms {
    private Forms() {}

    /**
     * @param asked is shown in the words of Teams
     * @param place where it was asked for: it comes back with the answer
     */
    static ObjectNode card(Form asked, Place place) {
        Form form = Spoken.here(asked);
        ArrayNode body = Json.array();
        body.add(Cards.words(form.title(), run -> run.put("weight", "bolder").put("size", "large")));
        form.intro().lines().forEach(line -> body.add(Cards.words(line, run -> run)));
        form.fields().forEach(field -> input(field).ifPresent(body::add));
        ObjectNode ours = ours(form).put("place", place.id());
        ArrayNode several = ours.putArray("several");
        form.fields().stream().filter(Form.Field.Choices.class::isInstance).forEach(field -> several.add(field.name()));
        body.add(submit(form, ours));
        return Cards.card(body, plain(form));
    }

    /** In a message that people answer. An empty box is told by the bot, in words, and not by a red star beside it. */
    static List<ObjectNode> box(Form form) {
        List<ObjectNode> box = new ArrayList<>();
        form.fields()
                .forEach(field -> input(field).ifPresent(input -> {
                    input.remove(List.of("isRequired", "errorMessage"));
                    box.add(form.intro().isBlank() ? input : input.put("placeholder", form.intro()));
                }));
        ObjectNode ours = ours(form);
        ArrayNode empty = ours.putArray("empty");
        form.fields().forEach(field -> empty.add(field.name()));
        box.add(submit(form, ours));
        return box;
    }

    private static ObjectNode ours(Form form) {
        return Json.object().put("action", form.action());
    }

    private static ObjectNode submit(Form form, ObjectNode ours) {
        ObjectNode data = Json.object().set(Cards.OURS, ours);
        return Cards.row(List.of(Cards.execute(form.submit(), data).put("style", "positive")));
    }

    static String plain(Form asked) {
        Form form = Spoken.here(asked);
        List<String> lines = new ArrayList<>(List.of(form.title()));
        if (!form.intro().isBlank()) {
            lines.add(form.intro());
        }
        form.fields().forEach(field -> lines.add(field.label()));
        return String.join("\n", lines);
    }

    private static Optional<ObjectNode> input(Form.Field field) {
        return switch (field) {
            case Form.Field.Words words -> Optional.of(labelled(words(words), field));
            case Form.Field.Choice choice ->
                Optional.of(labelled(
                        choices(choice.options()).put("value", choice.initial()).put("style", "expanded"), field));
            case Form.Field.Choices choices ->
                Optional.of(labelled(
                        choices(choices.options()).put("isMultiSelect", true).put("style", "expanded"), field));
            case Form.Field.Somewhere somewhere -> Optional.empty();
        };
    }

    private static ObjectNode labelled(ObjectNode input, Form.Field field) {
        return input.put("id", field.name()).put("label", field.label());
    }

    private static ObjectNode words(Form.Field.Words words) {
        ObjectNode input = Json.typed("Input.Text")
                .put("value", words.initial())
                .put("isMultiline", words.lines() > 1)
                .put("maxLength", words.most());
        return words.required() ? input.put("isRequired", true).put("errorMessage", words.label()) : input;
    }

    private static ObjectNode choices(List<Form.Option> options) {
        ObjectNode input = Json.typed("Input.ChoiceSet").put("wrap", true);
        ArrayNode all = input.putArray("choices");
        options.forEach(o -> all.addObject().put("title", o.label()).put("value", o.value()));
        return input;
    }

    // What comes back

    static Optional<String> action(JsonNode data) {
        return Json.text(data.path(Cards.OURS).path("action"));
    }

    static Optional<Place> place(JsonNode data) {
        return Json.text(data.path(Cards.OURS).path("place")).map(id -> new Place(Platform.TEAMS, id));
    }

    /** By the field's name, also when the client leaves out a box in which nothing stands; of several choices their values with a space between. */
    static Map<String, String> values(JsonNode data) {
        Set<String> several = new HashSet<>();
        data.path(Cards.OURS).path("several").forEach(name -> several.add(name.asText()));
        Map<String, String> values = data.properties().stream()
                .filter(e -> !e.getKey().equals(Cards.OURS) && !e.getKey().equals("msteams"))
                .filter(e -> e.getValue().isValueNode() && !e.getValue().isNull())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> several.contains(e.getKey())
                                ? e.getValue().asText().replace(',', ' ').strip()
                                : e.getValue().asText(),
                        (a, b) -> b,
                        HashMap::new));
        data.path(Cards.OURS).path("empty").forEach(name -> values.putIfAbsent(name.asText(), ""));
        return values;
    }
}
