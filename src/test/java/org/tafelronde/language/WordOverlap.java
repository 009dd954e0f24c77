package org.tafelronde.language;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.script.ReferenceCard;

/** What anybody would try first: the topic that shares the largest part of its words with the question. The measure to be better than. */
final class WordOverlap {
    /** By the ids of the topics, in the card's order. */
    private final Map<String, Set<String>> topics = new LinkedHashMap<>();

    private final double enough;

    WordOverlap(ReferenceCard card, double enough) {
        card.topics()
                .forEach(t ->
                        topics.put(t.id(), words(t.topic() + " " + t.question() + " " + String.join(" ", t.terms()))));
        this.enough = enough;
    }

    Optional<String> topic(String question) {
        Set<String> asked = words(question);
        Optional<String> best = Optional.empty();
        double most = 0;
        for (Map.Entry<String, Set<String>> topic : topics.entrySet()) {
            Set<String> words = topic.getValue();
            Set<String> both = new HashSet<>(asked);
            both.retainAll(words);
            Set<String> all = new HashSet<>(asked);
            all.addAll(words);
            double share = (double) both.size() / all.size();
            if (share > most && share >= enough) {
                most = share;
                best = Optional.of(topic.getKey());
            }
        }
        return best;
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> w.length() > 2)
                .collect(Collectors.toSet());
    }
}
