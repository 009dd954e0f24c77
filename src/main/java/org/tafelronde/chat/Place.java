package org.tafelronde.chat;

/**
 * Where people talk: a channel, with threads in it.
 *
 * @param id the platform's own id; in a message that is still waiting to be sent, our own key for it
 */
public record Place(Platform platform, String id) {
    public Place {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a place on " + platform.name() + " has an id");
        }
    }

    /** Whether it is a thread under a message: {@code TEAM/CHANNEL/MESSAGE}, as {@link MessageRef#thread()} calls it. */
    public boolean isThread() {
        return id.chars().filter(c -> c == '/').count() > 1;
    }
}
