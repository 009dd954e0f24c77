package org.tafelronde.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Shortened;

/**
 * What a message says, as a card of Teams (Adaptive Cards 1.5). People's words stand in text runs, which have no markup to turn into; the
 * plain text beside it is complete.
 */
final class Cards {
    static final String CARD = "application/vnd.microsoft.card.adaptive";
    static final String VERSION = "1.5";
    /** What comes back with a press stands under this name, beside what was filled in. */
    static final String OURS = "tafelronde";

    static final String VERB = "press";

    /** Teams takes about 28 kB; a card with everything around it stays under 25. */
    private static final int MOST_BYTES = 20_000;

    private static final int LONGEST_PIECE = 2_000;
    private static final int LONGEST_SUMMARY = 300;
    private static final int LONGEST_LABEL = 80;
    private static final int BUTTONS_IN_A_ROW = 5;

    private final Function<Place, String> linkTo;

    /**
     * @param linkTo an address that opens a place in Teams
     */
    Cards(Function<Place, String> linkTo) {
        this.linkTo = linkTo;
    }

    /** As few messages as it fits in: nearly always one. Buttons stand under the last. */
    List<ObjectNode> messages(Content content) {
        List<ObjectNode> messages = new ArrayList<>();
        List<Part> room = new ArrayList<>();
        for (Part piece :
                content.parts().stream().flatMap(p -> pieces(p).stream()).toList()) {
            List<Part> more = new ArrayList<>(room);
            more.add(piece);
            if (!room.isEmpty() && size(new Content(more, content.buttons())) > MOST_BYTES) {
                messages.add(message(new Content(room, List.of())));
                room.clear();
            }
            room.add(piece);
        }
        messages.add(message(new Content(room, content.buttons())));
        return messages;
    }

    private int size(Content content) {
        return Json.bytes(message(content)).length;
    }

    private ObjectNode message(Content content) {
        return message(card(content), content.plain());
    }

    static ObjectNode message(ObjectNode card, String plain) {
        ObjectNode message = Json.typed("message");
        message.put("summary", Shortened.withDots(LONGEST_SUMMARY, plain.isBlank() ? "…" : plain));
        message.putArray("attachments").addObject().put("contentType", CARD).set("content", card);
        return message;
    }

    ObjectNode card(Content content) {
        ArrayNode body = Json.array();
        content.parts().forEach(part -> add(part, body));
        for (int i = 0; i < content.buttons().size(); i += BUTTONS_IN_A_ROW) {
            ObjectNode row = body.add(Json.typed("ActionSet")).get(body.size() - 1) instanceof ObjectNode set
                    ? set
                    : Json.object();
            ArrayNode actions = row.putArray("actions");
            content.buttons()
                    .subList(i, Math.min(content.buttons().size(), i + BUTTONS_IN_A_ROW))
                    .forEach(b -> actions.add(action(b)));
        }
        return card(body, content.plain());
    }

    static ObjectNode card(ArrayNode body, String plain) {
        ObjectNode card = Json.typed("AdaptiveCard");
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("version", VERSION);
        card.put("fallbackText", plain);
        card.set("body", body);
        card.putObject("msteams").put("width", "Full");
        return card;
    }

    private static void add(Part part, ArrayNode to) {
        switch (part) {
            case Part.Heading h ->
                to.add(words(h.text(), run -> run.put("weight", "bolder").put("size", "large")));
            case Part.Paragraph p -> lines(p.text(), to, run -> run);
            case Part.Bullets b -> b.items().forEach(i -> to.add(words("• " + i, run -> run)));
            case Part.Numbered n -> n.items().forEach(i -> to.add(words(i.number() + ". " + i.text(), run -> run)));
            case Part.Quote q -> {
                ObjectNode box = Json.typed("Container").put("style", "emphasis");
                lines(q.text(), box.putArray("items"), run -> run.put("italic", true));
                to.add(box);
            }
            case Part.Note n -> lines(n.text(), to, run -> run.put("isSubtle", true));
            case Part.Timed t -> add(t.sentence(), to);
            case Part.Picture p -> to.add(words("[" + p.alternative() + "]", run -> run.put("italic", true)));
            case Part.File f -> to.add(words("[" + f.name() + "]", run -> run.put("italic", true)));
        }
    }

    /** A text run keeps no line breaks: each line is a text of its own. */
    private static void lines(String text, ArrayNode to, Function<ObjectNode, ObjectNode> look) {
        text.lines().forEach(line -> to.add(words(line, look)));
    }

    static ObjectNode words(String text, Function<ObjectNode, ObjectNode> look) {
        ObjectNode block = Json.typed("RichTextBlock");
        block.putArray("inlines").add(look.apply(Json.typed("TextRun").put("text", tame(text))));
        return block;
    }

    /** A card makes a date of {@code {{DATE(...)}}}, wherever it stands. */
    private static String tame(String text) {
        return text.isBlank() ? "\u00a0" : text.replace("{{", "{\u200b{");
    }

    private ObjectNode action(Button button) {
        String label = Shortened.withDots(LONGEST_LABEL, button.label());
        return switch (button) {
            case Button.Press press -> {
                ObjectNode data = Json.object();
                data.putObject(OURS).put("action", press.action());
                ObjectNode action = execute(label, data);
                switch (press.look()) {
                    case PRIMARY -> action.put("style", "positive");
                    case DANGER -> action.put("style", "destructive");
                    case PLAIN -> {}
                }
                yield action;
            }
            case Button.GoTo go ->
                Json.typed("Action.OpenUrl").put("title", label).put("url", linkTo.apply(go.place()));
            case Button.Link link ->
                Json.typed("Action.OpenUrl").put("title", label).put("url", link.url());
        };
    }

    /** Where a client does not know it, an ordinary button. */
    static ObjectNode execute(String label, ObjectNode data) {
        ObjectNode plain = Json.typed("Action.Submit").put("title", label);
        plain.set("data", data);
        ObjectNode action = Json.typed("Action.Execute").put("title", label).put("verb", VERB);
        action.set("data", data.deepCopy());
        action.set("fallback", plain);
        return action;
    }

    /** A long part as several. */
    private static List<Part> pieces(Part part) {
        return switch (part) {
            case Part.Paragraph p ->
                cut(p.text()).stream().<Part>map(Part.Paragraph::new).toList();
            case Part.Quote q ->
                cut(q.text()).stream().<Part>map(Part.Quote::new).toList();
            case Part.Note n -> cut(n.text()).stream().<Part>map(Part.Note::new).toList();
            case Part.Timed t -> pieces(t.sentence());
            case Part.Heading h -> List.of(new Part.Heading(Shortened.withDots(LONGEST_PIECE, h.text())));
            case Part.Bullets b ->
                b.items().stream()
                        .<Part>map(i -> new Part.Bullets(List.of(Shortened.withDots(LONGEST_PIECE, i))))
                        .toList();
            case Part.Numbered n ->
                n.items().stream()
                        .<Part>map(i -> new Part.Numbered(List.of(
                                new Part.Numbered.Item(i.number(), Shortened.withDots(LONGEST_PIECE, i.text())))))
                        .toList();
            case Part.Picture p -> List.of(p);
            case Part.File f -> List.of(f);
        };
    }

    private static List<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > LONGEST_PIECE) {
            int space = Math.max(rest.lastIndexOf('\n', LONGEST_PIECE), rest.lastIndexOf(' ', LONGEST_PIECE));
            String piece = space > LONGEST_PIECE / 2 ? rest.substring(0, space) : Shortened.to(LONGEST_PIECE, rest);
            pieces.add(piece);
            rest = rest.substring(piece.length()).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }
}
