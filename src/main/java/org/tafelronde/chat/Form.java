package org.tafelronde.chat;

import java.util.List;

/**
 * Fields to fill in (Slack: a modal; Teams: a card; web chat: a dialog). Sending it in comes back as {@link Incoming.Pressed}.
 *
 * @param action comes back in {@link Incoming.Pressed#action()}
 * @param intro a line or two above the fields; may be empty
 */
public record Form(String action, String title, String intro, List<Field> fields, String submit) {
    public Form {
        fields = List.copyOf(fields);
    }

    /** One thing to fill in; what people fill in comes back under its name. */
    public sealed interface Field {
        String name();

        String label();

        /**
         * Words.
         *
         * @param initial what stands in it already
         * @param lines 1 for one line, more for a box
         * @param most how many characters fit
         */
        record Words(String name, String label, String initial, int lines, int most, boolean required)
                implements Field {}

        /** One of a few. */
        record Choice(String name, String label, List<Option> options, String initial) implements Field {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /**
         * Some of a few; comes back as their values with a space between.
         *
         * @param most how many may be chosen
         */
        record Choices(String name, String label, List<Option> options, int most) implements Field {
            public Choices {
                options = List.copyOf(options);
            }
        }

        /**
         * One of the platform's own places, or none; comes back as the place's id. Where the platform cannot let people choose one, it is
         * left out.
         */
        record Somewhere(String name, String label) implements Field {}
    }

    /**
     * @param value without spaces
     */
    public record Option(String value, String label) {}
}
