package org.tafelronde.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;

/**
 * What a message says, as Slack shows it. People's words stand in rich text, which has no markup to turn into; the plain text beside it is
 * complete, for notifications and screen readers.
 */
final class Blocks {
    /** Slack takes 50 blocks and about 13,000 characters in them. */
    private static final int MOST_BLOCKS = 45;

    /** Slack's own page takes more blocks than a message. */
    private static final int MOST_BLOCKS_OF_A_PAGE = 100;

    private static final int MOST_CHARACTERS = 10_000;
    private static final int LONGEST_TEXT = 30_000;
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_PIECE = 2_900;
    private static final int BUTTONS_IN_A_ROW = 20;
    private static final String SMALL = "italic";

    private Blocks() {}

    /**
     * One message of Slack.
     *
     * @param text escaped
     */
    record Message(String text, JsonArray blocks) {}

    /** As few messages as it fits in: nearly always one. Buttons stand under the last. */
    static List<Message> of(Content content) {
        List<Message> messages = new ArrayList<>();
        List<Part> room = new ArrayList<>();
        int length = 0;
        for (Part part :
                content.parts().stream().flatMap(p -> pieces(p).stream()).toList()) {
            int more = Content.of(part).plain().length();
            if (!room.isEmpty() && (room.size() >= MOST_BLOCKS || length + more > MOST_CHARACTERS)) {
                // A heading stands above what it is the heading of.
                List<Part> next = room.size() > 1 && room.getLast() instanceof Part.Heading
                        ? List.of(room.removeLast())
                        : List.of();
                messages.add(message(new Content(room, List.of())));
                room = new ArrayList<>(next);
                length = new Content(room, List.of()).plain().length();
            }
            room.add(part);
            length += more;
        }
        messages.add(message(new Content(room, content.buttons())));
        return messages;
    }

    /** One message, cut where it is longer than one message may be. */
    static Message first(Content content) {
        Message first = of(new Content(content.parts(), List.of())).getFirst();
        content.buttons().stream()
                .collect(inRows())
                .forEach(row -> first.blocks().add(actions(row)));
        return first;
    }

    /**
     * A page of sections, each with its buttons under it and a line between them. Where it is longer than Slack takes, words are left out
     * at the end of it, and seen to be; buttons never are.
     */
    static JsonArray page(List<Content> sections) {
        JsonArray page = new JsonArray();
        int rows = sections.stream().mapToInt(s -> 1 + rows(s)).sum();
        int blocks = Math.max(0, MOST_BLOCKS_OF_A_PAGE - rows - 1);
        int characters = MOST_CHARACTERS;
        boolean cut = false;
        for (Content section : sections) {
            if (!page.isEmpty()) {
                page.add(typed("divider"));
            }
            for (Part part :
                    section.parts().stream().flatMap(p -> pieces(p).stream()).toList()) {
                int length = Content.of(part).plain().length();
                cut = cut || blocks == 0 || length > characters;
                if (!cut) {
                    page.add(block(part));
                    blocks--;
                    characters -= length;
                }
            }
            section.buttons().stream().collect(inRows()).forEach(row -> page.add(actions(row)));
        }
        if (cut || page.isEmpty()) {
            page.add(paragraph("…"));
        }
        return page;
    }

    private static int rows(Content section) {
        return (section.buttons().size() + BUTTONS_IN_A_ROW - 1) / BUTTONS_IN_A_ROW;
    }

    private static Message message(Content content) {
        JsonArray blocks = new JsonArray();
        List<String> files = new ArrayList<>();
        for (Part part : content.parts()) {
            if (part instanceof Part.File file) {
                files.add("[" + file.name() + "]");
            } else {
                named(files, blocks);
                blocks.add(block(part));
            }
        }
        named(files, blocks);
        content.buttons().stream().collect(inRows()).forEach(row -> blocks.add(actions(row)));
        if (blocks.isEmpty()) {
            blocks.add(paragraph("…"));
        }
        String text = Words.escaped(Words.atMost(LONGEST_TEXT, content.plain()));
        return new Message(text.isBlank() ? "…" : text, blocks);
    }

