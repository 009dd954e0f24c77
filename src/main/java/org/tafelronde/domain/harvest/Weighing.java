package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.tafelronde.domain.harvest.Linguist.Word;

/**
 * What each word of a question says for each topic of a card: of all that it may be taken for, the best counts. It is done for every
 * question that is asked, thousands at a time, and so in plain loops: streams and comparators give the compiler at run time half a second of
 * work before they are fast.
 */
final class Weighing {
    private static final double PHRASE_OF_TWO = 1.1;
    private static final double FURTHER_WORD = .3;
    /** Words that may stand between those of a phrase. */
    private static final int BETWEEN = 2;

    /** Of what the word says that says most. */
    private static final double WORTH_TELLING = .25;

    private static final int MOST_TOLD = 5;
    private static final int NOWHERE = -1;

    private final CardWords card;
    private final List<Word> words;
    private final List<CardWords.Meaning> meanings;
    /** By topic, and within that by word. */
    private final double[] weights;

    Weighing(CardWords card, int topics, List<Word> words) {
        this.card = card;
        this.words = words;
        this.weights = new double[topics * words.size()];
        this.meanings = new ArrayList<>(words.size());
        for (Word word : words) {
            meanings.add(card.meaning(word));
        }
        for (int place = 0; place < words.size(); place++) {
            weigh(place);
        }
    }

    private void weigh(int place) {
        CardWords.Meaning here = meanings.get(place);
        for (int i = 0; i < here.topics().length; i++) {
            add(here.topics()[i], place, here.weights()[i]);
        }
        if (place > 0) {
            card.inOne(meanings.get(place - 1), here)
                    .ifPresent(stem -> card.weights(stem).forEach((topic, weight) -> {
                        add(topic, place - 1, weight / 2);
                        add(topic, place, weight / 2);
                    }));
        }
        for (CardWords.Phrase phrase : here.begins()) {
            weigh(phrase, place);
        }
    }

    /** A phrase's weight is shared out among its words, so that one word is not counted for itself as well. */
    private void weigh(CardWords.Phrase phrase, int start) {
        List<String> stems = phrase.stems();
        int[] places = new int[stems.size()];
        places[0] = start;
        for (int i = 1; i < places.length; i++) {
            places[i] = after(places[i - 1], stems.get(i));
            if (places[i] == NOWHERE) {
                return;
            }
        }
        double weight = PHRASE_OF_TWO + FURTHER_WORD * (places.length - 2);
        for (int place : places) {
            add(phrase.topic(), place, weight / places.length);
        }
    }

    /** Where a stem stands, soon after a place. */
    private int after(int place, String stem) {
        int last = Math.min(words.size() - 1, place + 1 + BETWEEN);
        for (int at = place + 1; at <= last; at++) {
            if (meanings.get(at).like().contains(stem)) {
                return at;
            }
        }
        return NOWHERE;
    }

    private void add(int topic, int place, double weight) {
        int at = topic * words.size() + place;
        weights[at] = Math.max(weights[at], weight);
    }

    private double weight(int topic, int place) {
        return weights[topic * words.size() + place];
    }

    double sum(int topic) {
        double sum = 0;
        for (int place = 0; place < words.size(); place++) {
            sum += weight(topic, place);
        }
        return sum;
    }

    /** The words that are on the card. */
    List<String> on(int topic) {
        boolean[] on = new boolean[words.size()];
        for (int place = 0; place < on.length; place++) {
            on[place] = weight(topic, place) > 0;
        }
        return told(on);
    }

    /**
     * The words that counted most, on the card or in the examples; of them rather those that tell something.
     *
     * @param share how much the card's own words count beside the examples
     * @param says what each word says by the examples
     */
    List<String> on(int topic, double share, double[] says) {
        double[] counts = new double[words.size()];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = share * weight(topic, place) + says[place];
        }
        boolean[] worthTelling = new boolean[counts.length];
        int first = most(topic, counts, worthTelling);
        int next = first;
        for (int many = 0; many < MOST_TOLD && next != NOWHERE; many++) {
            worthTelling[next] = true;
            next = most(topic, counts, worthTelling);
            if (next != NOWHERE && (isSmall(topic, next) || counts[next] < counts[first] * WORTH_TELLING)) {
                next = NOWHERE;
            }
        }
        return told(worthTelling);
    }

    /** Which word comes next: a small one only when no other is left. */
    private int most(int topic, double[] counts, boolean[] before) {
        int most = NOWHERE;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0 && !before[place] && (most == NOWHERE || isMore(topic, counts, place, most))) {
                most = place;
            }
        }
        return most;
    }

    private boolean isMore(int topic, double[] counts, int one, int other) {
        boolean small = isSmall(topic, one);
        return small == isSmall(topic, other) ? counts[one] > counts[other] : !small;
    }

    private boolean isSmall(int topic, int word) {
        return weight(topic, word) == 0 && words.get(word).kind() == Linguist.Kind.SMALL;
    }

    /** Words side by side are told as one: "hoe lang". */
    private List<String> told(boolean[] places) {
        List<String> runs = new ArrayList<>();
        for (int place = 0; place < places.length; place++) {
            if (places[place]) {
                String said = words.get(place).said();
                runs.add(place > 0 && places[place - 1] ? runs.removeLast() + " " + said : said);
            }
        }
        return List.copyOf(new LinkedHashSet<>(runs));
    }
}
