package org.tafelronde.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.MediaLinks;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Shortened;

/**
 * What a message says, as a card of Teams (Adaptive Cards 1.5). People's words stand in text runs, which have no markup to turn into; the
 * plain text beside it is complete. A message that people answer has a box to write in: what they say under it reaches the bot only where
 * the owner of the team consented to that.
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
    /** All of them are as long as "digest.html", and a phone is narrow. */
    private static final int FILES_IN_A_ROW = 3;
    /** Teams shows none of these; a browser does. */
    private static final String DRAWING = ".svg";

    private final Function<Place, String> linkTo;
    private final MediaLinks media;

    /**
     * @param linkTo an address that opens a place in Teams
     * @param media Teams lets a bot bring no files into a channel: they are read on this server
     */
    Cards(Function<Place, String> linkTo, MediaLinks media) {
        this.linkTo = linkTo;
        this.media = media;
    }

    /** As few messages as it fits in: nearly always one. Buttons stand under the last. */
    List<ObjectNode> messages(Content said) {
        Content content = Spoken.here(said);
        List<ObjectNode> messages = new ArrayList<>();
        List<Part> room = new ArrayList<>();
        for (Part piece :
                content.parts().stream().flatMap(p -> pieces(p).stream()).toList()) {
            List<Part> more = new ArrayList<>(room);
            more.add(piece);
            if (!room.isEmpty() && size(content.saying(more)) > MOST_BYTES) {
                messages.add(message(new Content(room, List.of())));
                room.clear();
            }
            room.add(piece);
        }
        messages.add(message(content.saying(room)));
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

    ObjectNode card(Content said) {
        Content content = Spoken.here(said);
        ArrayNode body = Json.array();
        content.parts().forEach(part -> add(part, body));
        rows(files(content), FILES_IN_A_ROW, body);
        content.box().ifPresent(box -> Forms.box(box).forEach(body::add));
        rows(
                content.buttons().stream()
                        .filter(b -> !opens(b, content.box()))
                        .map(this::action)
                        .toList(),
                BUTTONS_IN_A_ROW,
                body);
        return card(body, content.plain());
    }

    /** Each as a button; those that have no address are named in the text. */
    private List<ObjectNode> files(Content content) {
        List<ObjectNode> all = new ArrayList<>();
        for (Part part : content.parts()) {
            if (part instanceof Part.File f) {
                media.to(f.medium()).ifPresent(address -> all.add(open(f.name(), address.toString())));
            } else if (part instanceof Part.Picture p && p.medium().endsWith(DRAWING)) {
                String label = Shortened.withDots(LONGEST_LABEL, p.alternative());
                media.to(p.medium()).ifPresent(address -> all.add(open(label, address.toString())));
            }
        }
        return all;
    }

    private static ObjectNode open(String label, String address) {
        return Json.typed("Action.OpenUrl").put("title", label).put("url", address);
    }

    /** What its button would open stands there already. */
    private static boolean opens(Button button, Optional<Form> box) {
        return button instanceof Button.Press press
                && box.filter(form -> form.action().equals(press.action())).isPresent();
    }

    private static void rows(List<ObjectNode> actions, int inARow, ArrayNode body) {
        for (int i = 0; i < actions.size(); i += inARow) {
            body.add(row(actions.subList(i, Math.min(actions.size(), i + inARow))));
        }
    }

    static ObjectNode row(List<ObjectNode> actions) {
        ObjectNode row = Json.typed("ActionSet");
        row.putArray("actions").addAll(actions);
        return row;
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

    private void add(Part part, ArrayNode to) {
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
            case Part.Picture p -> to.add(picture(p));
            case Part.File f -> {
                if (media.to(f.medium()).isEmpty()) {
                    to.add(named(f.name()));
                }
            }
        }
    }

    private ObjectNode picture(Part.Picture picture) {
        return media.to(picture.medium())
                .filter(address -> !picture.medium().endsWith(DRAWING))
                .map(address -> Json.typed("Image")
                        .put("url", address.toString())
                        .put("altText", tame(picture.alternative()))
                        .put("size", "stretch"))
                .orElseGet(() -> named(picture.alternative()));
    }

    private static ObjectNode named(String what) {
        return words("[" + what + "]", run -> run.put("italic", true));
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
                ObjectNode action = withoutInputs(execute(label, data));
                switch (press.look()) {
                    case PRIMARY -> action.put("style", "positive");
                    case DANGER -> action.put("style", "destructive");
                    case PLAIN -> {}
                }
                yield action;
            }
            case Button.GoTo go -> open(label, linkTo.apply(go.place()));
            case Button.Link link -> open(label, link.url());
        };
    }

    /** What stands in a box of the same card belongs to its own button. */
    private static ObjectNode withoutInputs(ObjectNode action) {
        action.put("associatedInputs", "none");
        if (action.get("fallback") instanceof ObjectNode plain) {
            plain.put("associatedInputs", "none");
        }
        return action;
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
