package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/**
 * Finds the topic of the reference card that a question is about (F53). A topic is known by its terms and, with less weight, by the words of
 * its name and of its model question. A word counts for more the fewer topics have it; a phrase of the terms counts as one thing; a compound
 * or a typing error counts for a part. Where the question was asked makes its own topics likelier. The topic with the highest sum is taken,
 * when that is enough.
 */
public final class CardMatching {
    /** What a word weighs by where it stands on the card. */
    private static final double TERM = 1;

    private static final double NAME = .7;
    private static final double MODEL = .45;
    /** One word of a phrase, without the others. */
    private static final double PART = .5;

    private static final double PHRASE = 1.4;
    /** Words that may stand between those of a phrase. */
    private static final int BETWEEN = 2;

    private static final double SAME_CELL = 1.6;
    private static final double SAME_THEME = 1;
    private static final double ELSEWHERE = .6;
    private static final double ENOUGH = .65;

    private final Linguist linguist;
    private final Language language;
    private final List<ReferenceCard.Topic> topics;
    /** By stem: how much it weighs for each topic that has it. */
    private final Map<String, Map<Integer, Double>> stems = new HashMap<>();

    /** Terms of one word, as they are written, and their stems: "hoelang" is also found in "hoe lang". */
    private final Map<String, String> written = new HashMap<>();

    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, List<Like>> seen = new HashMap<>();

    private record Phrase(int topic, List<String> stems) {}

    private record Like(String stem, double likeness) {}

    /** What speaks for a topic: the best of each word of the question, by its place. */
    private static final class Case {
        final Map<Integer, Double> weights = new TreeMap<>();

        void add(int place, double weight) {
            weights.merge(place, weight, Math::max);
        }

        double sum() {
            return weights.values().stream().mapToDouble(w -> w).sum();
        }
    }

    public CardMatching(ReferenceCard card, Linguist linguist, Language language) {
        this.linguist = linguist;
        this.language = language;
        this.topics = card.topics();
        for (int t = 0; t < topics.size(); t++) {
            learn(t, topics.get(t));
        }
        double all = Math.log(1 + topics.size());
        stems.values().forEach(weights -> {
            double rare = Math.log(1 + (double) topics.size() / weights.size()) / all;
            weights.replaceAll((topic, weight) -> weight * rare);
        });
    }

    private void learn(int t, ReferenceCard.Topic topic) {
        for (String term : topic.terms()) {
            List<Word> words = linguist.read(term, language);
            if (words.size() == 1) {
                learn(t, words.getFirst().stem(), TERM);
                written.put(
                        words.getFirst().said().toLowerCase(Locale.ROOT),
                        words.getFirst().stem());
            } else {
                phrases.add(new Phrase(t, words.stream().map(Word::stem).toList()));
                words.stream().filter(Word::tells).forEach(w -> learn(t, w.stem(), PART));
            }
        }
        linguist.read(topic.topic(), language).stream().filter(Word::tells).forEach(w -> learn(t, w.stem(), NAME));
        linguist.read(topic.question(), language).stream().filter(Word::tells).forEach(w -> learn(t, w.stem(), MODEL));
    }

    private void learn(int topic, String stem, double weight) {
        stems.computeIfAbsent(stem, s -> new HashMap<>()).merge(topic, weight, Math::max);
    }

    /**
     * @param theme where it was asked; empty for elsewhere
     */
    public Optional<CardMatch> of(String question, Optional<String> theme, OptionalInt round) {
        List<Word> words = linguist.read(question, language);
        Map<Integer, Case> cases = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).tells()) {
                weigh(words.get(i).stem(), i, 1, cases);
            }
            String two = i == 0 ? "" : (words.get(i - 1).said() + words.get(i).said()).toLowerCase(Locale.ROOT);
            String apart = written.get(two);
            if (apart != null) {
                weigh(apart, i - 1, .5, cases);
                weigh(apart, i, .5, cases);
            }
        }
        phrases.forEach(phrase -> weigh(phrase, words, cases));
        return cases.entrySet().stream()
                .map(e -> new Verdict(e.getKey(), e.getValue(), e.getValue().sum() * prior(e.getKey(), theme, round)))
                .filter(v -> v.score() >= ENOUGH)
                .max(Comparator.comparingDouble(Verdict::score)
                        .thenComparing(Comparator.comparingInt(Verdict::topic).reversed()))
                .map(v -> new CardMatch(topics.get(v.topic()), on(v.reasons(), words)));
    }

    private record Verdict(int topic, Case reasons, double score) {}

    private void weigh(String stem, int place, double share, Map<Integer, Case> cases) {
        for (Like like : seen.computeIfAbsent(stem, this::likes)) {
            stems.getOrDefault(like.stem(), Map.of())
                    .forEach((topic, weight) ->
                            cases.computeIfAbsent(topic, t -> new Case()).add(place, weight * like.likeness() * share));
        }
    }

    private List<Like> likes(String stem) {
        return stems.keySet().stream()
                .map(known -> new Like(known, Likeness.of(stem, known)))
                .filter(like -> like.likeness() > 0)
                .toList();
    }

    /** A phrase's weight is shared out among its words, so that one word is not counted for itself as well. */
    private void weigh(Phrase phrase, List<Word> words, Map<Integer, Case> cases) {
        List<Integer> places = places(phrase, words);
        if (!places.isEmpty()) {
            Case found = cases.computeIfAbsent(phrase.topic(), t -> new Case());
            places.forEach(place -> found.add(place, PHRASE / places.size()));
        }
    }

    /** Where the phrase's words stand, in its order and close together; empty when they do not. */
    private static List<Integer> places(Phrase phrase, List<Word> words) {
        for (int start = 0; start < words.size(); start++) {
            List<Integer> places = new ArrayList<>();
            int from = start;
            for (String stem : phrase.stems()) {
                int last = places.isEmpty() ? start : Math.min(words.size() - 1, from + BETWEEN);
                int at = from;
                while (at <= last && Likeness.of(words.get(at).stem(), stem) == 0) {
                    at++;
                }
                if (at > last || at >= words.size()) {
                    break;
                }
                places.add(at);
                from = at + 1;
            }
            if (places.size() == phrase.stems().size()) {
                return places;
            }
        }
        return List.of();
    }

    private double prior(int topic, Optional<String> theme, OptionalInt round) {
        ReferenceCard.Topic t = topics.get(topic);
        if (theme.isEmpty()) {
            return SAME_THEME;
        }
        if (!t.theme().equals(theme.get())) {
            return ELSEWHERE;
        }
        return round.isPresent() && round.getAsInt() == t.round() ? SAME_CELL : SAME_THEME;
    }

    /** Words side by side are told as one: "hoe lang". */
    private static List<String> on(Case reasons, List<Word> words) {
        Set<Integer> places = new HashSet<>(reasons.weights.keySet());
        List<List<String>> runs = new ArrayList<>();
        int before = -2;
        for (int place : places.stream().sorted().toList()) {
            if (place != before + 1) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(words.get(place).said());
            before = place;
        }
        return runs.stream().map(run -> String.join(" ", run)).distinct().collect(Collectors.toList());
    }
}
