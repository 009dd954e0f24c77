package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.ReferenceCard.Topic;

/** The words of a reference card, each with what it weighs for which topic. A word counts for more the fewer topics say it, and the oftener one does. */
final class CardWords {
    /** What a word weighs by where it stands on the card. */
    private static final double TERM = 1;

    private static final double NAME = .7;
    private static final double MODEL = .6;
    /** One word of a phrase, without the others. */
    private static final double PART = .5;

    /** How much less a word counts for a topic that says it once than for the one that says it often: 0 for nothing, 1 for as much less. */
    private static final double DEVOTION = .25;

    private final int topics;
    private final Function<String, List<Word>> reading;
    /** By stem: how much it weighs for each topic that has it. */
    private final Map<String, Map<Integer, Double>> weights = new HashMap<>();

    /** By stem: how often each topic says it. */
    private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();

    /** Terms of one word, as they are written, and their stems: "hoelang" is also found in "hoe lang". */
    private final Map<String, String> written = new HashMap<>();

    /** By the stem of their first word. */
    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    /** All stems, those of the small words in phrases too. */
    private final Set<String> stems = new HashSet<>();

    private final Map<String, Map<String, Double>> liked = new ConcurrentHashMap<>();

    /** To look at a word anew takes hundreds of times as long, and questions share most of theirs. */
    private final Map<Word, Meaning> meanings = new ConcurrentHashMap<>();

    /** Words of a term that stand together, by their stems. */
    record Phrase(int topic, List<String> stems) {}

    /**
     * What a word of a question is to the card.
     *
     * @param written in small letters
     * @param mayGoOn whether a term of one word begins so
     * @param like the card's stems that it may be taken for
     * @param topics for which it says something by itself
     * @param weights what it weighs for each of them
     * @param begins the phrases that may begin with it
     */
    record Meaning(
            String written, boolean mayGoOn, Set<String> like, int[] topics, double[] weights, List<Phrase> begins) {}

    CardWords(List<Topic> topics, Function<String, List<Word>> reading) {
        this.topics = topics.size();
        this.reading = reading;
        for (int t = 0; t < topics.size(); t++) {
            learn(t, topics.get(t));
        }
        weights.forEach(this::byRarity);
    }

    private void learn(int t, Topic topic) {
        for (String term : topic.terms()) {
            List<Word> words = reading.apply(term);
            if (words.size() == 1) {
                Word word = words.getFirst();
                learn(t, word.stem(), TERM);
                written.put(word.said().toLowerCase(Locale.ROOT), word.stem());
            } else if (!words.isEmpty()) {
                List<String> all = words.stream().map(Word::stem).toList();
                stems.addAll(all);
                phrases.computeIfAbsent(all.getFirst(), s -> new ArrayList<>()).add(new Phrase(t, all));
                learn(t, words, PART);
            }
        }
        learn(t, reading.apply(topic.topic()), NAME);
        learn(t, reading.apply(topic.question()), MODEL);
    }

    private void learn(int topic, List<Word> words, double weight) {
        words.stream().filter(Word::tells).forEach(w -> learn(topic, w.stem(), weight));
    }

    private void learn(int topic, String stem, double weight) {
        stems.add(stem);
        weights.computeIfAbsent(stem, s -> new HashMap<>()).merge(topic, weight, Math::max);
        counts.computeIfAbsent(stem, s -> new HashMap<>()).merge(topic, 1, Integer::sum);
    }

    private void byRarity(String stem, Map<Integer, Double> weights) {
        Map<Integer, Integer> said = counts.getOrDefault(stem, Map.of());
        double most = said.values().stream().mapToInt(n -> n).max().orElse(1);
        double all = said.values().stream().mapToInt(n -> n).sum();
        // Nearly one for a word that one topic says often and others once.
        double among = all / most;
        double rarity = Math.log(1 + topics / among) / Math.log(1 + topics);
        weights.replaceAll((topic, weight) -> weight * rarity * Math.pow(said.getOrDefault(topic, 1) / most, DEVOTION));
    }

    boolean has(String stem) {
        return weights.containsKey(stem);
    }

    /** What this word means, which may be remembered. */
    Meaning meaning(Word word) {
        return meanings.computeIfAbsent(word, this::mean);
    }

    private Meaning mean(Word word) {
        Map<String, Double> like = like(word);
        Map<Integer, Double> best = new HashMap<>();
        if (word.tells()) {
            like.forEach((stem, likeness) ->
                    weights(stem).forEach((topic, weight) -> best.merge(topic, weight * likeness, Math::max)));
        }
        List<Integer> topics = List.copyOf(best.keySet());
        String said = word.said().toLowerCase(Locale.ROOT);
        return new Meaning(
                said,
                written.keySet().stream().anyMatch(term -> term.startsWith(said)),
                Set.copyOf(like.keySet()),
                topics.stream().mapToInt(t -> t).toArray(),
                topics.stream().mapToDouble(best::get).toArray(),
                like.keySet().stream()
                        .flatMap(stem -> phrases.getOrDefault(stem, List.of()).stream())
                        .toList());
    }

    /** By topic. */
    Map<Integer, Double> weights(String stem) {
        return weights.getOrDefault(stem, Map.of());
    }

    /** The stem of a term that is written as these two words in one. */
    Optional<String> inOne(Meaning first, Meaning second) {
        return first.mayGoOn()
                ? Optional.ofNullable(written.get(first.written() + second.written()))
                : Optional.empty();
    }

    /** The card's stems that a word is like, and how much. */
    private Map<String, Double> like(Word word) {
        String stem = word.stem();
        if (!word.tells()) {
            return stems.contains(stem) ? Map.of(stem, 1.0) : Map.of();
        }
        return liked.computeIfAbsent(stem, this::like);
    }

    /** Only a word that the card does not have can be a mistyped one. */
    private Map<String, Double> like(String stem) {
        boolean known = has(stem);
        Map<String, Double> like = new HashMap<>();
        for (String other : stems) {
            double likeness = known ? Likeness.within(stem, other) : Likeness.of(stem, other);
            if (likeness > 0) {
                like.put(other, likeness);
            }
        }
        return like;
    }
}
