package org.tafelronde.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Slack's documentation says that blocks may hold. */
final class FakeBlocks {
    private static final int ALL_TOGETHER = 13_000;

    private FakeBlocks() {}

    static Optional<String> problem(JsonArray blocks, int most) {
        if (blocks.isEmpty() || blocks.size() > most) {
            return Optional.of(blocks.size() + " blocks");
        }
        if (words(blocks) > ALL_TOGETHER) {
            return Optional.of("too many characters: " + words(blocks));
        }
        for (JsonElement element : blocks) {
            Optional<String> problem = problem(element.getAsJsonObject());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(JsonObject block) {
        return switch (text(block, "type")) {
            case "header" -> longer("header", block.getAsJsonObject("text"), 150);
            case "section" -> longer("section", block.getAsJsonObject("text"), 3_000);
            case "context" ->
                block.getAsJsonArray("elements").size() > 10 ? Optional.of("context of many") : Optional.empty();
            case "actions" -> actions(block.getAsJsonArray("elements"));
            case "rich_text" -> richText(block.getAsJsonArray("elements"));
            case "input" -> longer("label", block.getAsJsonObject("label"), 2_000);
            case "divider" -> Optional.empty();
            default -> Optional.of("unknown block " + text(block, "type"));
        };
    }

    private static Optional<String> richText(JsonArray elements) {
        if (elements.isEmpty()) {
            return Optional.of("empty rich text");
        }
        for (JsonElement element : elements) {
            JsonObject part = element.getAsJsonObject();
            Optional<String> problem = switch (text(part, "type")) {
                case "rich_text_section", "rich_text_quote", "rich_text_list" ->
                    richText(part.getAsJsonArray("elements"));
                case "text" -> text(part, "text").isEmpty() ? Optional.of("empty text") : Optional.empty();
                case "date" -> date(part);
                default -> Optional.of("unknown in rich text: " + text(part, "type"));
            };
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> date(JsonObject date) {
        boolean seconds =
                date.has("timestamp") && date.get("timestamp").getAsString().matches("\\d{10}");
        return seconds && text(date, "format").matches(".*\\{time\\}.*")
                ? Optional.empty()
                : Optional.of("a date of " + date);
    }

    private static Optional<String> actions(JsonArray elements) {
        if (elements.isEmpty() || elements.size() > 25) {
            return Optional.of(elements.size() + " elements in actions");
        }
        Set<String> ids = new HashSet<>();
        for (JsonElement element : elements) {
            JsonObject button = element.getAsJsonObject();
            if (!ids.add(text(button, "action_id"))) {
                return Optional.of("an action_id twice");
            }
            if (text(button, "value").length() > 2_000) {
                return Optional.of("a long value");
            }
            Optional<String> problem = longer("button", button.getAsJsonObject("text"), 75);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    static Optional<String> viewProblem(JsonObject view) {
        boolean modal = text(view, "type").equals("modal");
        Optional<String> title = modal ? longer("title", view.getAsJsonObject("title"), 24) : Optional.empty();
        if (title.isPresent()) {
            return title;
        }
        if (view.has("submit")
                && longer("submit", view.getAsJsonObject("submit"), 24).isPresent()) {
            return Optional.of("long submit");
        }
        for (JsonElement element : view.getAsJsonArray("blocks")) {
            JsonObject block = element.getAsJsonObject();
            if (text(block, "type").equals("input")) {
                Optional<String> problem = input(block.getAsJsonObject("element"));
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return text(view, "private_metadata").length() > 3_000
                ? Optional.of("long private_metadata")
                : problem(view.getAsJsonArray("blocks"), 100);
    }

    private static Optional<String> input(JsonObject element) {
        if (element.has("max_length") && element.get("max_length").getAsInt() > 3_000) {
            return Optional.of("max_length above 3000");
        }
        if (!element.has("options")) {
            return Optional.empty();
        }
        JsonArray options = element.getAsJsonArray("options");
        if (options.isEmpty() || options.size() > 100) {
            return Optional.of(options.size() + " options");
        }
        for (JsonElement option : options) {
            if (longer("option", option.getAsJsonObject().getAsJsonObject("text"), 75)
                            .isPresent()
                    || text(option.getAsJsonObject(), "value").length() > 150) {
                return Optional.of("a long option");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> longer(String what, JsonObject text, int most) {
        int length = text(text, "text").length();
        return length == 0 || length > most ? Optional.of(what + " of " + length + " characters") : Optional.empty();
    }

    static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    /** All that people can read in them, in order, and how much that is. */
    static String read(JsonElement element) {
        StringBuilder all = new StringBuilder();
        collect(element, all);
        return all.toString();
    }

    private static int words(JsonArray blocks) {
        return read(blocks).length();
    }

    private static boolean isSentence(JsonObject object) {
        String type = text(object, "type");
        return type.equals("rich_text_section") || type.equals("rich_text_quote");
    }

    private static void collect(JsonElement element, StringBuilder to) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(e -> collect(e, to));
        } else if (element.isJsonObject()) {
            if (isSentence(element.getAsJsonObject())) {
                element.getAsJsonObject()
                        .getAsJsonArray("elements")
                        .forEach(e -> to.append(text(e.getAsJsonObject(), "text"))
                                .append(text(e.getAsJsonObject(), "fallback")));
                to.append('\n');
                return;
            }
            element.getAsJsonObject().entrySet().forEach(e -> {
                if (e.getKey().equals("text") && e.getValue().isJsonPrimitive()) {
                    to.append(e.getValue().getAsString()).append('\n');
                } else {
                    collect(e.getValue(), to);
                }
            });
        }
    }
}
