package org.tafelronde.chat;

/**
 * One message, by which it can be answered, edited, reacted to.
 *
 * @param id unique within the place; in a message that is still waiting to be sent it may be our delivery's id
 */
public record MessageRef(Place place, String id) {

    /** The thread under it, as a place of its own: so it is called where a platform makes a thread into one. */
    public Place thread() {
        return new Place(place.platform(), place.id() + "/" + id);
    }
}
