package org.tafelronde.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;

/** Forms as Slack's modal views, and what comes back from them. */
final class Forms {
    static final String CALLBACK = "form";
    static final String FIELD = "field:";

    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_OPTION = 75;
    private static final int MOST_OPTIONS = 100;
    private static final int MOST_CHARACTERS = 3_000;

    private Forms() {}

    /**
     * @param place where it was asked for: it comes back with the answer
     */
    static JsonObject view(Form form, Place place) {
        JsonObject view = modal(form.title(), place);
        JsonObject kept = new JsonObject();
        kept.addProperty("action", form.action());
        kept.addProperty("place", place.id());
        view.addProperty("private_metadata", kept.toString());
        view.addProperty("callback_id", CALLBACK);
        view.add("submit", Blocks.plainText(Words.atMost(LONGEST_TITLE, form.submit())));
        JsonArray blocks = new JsonArray();
        if (!form.intro().isBlank()) {
            blocks.add(Blocks.paragraph(form.intro()));
        }
        form.fields().forEach(field -> add(field, blocks));
        view.add("blocks", blocks);
        return view;
    }

    /** Something to read, where a form was. */
    static JsonObject page(Content content, Place place) {
        JsonObject view = modal("Tafelronde", place);
        JsonObject kept = new JsonObject();
        kept.addProperty("action", "");
        kept.addProperty("place", place.id());
        view.addProperty("private_metadata", kept.toString());
        view.add("blocks", Blocks.first(content).blocks());
        return view;
    }

    /** The app's own page, section by section. */
    static JsonObject home(List<Content> sections) {
        JsonObject view = new JsonObject();
        view.addProperty("type", "home");
        view.add("blocks", Blocks.page(sections));
        return view;
    }

    private static JsonObject modal(String title, Place place) {
        JsonObject view = new JsonObject();
        view.addProperty("type", "modal");
        view.add("title", Blocks.plainText(Words.atMost(LONGEST_TITLE, title)));
        return view;
    }

    private static void add(Form.Field field, JsonArray to) {
        switch (field) {
            case Form.Field.Words words -> to.add(input(words, words(words), !words.required()));
            case Form.Field.Choice choice -> {
                long_(choice.options(), to);
                to.add(input(choice, choice(choice), false));
            }
            case Form.Field.Choices choices -> {
                long_(choices.options(), to);
                to.add(input(choices, choices(choices), true));
            }
            case Form.Field.Somewhere somewhere -> to.add(input(somewhere, somewhere(), true));
        }
    }

    /** An option shows its beginning only: what is longer stands above in full. */
    private static void long_(List<Form.Option> options, JsonArray to) {
        List<String> cut = options.stream()
                .map(Form.Option::label)
                .filter(l -> l.length() > LONGEST_OPTION)
                .toList();
        if (!cut.isEmpty()) {
            Blocks.of(Content.of(new Content.Part.Bullets(cut)))
                    .getFirst()
                    .blocks()
                    .forEach(to::add);
        }
    }

    private static JsonObject input(Form.Field field, JsonObject element, boolean optional) {
        JsonObject block = new JsonObject();
        block.addProperty("type", "input");
        block.addProperty("block_id", field.name());
        block.add("label", Blocks.plainText(Words.atMost(LONGEST_LABEL, field.label())));
        block.addProperty("optional", optional);
        element.addProperty("action_id", FIELD + field.name());
        block.add("element", element);
        return block;
    }

    private static JsonObject words(Form.Field.Words words) {
        JsonObject element = new JsonObject();
        element.addProperty("type", "plain_text_input");
        element.addProperty("multiline", words.lines() > 1);
        element.addProperty("max_length", Math.clamp(words.most(), 1, MOST_CHARACTERS));
        if (!words.initial().isEmpty()) {
            element.addProperty(
                    "initial_value", Words.atMost(Math.clamp(words.most(), 2, MOST_CHARACTERS), words.initial()));
        }
        return element;
    }

    private static JsonObject choice(Form.Field.Choice choice) {
        JsonObject element = new JsonObject();
        element.addProperty("type", "static_select");
        element.add("options", options(choice.options()));
        choice.options().stream()
                .limit(MOST_OPTIONS)
                .filter(o -> o.value().equals(choice.initial()))
                .findFirst()
                .ifPresent(o -> element.add("initial_option", option(o)));
        return element;
    }

    private static JsonObject choices(Form.Field.Choices choices) {
        JsonObject element = new JsonObject();
        element.addProperty("type", "multi_static_select");
        element.addProperty("max_selected_items", Math.max(1, choices.most()));
        element.add("options", options(choices.options()));
        return element;
    }

    /** Channels, and no talks between a few. */
    private static JsonObject somewhere() {
        JsonObject element = new JsonObject();
        element.addProperty("type", "conversations_select");
        JsonArray kinds = new JsonArray();
        kinds.add("public");
        kinds.add("private");
        JsonObject filter = new JsonObject();
        filter.add("include", kinds);
        filter.addProperty("exclude_bot_users", true);
        element.add("filter", filter);
        return element;
    }

    private static JsonArray options(List<Form.Option> options) {
        JsonArray all = new JsonArray();
        options.stream().limit(MOST_OPTIONS).map(Forms::option).forEach(all::add);
        return all;
    }

    private static JsonObject option(Form.Option option) {
        JsonObject object = new JsonObject();
        object.add("text", Blocks.plainText(Words.atMost(LONGEST_OPTION, option.label())));
        object.addProperty("value", option.value());
        return object;
    }

    // What comes back

    static String action(@Nullable String kept) {
        return kept(kept, "action").orElse("");
    }

    static Optional<Place> place(@Nullable String kept) {
        return kept(kept, "place").filter(p -> !p.isBlank()).map(p -> new Place(Platform.SLACK, p));
    }

    private static Optional<String> kept(@Nullable String kept, String name) {
        if (kept == null || kept.isBlank()) {
            return Optional.empty();
        }
        JsonElement element = JsonParser.parseString(kept);
        return Optional.of(element)
                .filter(JsonElement::isJsonObject)
                .map(e -> e.getAsJsonObject().get(name))
                .map(JsonElement::getAsString);
    }

    /** By the field's name; of several choices their values with a space between. */
    static Map<String, String> values(@Nullable ViewState state, String team) {
        Map<String, String> values = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues().forEach((name, inputs) -> inputs.values().forEach(v -> values.put(name, value(v, team))));
        }
        return values;
    }

    private static String value(ViewState.Value v, String team) {
        if (v.getSelectedConversation() != null) {
            return new SlackId(team, v.getSelectedConversation()).place().id();
        }
        if (v.getSelectedOptions() != null) {
            return v.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .collect(Collectors.joining(" "));
        }
        return Optional.ofNullable(v.getSelectedOption())
                .map(ViewState.SelectedOption::getValue)
                .or(() -> Optional.ofNullable(v.getValue()))
                .orElse("");
    }
}
