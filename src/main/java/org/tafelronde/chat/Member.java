package org.tafelronde.chat;

/**
 * Somebody in a place.
 *
 * @param human false for a bot or a deactivated account: never seated
 */
public record Member(Person person, String name, boolean human) {}
