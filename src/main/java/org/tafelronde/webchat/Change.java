package org.tafelronde.webchat;

import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;

/** Something that is other than before, for who watches. */
public sealed interface Change {
    /** All changes have one order; who saw this one, and all before it, can go on from this number. */
    long seq();

    Place place();

    /** A message is new or other than it was: edited, deleted, reacted to, answered. It comes as it is now. */
    record Message(long seq, WebMessage message) implements Change {
        @Override
        public Place place() {
            return message.ref().place();
        }
    }

    /** A place is new or other than it was: its topic, who is in it, whether it is archived. */
    record Room(long seq, Place place) implements Change {}

    /** A person is no longer in a place, or the place is no more. Nobody else is told. */
    record Gone(long seq, Place place, Person person) implements Change {}
}
