package org.tafelronde.chat;

/**
 * A chat system that people are on.
 *
 * @param name short, lower case, without a colon: it begins every {@link Person#key()}
 */
public record Platform(String name) {
    public static final Platform WEBCHAT = new Platform("webchat");
    public static final Platform SLACK = new Platform("slack");
    public static final Platform TEAMS = new Platform("teams");

    public Platform {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("a platform has a short lower-case name, not \"" + name + "\"");
        }
    }
}