    /** Files that follow each other are named in one line. */
    private static void named(List<String> files, JsonArray to) {
        if (!files.isEmpty()) {
            to.add(rich(section(text(String.join(" ", files), "italic"))));
            files.clear();
        }
    }

    /** A long part as several: lists by their lines, words by their paragraphs. */
    private static List<Part> pieces(Part part) {
        return switch (part) {
            case Part.Paragraph p ->
                cut(p.text()).stream().<Part>map(Part.Paragraph::new).toList();
            case Part.Quote q ->
                cut(q.text()).stream().<Part>map(Part.Quote::new).toList();
            case Part.Note n -> cut(n.text()).stream().<Part>map(Part.Note::new).toList();
            case Part.Timed t -> t.text().length() > LONGEST_PIECE ? pieces(t.sentence()) : List.of(t);
            case Part.Heading h -> List.of(new Part.Heading(Words.atMost(LONGEST_PIECE, h.text())));
            case Part.Bullets b ->
                lines(b.items().stream()
                                .map(i -> Words.atMost(LONGEST_PIECE, i))
                                .toList())
                        .stream()
                        .<Part>map(Part.Bullets::new)
                        .toList();
            case Part.Numbered n -> numbered(n);
            case Part.Picture p -> List.of(p);
            case Part.File f -> List.of(f);
        };
    }

    private static List<Part> numbered(Part.Numbered list) {
        List<Part> pieces = new ArrayList<>();
        List<Part.Numbered.Item> room = new ArrayList<>();
        int length = 0;
        for (Part.Numbered.Item item : list.items()) {
            if (length + item.text().length() > LONGEST_PIECE && !room.isEmpty()) {
                pieces.add(new Part.Numbered(room));
                room.clear();
                length = 0;
            }
            room.add(new Part.Numbered.Item(item.number(), Words.atMost(LONGEST_PIECE, item.text())));
            length += item.text().length();
        }
        if (!room.isEmpty()) {
            pieces.add(new Part.Numbered(room));
        }
        return pieces;
    }

    private static List<List<String>> lines(List<String> lines) {
        List<List<String>> all = new ArrayList<>();
        List<String> room = new ArrayList<>();
        int length = 0;
        for (String line : lines) {
            if (length + line.length() > LONGEST_PIECE && !room.isEmpty()) {
                all.add(List.copyOf(room));
                room.clear();
                length = 0;
            }
            room.add(line);
            length += line.length();
        }
        if (!room.isEmpty()) {
            all.add(room);
        }
        return all;
    }

    private static List<String> cut(String text) {
        if (text.length() <= LONGEST_PIECE) {
            return List.of(text);
        }
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > LONGEST_PIECE) {
            int space = Math.max(rest.lastIndexOf('\n', LONGEST_PIECE), rest.lastIndexOf(' ', LONGEST_PIECE));
            int end = space > LONGEST_PIECE / 2 ? space : LONGEST_PIECE;
            end = Character.isHighSurrogate(rest.charAt(end - 1)) ? end - 1 : end;
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }

    private static JsonObject block(Part part) {
        return switch (part) {
            case Part.Heading h -> isTame(h.text()) ? header(h.text()) : rich(section(text(h.text(), "bold")));
            case Part.Paragraph p -> rich(section(text(p.text())));
            case Part.Bullets b -> rich(list(b.items()));
            case Part.Numbered n ->
                rich(section(text(n.items().stream()
                        .map(i -> i.number() + ". " + i.text())
                        .collect(Collectors.joining("\n")))));
            case Part.Quote q -> rich(elements("rich_text_quote", text(q.text())));
            case Part.Note n -> rich(section(text(n.text(), SMALL)));
            case Part.Timed t ->
                rich(timed(t, t.sentence() instanceof Part.Note ? new String[] {SMALL} : new String[0]));
            case Part.Picture p -> rich(section(text("[" + p.alternative() + "]", "italic")));
            case Part.File f -> rich(section(text("[" + f.name() + "]", "italic")));
        };
    }

    /** Whether it means the same with and without markup. */
    private static boolean isTame(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_HEADER
                && text.chars().noneMatch(c -> c == '<' || c == '>' || c == '&' || c == '\n');
    }

    private static JsonObject header(String text) {
        JsonObject block = typed("header");
        block.add("text", plainText(text));
        return block;
    }

