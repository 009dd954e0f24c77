package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/**
 * Finds the topic of the reference card that a question is about (F53). A topic is known by its terms and, with less weight, by the words of
 * its name and of its model question. A phrase of the terms counts as one thing; a compound or a typing error counts for a part. Where the
 * question was asked makes its own topics likelier, and a word that is about the day or the house ("coffee") makes all of them less so. The
 * topic with the highest sum is taken, when that is enough. What was found once is remembered.
 */
public final class CardMatching {
    private static final double PHRASE_OF_TWO = 1.1;
    private static final double FURTHER_WORD = .3;
    /** Words that may stand between those of a phrase. */
    private static final int BETWEEN = 2;

    private static final double SAME_CELL = 1.4;
    private static final double SAME_THEME = 1;
    private static final double ELSEWHERE = .8;
    private static final double OUTSIDE = .4;
    private static final double ENOUGH = .65;

    private final Linguist linguist;
    private final Language language;
    private final List<ReferenceCard.Topic> topics;
    private final CardWords card;
    private final Map<Asked, Optional<CardMatch>> found = new ConcurrentHashMap<>();

    private record Asked(String question, Optional<String> theme, OptionalInt round) {}

    public CardMatching(ReferenceCard card, Linguist linguist, Language language) {
        this.linguist = linguist;
        this.language = language;
        this.topics = card.topics();
        this.card = new CardWords(topics, text -> linguist.read(text, language));
    }

    /**
     * @param theme where it was asked; empty for elsewhere
     */
    public Optional<CardMatch> of(String question, Optional<String> theme, OptionalInt round) {
        return found.computeIfAbsent(new Asked(question, theme, round), asked -> find(question, theme, round));
    }

    private Optional<CardMatch> find(String question, Optional<String> theme, OptionalInt round) {
        List<Word> words = linguist.read(question, language);
        Weighing weighing = new Weighing(words);
        double outside = outside(words);
        int best = -1;
        double most = 0;
        for (int t = 0; t < topics.size(); t++) {
            double score = weighing.sum(t) * prior(topics.get(t), theme, round) * outside;
            if (score >= ENOUGH && score > most) {
                best = t;
                most = score;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new CardMatch(topics.get(best), weighing.on(best)));
    }

    private double outside(List<Word> words) {
        long strange = words.stream()
                .filter(w -> w.kind() == Linguist.Kind.OUTSIDE)
                .filter(w -> !card.has(w.stem()))
                .count();
        return Math.pow(OUTSIDE, strange);
    }

    private static double prior(ReferenceCard.Topic topic, Optional<String> theme, OptionalInt round) {
        if (theme.isEmpty()) {
            return SAME_THEME;
        }
        if (!topic.theme().equals(theme.get())) {
            return ELSEWHERE;
        }
        return round.isPresent() && round.getAsInt() == topic.round() ? SAME_CELL : SAME_THEME;
    }

    /** What each word of a question says for each topic: of all that it may be taken for, the best counts. */
    private final class Weighing {
        private final List<Word> words;
        private final double[][] weights;

        Weighing(List<Word> words) {
            this.words = words;
            this.weights = new double[topics.size()][words.size()];
            List<Map<String, Double>> like = words.stream().map(card::like).toList();
            for (int i = 0; i < words.size(); i++) {
                int place = i;
                if (words.get(i).tells()) {
                    like.get(i).forEach((stem, likeness) -> weigh(stem, place, likeness));
                }
                if (i > 0) {
                    card.inOne(words.get(i - 1), words.get(i)).ifPresent(stem -> {
                        weigh(stem, place - 1, .5);
                        weigh(stem, place, .5);
                    });
                }
                like.get(i).keySet().stream()
                        .flatMap(stem -> card.beginningWith(stem).stream())
                        .forEach(phrase -> weigh(phrase, place, like));
            }
        }

        private void weigh(String stem, int place, double share) {
            card.weights(stem).forEach((topic, weight) -> add(topic, place, weight * share));
        }

        /** A phrase's weight is shared out among its words, so that one word is not counted for itself as well. */
        private void weigh(CardWords.Phrase phrase, int start, List<Map<String, Double>> like) {
            List<Integer> places = places(phrase.stems(), start, like);
            double weight = PHRASE_OF_TWO + FURTHER_WORD * (places.size() - 2);
            places.forEach(place -> add(phrase.topic(), place, weight / places.size()));
        }

        private void add(int topic, int place, double weight) {
            weights[topic][place] = Math.max(weights[topic][place], weight);
        }

        double sum(int topic) {
            double sum = 0;
            for (double weight : weights[topic]) {
                sum += weight;
            }
            return sum;
        }

        /** Words side by side are told as one: "hoe lang". */
        List<String> on(int topic) {
            List<String> runs = new ArrayList<>();
            int[] places = IntStream.range(0, words.size())
                    .filter(i -> weights[topic][i] > 0)
                    .toArray();
            int before = -2;
            for (int place : places) {
                String said = words.get(place).said();
                runs.add(place == before + 1 ? runs.removeLast() + " " + said : said);
                before = place;
            }
            return runs.stream().distinct().toList();
        }
    }

    /** Where the words of a phrase stand that begins here, in its order and close together; empty when they do not. */
    private static List<Integer> places(List<String> stems, int start, List<Map<String, Double>> like) {
        List<Integer> places = new ArrayList<>(List.of(start));
        for (String stem : stems.subList(1, stems.size())) {
            int at = places.getLast() + 1;
            int last = Math.min(like.size() - 1, at + BETWEEN);
            while (at <= last && !like.get(at).containsKey(stem)) {
                at++;
            }
            if (at > last) {
                return List.of();
            }
            places.add(at);
        }
        return places;
    }
}
