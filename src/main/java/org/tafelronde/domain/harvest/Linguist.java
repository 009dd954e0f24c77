package org.tafelronde.domain.harvest;

import java.util.List;
import java.util.Optional;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** Knows a language's words: the port through which the harvest reads what people wrote. */
public interface Linguist {
    /** The words of a text, in order. */
    List<Word> read(String text, Language language);

    /** Begins to learn from a card, so that nobody waits for it later, and comes back at once. */
    default void prepare(ReferenceCard card, Language language) {}

    /** What the examples of a card teach; empty when it has none. Learned once for each card: the first time takes a second or so. */
    default Optional<Taught> taught(ReferenceCard card, Language language) {
        return Optional.empty();
    }

    /** The same one for who reads the same texts again, all in one language and one after the other: it remembers their words. */
    default Linguist remembering() {
        return new Remembering(this);
    }

    /**
     * @param said as it was written
     * @param stem by which words are compared: the same for "bewaren" and "bewaart", and for words that mean the same
     */
    record Word(String said, String stem, Kind kind) {
        public boolean tells() {
            return kind == Kind.TELLING || kind == Kind.OUTSIDE;
        }
    }

    enum Kind {
        /** Says what a question is about. */
        TELLING,
        /** Tells, and of the house or the day rather than of what is talked about: "coffee", "parking". */
        OUTSIDE,
        /** Tells what is asked for: "who", "where", "how often". */
        ASKING,
        /** Is in every other question: "how", "the". */
        SMALL,
        /** Turns the meaning round: "not", "without". */
        DENYING
    }
}
