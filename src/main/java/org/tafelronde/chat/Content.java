package org.tafelronde.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message says. Every string in it is plain text: an adapter escapes all of it, so that nothing that people write can turn
 * into markup, a mention or a link of its own.
 *
 * @param box people answer this message. They do so in the thread under it; a platform where what they say there may not reach the bot
 *     shows these fields in the message itself
 */
public record Content(List<Part> parts, List<Button> buttons, Optional<Form> box) {

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
         * A sentence that tells a time of day. Where a platform can, everybody reads the time on their own clock; everywhere else it is
         * exactly the sentence.
         *
         * @param sentence a paragraph or small print
         * @param at the time that it tells, in the world's time
         * @param shown how the sentence tells it; the first place where it does is meant
         */
        record Timed(Part sentence, Instant at, String shown) implements Part {
            public Timed {
                if (!(sentence instanceof Paragraph || sentence instanceof Note)) {
                    throw new IllegalArgumentException("a time is told in a sentence, not in " + sentence);
                }
                if (shown.isEmpty() || !plain(sentence).contains(shown)) {
                    throw new IllegalArgumentException(sentence + " does not tell the time \"" + shown + "\"");
                }
            }

            /** The whole sentence. */
            public String text() {
                return plain(sentence);
            }

            /** What it says before the time. */
            public String before() {
                return text().substring(0, text().indexOf(shown));
            }

            /** What it says after the time. */
            public String after() {
                return text().substring(before().length() + shown.length());
            }
        }

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

    /** Nobody needs to answer it. */
    public Content(List<Part> parts, List<Button> buttons) {
        this(parts, buttons, Optional.empty());
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
        return new Content(parts, all, box);
    }

    public Content and(Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new Content(all, buttons, box);
    }

    /** The same, in other words. */
    public Content saying(List<Part> other) {
        return new Content(other, buttons, box);
    }

    /** The same, and people answer it. */
    public Content asking(Form form) {
        return new Content(parts, buttons, Optional.of(form));
    }

    /** The same, with this instead of its last part. */
    public Content endingIn(Part other) {
        List<Part> all = new ArrayList<>(parts.subList(0, Math.max(0, parts.size() - 1)));
        all.add(other);
        return new Content(all, buttons, box);
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
            case Part.Timed t -> plain(t.sentence());
            case Part.Picture p -> "[" + p.alternative() + "]";
            case Part.File f -> "[" + f.name() + "]";
        };
    }
}
