package org.tafelronde.chat;

import java.util.function.Predicate;

/** What an adapter notes of people and places so that it can speak to them; it is not kept for longer than there is a café with them. */
public interface Keepsakes {
    /**
     * Lets go of what is of nobody and of nowhere any more. What was noted since the last tidying stays: the person or the place may be on
     * its way into a café.
     */
    void tidy(Predicate<Person> isInACafe, Predicate<Place> isOfACafe);
}