    static JsonObject plainText(String text) {
        JsonObject plain = typed("plain_text");
        plain.addProperty("text", text);
        plain.addProperty("emoji", false);
        return plain;
    }

    /** A paragraph of people's words. */
    static JsonObject paragraph(String words) {
        return rich(section(text(Words.atMost(LONGEST_PIECE, words))));
    }

    private static JsonObject rich(JsonObject... elements) {
        return elements("rich_text", elements);
    }

    private static JsonObject section(JsonObject... elements) {
        return elements("rich_text_section", elements);
    }

    private static JsonObject list(List<String> items) {
        JsonObject list = typed("rich_text_list");
        list.addProperty("style", "bullet");
        JsonArray lines = new JsonArray();
        items.forEach(i -> lines.add(section(text(i))));
        list.add("elements", lines);
        return list;
    }

    private static JsonObject elements(String type, JsonObject... elements) {
        JsonObject object = typed(type);
        JsonArray all = new JsonArray();
        for (JsonObject element : elements) {
            all.add(element);
        }
        object.add("elements", all);
        return object;
    }

    /** Slack shows the time as it is where the reader is. */
    private static JsonObject timed(Part.Timed sentence, String... styles) {
        JsonObject date = typed("date");
        date.addProperty("timestamp", sentence.at().getEpochSecond());
        date.addProperty("format", "{time}");
        date.addProperty("fallback", sentence.shown());
        List<JsonObject> all = new ArrayList<>();
        if (!sentence.before().isEmpty()) {
            all.add(text(sentence.before(), styles));
        }
        all.add(styled(date, styles));
        if (!sentence.after().isEmpty()) {
            all.add(text(sentence.after(), styles));
        }
        return section(all.toArray(JsonObject[]::new));
    }

    private static JsonObject text(String text, String... styles) {
        JsonObject object = typed("text");
        object.addProperty("text", text.isEmpty() ? " " : text);
        return styled(object, styles);
    }

    private static JsonObject styled(JsonObject object, String... styles) {
        if (styles.length > 0) {
            JsonObject style = new JsonObject();
            for (String name : styles) {
                style.addProperty(name, true);
            }
            object.add("style", style);
        }
        return object;
    }

    private static JsonObject actions(List<Button> buttons) {
        JsonObject block = typed("actions");
        JsonArray elements = new JsonArray();
        for (int i = 0; i < buttons.size(); i++) {
            elements.add(button(buttons.get(i), i));
        }
        block.add("elements", elements);
        return block;
    }

    private static JsonObject button(Button button, int n) {
        JsonObject object = typed("button");
        object.add("text", plainText(Words.atMost(LONGEST_LABEL, button.label())));
        switch (button) {
            case Button.Press press -> {
                object.addProperty("action_id", Hands.PRESS + n);
                object.addProperty("value", press.action());
                switch (press.look()) {
                    case PRIMARY -> object.addProperty("style", "primary");
                    case DANGER -> object.addProperty("style", "danger");
                    case PLAIN -> {}
                }
            }
            case Button.GoTo go -> {
                SlackId to = SlackId.of(go.place());
                object.addProperty("action_id", Hands.GO + n);
                object.addProperty("url", address(to));
            }
            case Button.Link link -> {
                object.addProperty("action_id", Hands.GO + n);
                object.addProperty("url", link.url());
            }
        }
        return object;
    }

    /** It leads into the right workspace and channel wherever people are; a thread is opened where it begins. */
    private static String address(SlackId to) {
        return "https://slack.com/app_redirect?channel=" + to.id() + "&team=" + to.team()
                + to.thread()
                        .map(ts -> "&message_ts=" + ts + "&thread_ts=" + ts)
                        .orElse("");
    }

    private static java.util.stream.Collector<Button, ?, List<List<Button>>> inRows() {
        return Collectors.collectingAndThen(Collectors.toList(), all -> {
            List<List<Button>> rows = new ArrayList<>();
            for (int i = 0; i < all.size(); i += BUTTONS_IN_A_ROW) {
                rows.add(all.subList(i, Math.min(all.size(), i + BUTTONS_IN_A_ROW)));
            }
            return rows;
        });
    }

    private static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }
}
