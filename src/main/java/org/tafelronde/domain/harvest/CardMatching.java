package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.Comparator;
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
 * topic with the highest sum is taken, when that is enough. Where the card has examples, what was learned from them counts besides, and the
 * topic must be likelier than none. What was found once is remembered.
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

    /** Where examples taught: how much the card's own words count beside them, and not more however many there are. */
    private static final double CARD = 1.5;

    private static final double CARD_AT_MOST = 3;
    /** How much more the place counts for what was learned from examples, which know no place. */
    private static final double WHERE = 3.3;

    private static final double UNLIKELY = 1e-6;
    /** So much likelier than none a topic must be, as a logarithm. */
    private static final double NONE = 2.25;

    /** Of what the word says that says most. */
    private static final double WORTH_TELLING = .25;

    private static final int MOST_TOLD = 5;

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
        Weighing weighing = new Weighing(words);
        double outside = outside(words);
        double[] sums = new double[topics.size()];
        double[] places = new double[topics.size()];
        for (int t = 0; t < sums.length; t++) {
            places[t] = place(topics.get(t), theme, round);
            sums[t] = weighing.sum(t) * places[t] * outside;
        }
        return taught.map(t -> t.of(words))
                .map(opinion -> learned(weighing, sums, places, opinion))
                .orElseGet(() -> best(sums, ENOUGH).stream()
                        .mapToObj(t -> new CardMatch(topics.get(t), weighing.on(t)))
                        .findFirst());
    }

    /** What the examples say counts, and what the card's words say: a word that the author put on the card is told to count. */
    private Optional<CardMatch> learned(Weighing weighing, double[] sums, double[] places, Taught.Opinion opinion) {
        double[] scores = new double[sums.length];
        for (int t = 0; t < scores.length; t++) {
            double chance = opinion.chance(t) * Math.pow(places[t], WHERE);
            scores[t] = Math.log(Math.max(chance, UNLIKELY)) + CARD * Math.min(sums[t], CARD_AT_MOST);
        }
        double none = Math.log(Math.max(opinion.chanceOfNone(), UNLIKELY)) + NONE;
        return best(scores, none).stream()
                .mapToObj(t -> new CardMatch(topics.get(t), weighing.on(t, opinion.says(t))))
                // Likelier than none by where it was asked alone: nobody could say why.
                .filter(match -> !match.on().isEmpty())
                .findFirst();
    }

    private static OptionalInt best(double[] scores, double enough) {
        int best = -1;
        for (int t = 0; t < scores.length; t++) {
            if (scores[t] >= enough && (best < 0 || scores[t] > scores[best])) {
                best = t;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private double outside(List<Word> words) {
        long strange = words.stream()
                .filter(w -> w.kind() == Linguist.Kind.OUTSIDE)
                .filter(w -> !card.has(w.stem()))
                .count();
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

    /** What each word of a question says for each topic: of all that it may be taken for, the best counts. */
    private final class Weighing {
        private final List<Word> words;
        /** By topic, and within that by word. */
        private final double[] weights;

        Weighing(List<Word> words) {
            this.words = words;
            this.weights = new double[topics.size() * words.size()];
            List<Map<String, Double>> like = words.stream().map(card::like).toList();
            for (int i = 0; i < words.size(); i++) {
                int place = i;
                Map<String, Double> here = like.get(i);
                if (words.get(i).tells()) {
                    here.forEach((stem, likeness) -> weigh(stem, place, likeness));
                }
                if (i > 0) {
                    card.inOne(words.get(i - 1), words.get(i)).ifPresent(stem -> {
                        weigh(stem, place - 1, .5);
                        weigh(stem, place, .5);
                    });
                }
                for (String stem : here.keySet()) {
                    for (CardWords.Phrase phrase : card.beginningWith(stem)) {
                        weigh(phrase, place, like);
                    }
                }
            }
        }

        private void weigh(String stem, int place, double share) {
            card.weights(stem).forEach((topic, weight) -> add(topic, place, weight * share));
        }

        private double weight(int topic, int place) {
            return weights[topic * words.size() + place];
        }

        /** A phrase's weight is shared out among its words, so that one word is not counted for itself as well. */
        private void weigh(CardWords.Phrase phrase, int start, List<Map<String, Double>> like) {
            List<Integer> places = places(phrase.stems(), start, like);
            double weight = PHRASE_OF_TWO + FURTHER_WORD * (places.size() - 2);
            places.forEach(place -> add(phrase.topic(), place, weight / places.size()));
        }

        private void add(int topic, int place, double weight) {
            int at = topic * words.size() + place;
            weights[at] = Math.max(weights[at], weight);
        }

        double sum(int topic) {
            double sum = 0;
            for (int i = 0; i < words.size(); i++) {
                sum += weight(topic, i);
            }
            return sum;
        }

        /** The words that are on the card. */
        List<String> on(int topic) {
            return told(IntStream.range(0, words.size()).filter(i -> weight(topic, i) > 0));
        }

        /**
         * The words that counted most, on the card or in the examples; of them rather those that tell something.
         *
         * @param says what each word says by the examples
         */
        List<String> on(int topic, double[] says) {
            double[] counts = IntStream.range(0, words.size())
                    .mapToDouble(i -> CARD * weight(topic, i) + says[i])
                    .toArray();
            List<Integer> most = IntStream.range(0, words.size())
                    .filter(i -> counts[i] > 0)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> isSmall(topic, i))
                            .thenComparing(i -> -counts[i]))
                    .toList();
            double top = most.isEmpty() ? 0 : counts[most.getFirst()];
            return told(most.stream()
                    .filter(i -> !isSmall(topic, i) || i.equals(most.getFirst()))
                    .filter(i -> counts[i] >= top * WORTH_TELLING)
                    .limit(MOST_TOLD)
                    .mapToInt(i -> i)
                    .sorted());
        }

        private boolean isSmall(int topic, int word) {
            return weight(topic, word) == 0 && words.get(word).kind() == Linguist.Kind.SMALL;
        }

        /** Words side by side are told as one: "hoe lang". */
        private List<String> told(IntStream places) {
            List<String> runs = new ArrayList<>();
            int before = -2;
            for (int place : places.toArray()) {
                String said = words.get(place).said();
                runs.add(place == before + 1 ? runs.removeLast() + " " + said : said);
                before = place;
            }
            return runs.stream().distinct().toList();
        }
    }

    /** Where the words of a phrase stand that begins here, in its order and close together; empty when they do not. */
    private static List<Integer> places(List<String> stems, int start, List<Map<String, Double>> like) {
        if (after(start, stems.get(1), like).isEmpty()) {
            // Most end here, and there are many.
            return List.of();
        }
        List<Integer> places = new ArrayList<>(List.of(start));
        for (String stem : stems.subList(1, stems.size())) {
            OptionalInt next = after(places.getLast(), stem, like);
            if (next.isEmpty()) {
                return List.of();
            }
            places.add(next.getAsInt());
        }
        return places;
    }

    /** Where a stem stands, soon after a place. */
    private static OptionalInt after(int place, String stem, List<Map<String, Double>> like) {
        int last = Math.min(like.size() - 1, place + 1 + BETWEEN);
        for (int at = place + 1; at <= last; at++) {
            if (like.get(at).containsKey(stem)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }
}
