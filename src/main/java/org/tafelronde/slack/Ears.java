package org.tafelronde.slack;

/** Hears what people do in Slack. */
final class Ears {
    static final String PRESS = "press:";
    static final String GO = "goto:";

    private Ears() {}
}
