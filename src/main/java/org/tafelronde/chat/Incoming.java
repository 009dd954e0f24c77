package org.tafelronde.chat;

import java.util.Map;

/**
 * Something that a person did on a platform, in words that all platforms share.
 *
 * <p>Every one has a {@link #key()}: the platform's own id of the event. A platform that is not sure that we heard sends again with
 * the same key, and is heard once.
 */
public sealed interface Incoming {
    /** Unique for what happened, equal when the platform sends it again. */
    String key();

    Speaker by();

    Place in();

    /**
     * {@code /cafe extend 5}, or the same after a mention.
     *
     * @param text what stands after {@code /cafe}; may be empty
     * @param named what is mentioned in it
     */
    record Command(String key, Speaker by, Place in, String text, Mentioned named) implements Incoming {
        /** Nothing is mentioned in it. */
        public Command(String key, Speaker by, Place in, String text) {
            this(key, by, in, text, Mentioned.NOTHING);
        }
    }

    /**
     * What somebody did not only write but chose from the platform's own list, by how it stands in the text: {@code #board},
     * {@code @Ada}.
     *
     * @param places the platform's own places, and its groups of people
     */
    record Mentioned(Map<String, Place> places, Map<String, Person> people) {
        public static final Mentioned NOTHING = new Mentioned(Map.of(), Map.of());

        public Mentioned {
            places = Map.copyOf(places);
            people = Map.copyOf(people);
        }
    }

    /** An answer in the thread under a message. */
    record Reply(String key, Speaker by, MessageRef root, MessageRef message, String text) implements Incoming {
        @Override
        public Place in() {
            return message.place();
        }
    }

    /** A message that answers nothing. */
    record Said(String key, Speaker by, MessageRef message, String text) implements Incoming {
        @Override
        public Place in() {
            return message.place();
        }
    }

    /** Somebody changed what they wrote. */
    record Edited(String key, Speaker by, MessageRef message, String text) implements Incoming {
        @Override
        public Place in() {
            return message.place();
        }
    }

    /** Somebody took back what they wrote. */
    record Deleted(String key, Speaker by, MessageRef message) implements Incoming {
        @Override
        public Place in() {
            return message.place();
        }
    }

    /**
     * A button, or a form that was sent in.
     *
     * @param action of the {@link Button.Press} or the {@link Form}
     * @param values what was filled in, by the field's name; empty for a button
     */
    record Pressed(String key, Speaker by, Place in, String action, Map<String, String> values) implements Incoming {
        public Pressed {
            values = Map.copyOf(values);
        }
    }

    /** Somebody came into a place. */
    record Arrived(String key, Speaker by, Place in) implements Incoming {}

    /** Somebody left a place. */
    record Left(String key, Speaker by, Place in) implements Incoming {}

    /** Somebody archived or deleted a place. */
    record Vanished(String key, Speaker by, Place in) implements Incoming {}
}
