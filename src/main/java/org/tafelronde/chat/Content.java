package org.tafelronde.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message says. Every string in it is plain text: an adapter escapes all of it, so that nothing that people write can turn
 * into markup, a mention or a link of its own.
 */
public record Content(List<Part> parts, List<Button> buttons) {

    /** A piece of a message. */
    public sealed interface Part {
        /** A title. */
        record Heading(String text) implements Part {}

        /** A paragraph; line breaks in it are kept. */
        record Paragraph(String text) implements Part {}

        /** A list with dots. */
        record Bullets(List<String> items) implements Part {
            public Bullets {
                items = List.copyOf(items);
            }
        }

        /** A list whose numbers people type ({@code vote 2 5}): they are shown as given and need not be consecutive. */
        record Numbered(List<Item> items) implements Part {
            public Numbered {
                items = List.copyOf(items);
            }

            /** One line of such a list. */
            public record Item(int number, String text) {}
        }

        /** Somebody's own words. */
        record Quote(String text) implements Part {}

        /** Small print. */
        record Note(String text) implements Part {}

        /**
         * A picture.
         *
         * @param medium where {@link Media} finds it
         * @param alternative what it shows, for who cannot see it
         */
        record Picture(String medium, String alternative) implements Part {}

        /**
         * A file to open or download.
         *
         * @param medium where {@link Media} finds it
         */
        record File(String medium, String name) implements Part {}
    }

    public Content {
        parts = List.copyOf(parts);
        buttons = List.copyOf(buttons);
    }

    public static Content of(Part... parts) {
        return new Content(List.of(parts), List.of());
    }

    /** One paragraph and nothing else. */
    public static Content text(String text) {
        return of(new Part.Paragraph(text));
    }

    public Content with(Button... more) {
        List<Button> all = new ArrayList<>(buttons);
        all.addAll(List.of(more));
        return new Content(parts, all);
    }

    public Content and(Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new Content(all, buttons);
    }

    /** The whole message without its looks: for notifications, screen readers and platforms that know no better. */
    public String plain() {
        return parts.stream().map(Content::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(Part part) {
        return switch (part) {
            case Part.Heading h -> h.text();
            case Part.Paragraph p -> p.text();
            case Part.Bullets b -> b.items().stream().map(i -> "- " + i).collect(Collectors.joining("\n"));
            case Part.Numbered n ->
                n.items().stream().map(i -> i.number() + ". " + i.text()).collect(Collectors.joining("\n"));
            case Part.Quote q -> "> " + q.text().replace("\n", "\n> ");
            case Part.Note n -> n.text();
            case Part.Picture p -> "[" + p.alternative() + "]";
            case Part.File f -> "[" + f.name() + "]";
        };
    }
}
