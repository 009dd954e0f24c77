package org.tafelronde.chat;

/**
 * Somebody with an account (on the web chat: with a pass).
 *
 * @param id the platform's own id, never a name or an e-mail address
 */
public record Person(Platform platform, String id) {
    public Person {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person on " + platform.name() + " has an id");
        }
    }

    /** One string for this person on this platform: {@code slack:U024BE7LH}. {@link #ofKey} reads it back. */
    public String key() {
        return platform.name() + ":" + id;
    }

    /**
     * @param key what {@link #key()} gave
     * @throws IllegalArgumentException when it has no platform in front
     */
    public static Person ofKey(String key) {
        int colon = key.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a person's key is PLATFORM:ID, not \"" + key + "\"");
        }
        return new Person(new Platform(key.substring(0, colon)), key.substring(colon + 1));
    }
}
