package org.tafelronde.domain.harvest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/**
 * Finds the topic of the reference card that a question is about (F53). A topic is known by its terms and, with less weight, by the words of
 * its name and of its model question. A phrase of the terms counts as one thing; a compound or a typing error counts for a part. Where the
 * question was asked makes its own topics likelier, and a word that is about the day or the house ("coffee") makes all of them less so. The
 * topic with the highest sum is taken, when that is enough. Where the card has examples, what was learned from them counts besides, and the
 * topic must be likelier than none. What was found once is remembered.
 */
public final class CardMatching {
    private static final double SAME_CELL = 1.4;
    private static final double SAME_THEME = 1;
    private static final double ELSEWHERE = .8;
    private static final double OUTSIDE = .4;
    private static final double ENOUGH = .65;

    /** Where examples taught: how much the card's own words count beside them, and not more however many there are. */
    private static final double CARD = 1.5;

    private static final double CARD_AT_MOST = 3;
    /** How much more the place counts for what was learned from examples, which know no place. */
    private static final double WHERE = 3.3;

    private static final double UNLIKELY = 1e-6;
    /** So much likelier than none a topic must be, as a logarithm. */
    private static final double NONE = 2.25;

    private static final int NO_TOPIC = -1;

    private final Linguist linguist;
    private final Language language;
    private final List<ReferenceCard.Topic> topics;
    private final CardWords card;
    private final Optional<Taught> taught;
    private final Map<Asked, Optional<CardMatch>> found = new ConcurrentHashMap<>();

    private record Asked(String question, Optional<String> theme, OptionalInt round) {}

    public CardMatching(ReferenceCard card, Linguist linguist, Language language) {
        this.linguist = linguist;
        this.language = language;
        this.topics = card.topics();
        this.card = new CardWords(topics, text -> linguist.read(text, language));
        this.taught = linguist.taught(card, language);
    }

    /**
     * @param theme where it was asked; empty for elsewhere
     */
    public Optional<CardMatch> of(String question, Optional<String> theme, OptionalInt round) {
        return found.computeIfAbsent(new Asked(question, theme, round), asked -> find(question, theme, round));
    }

    private Optional<CardMatch> find(String question, Optional<String> theme, OptionalInt round) {
        List<Word> words = linguist.read(question, language);
        Weighing weighing = new Weighing(card, topics.size(), words);
        double outside = outside(words);
        double[] sums = new double[topics.size()];
        double[] places = new double[topics.size()];
        for (int t = 0; t < sums.length; t++) {
            places[t] = place(topics.get(t), theme, round);
            sums[t] = weighing.sum(t) * places[t] * outside;
        }
        if (taught.isPresent()) {
            return learned(weighing, sums, places, taught.get().of(words));
        }
        int best = best(sums, ENOUGH);
        return best == NO_TOPIC ? Optional.empty() : match(best, weighing.on(best));
    }

    /** What the examples say counts, and what the card's words say: a word that the author put on the card is told to count. */
    private Optional<CardMatch> learned(Weighing weighing, double[] sums, double[] places, Taught.Opinion opinion) {
        double[] scores = new double[sums.length];
        for (int t = 0; t < scores.length; t++) {
            double chance = opinion.chance(t) * Math.pow(places[t], WHERE);
            scores[t] = Math.log(Math.max(chance, UNLIKELY)) + CARD * Math.min(sums[t], CARD_AT_MOST);
        }
        int best = best(scores, Math.log(Math.max(opinion.chanceOfNone(), UNLIKELY)) + NONE);
        return best == NO_TOPIC ? Optional.empty() : match(best, weighing.on(best, CARD, opinion.says(best)));
    }

    /** None where there is no word to tell: by where it was asked alone a topic may be likely, and nobody could say why. */
    private Optional<CardMatch> match(int topic, List<String> on) {
        return on.isEmpty() ? Optional.empty() : Optional.of(new CardMatch(topics.get(topic), on));
    }

    private static int best(double[] scores, double enough) {
        int best = NO_TOPIC;
        for (int t = 0; t < scores.length; t++) {
            if (scores[t] >= enough && (best == NO_TOPIC || scores[t] > scores[best])) {
                best = t;
            }
        }
        return best;
    }

    private double outside(List<Word> words) {
        int strange = 0;
        for (Word word : words) {
            if (word.kind() == Linguist.Kind.OUTSIDE && !card.has(word.stem())) {
                strange++;
            }
        }
        return Math.pow(OUTSIDE, strange);
    }

    /** How likely a question is of this topic by where it was asked alone: 1 for what is neither here nor there. */
    private static double place(ReferenceCard.Topic topic, Optional<String> theme, OptionalInt round) {
        if (theme.isEmpty()) {
            return SAME_THEME;
        }
        if (!topic.theme().equals(theme.get())) {
            return ELSEWHERE;
        }
        return round.isPresent() && round.getAsInt() == topic.round() ? SAME_CELL : SAME_THEME;
    }
}
