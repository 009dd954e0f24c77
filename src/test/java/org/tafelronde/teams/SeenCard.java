package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A message as people see it: the words in its card, and the buttons under it. */
record SeenCard(String text, List<JsonNode> buttons) {
    static SeenCard of(JsonNode activity) {
        List<String> lines = new ArrayList<>();
        List<JsonNode> buttons = new ArrayList<>();
        if (activity.has("text")) {
            lines.add(activity.path("text").asText());
        }
        activity.path("attachments").forEach(a -> ofCard(a.path("content"), lines, buttons));
        return new SeenCard(String.join("\n", lines), buttons);
    }

    static SeenCard ofCard(JsonNode card) {
        List<String> lines = new ArrayList<>();
        List<JsonNode> buttons = new ArrayList<>();
        ofCard(card, lines, buttons);
        return new SeenCard(String.join("\n", lines), buttons);
    }

    private static void ofCard(JsonNode element, List<String> lines, List<JsonNode> buttons) {
        element.path("inlines").forEach(i -> lines.add(i.path("text").asText()));
        element.path("body").forEach(e -> ofCard(e, lines, buttons));
        element.path("items").forEach(e -> ofCard(e, lines, buttons));
        element.path("actions").forEach(buttons::add);
    }

    List<String> labels() {
        return buttons.stream().map(b -> b.path("title").asText()).toList();
    }
}
