package org.tafelronde.domain.harvest;

import java.util.List;
import org.tafelronde.domain.harvest.Linguist.Word;

/** What the examples of a reference card taught about its topics. */
public interface Taught {
    /** What a question with these words is about, as far as the examples tell. */
    Opinion of(List<Word> words);

    /** Topics are counted from 0, in the card's order. */
    interface Opinion {
        /** How likely the question is about this topic, from 0 to 1. */
        double chance(int topic);

        /** How likely it is about none; with the chances of all topics it comes to 1. */
        double chanceOfNone();

        /** How much each word speaks for the topic: less than 0 when it speaks against it. */
        double[] says(int topic);
    }
}
