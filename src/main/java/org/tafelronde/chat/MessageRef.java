package org.tafelronde.chat;

/**
 * One message, by which it can be answered, edited, reacted to.
 *
 * @param id unique within the place; in a message that is still waiting to be sent it may be our delivery's id
 */
public record MessageRef(Place place, String id) {}
