package org.tafelronde.chat;

/**
 * Somebody who did something just now.
 *
 * @param name how they are called on their platform, as it is: it may hold anything
 * @param language what their platform says they read ("nl", "en-GB"), or empty when it does not say
 * @param mayBegin whether the platform lets them begin a café of their own; who came by an invitation alone may not
 * @param confined whether they can be in one place only, and so at one table
 */
public record Speaker(Person person, String name, String language, boolean mayBegin, boolean confined) {
    /** Who can go wherever they are let in. */
    public Speaker(Person person, String name, String language, boolean mayBegin) {
        this(person, name, language, mayBegin, false);
    }

    public static Speaker of(Person person, String name) {
        return new Speaker(person, name, "", true);
    }
}
