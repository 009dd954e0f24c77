package org.tafelronde.chat;

/** Something to press under a message. */
public sealed interface Button {
    String label();

    /**
     * Pressing it says something to the bot.
     *
     * @param action what comes back in {@link Incoming.Pressed#action()}; at most 200 characters
     */
    record Press(String label, String action, Look look) implements Button {
        public Press {
            if (action.length() > 200) {
                throw new IllegalArgumentException("a button's action has at most 200 characters: " + action);
            }
        }
    }

    /** Pressing it brings the person to a place. */
    record GoTo(String label, Place place) implements Button {}

    /**
     * Pressing it opens a page beside the chat.
     *
     * @param url with http or https in front
     */
    record Link(String label, String url) implements Button {
        public Link {
            if (!url.matches("https?://\\S+")) {
                throw new IllegalArgumentException("a link leads to a page, not to \"" + url + "\"");
            }
        }
    }

    /** How much a button asks for attention. */
    enum Look {
        PRIMARY,
        PLAIN,
        DANGER
    }

    static Button primary(String label, String action) {
        return new Press(label, action, Look.PRIMARY);
    }

    static Button plain(String label, String action) {
        return new Press(label, action, Look.PLAIN);
    }

    static Button danger(String label, String action) {
        return new Press(label, action, Look.DANGER);
    }
}
