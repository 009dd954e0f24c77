package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.script.Language;

/**
 * Finds questions that say nearly the same (F46). Two do when they were asked about one theme, both deny something or neither does, and of
 * the stems of their telling words at least {@link #ALIKE} are in both, and two at least. A group is led by the question that was asked
 * first, and every other is like that one: a chain of small steps makes no group.
 */
final class Grouping {
    private static final double ALIKE = .6;
    private static final int SHARED = 2;

    private final Linguist linguist;
    private final Language language;

    Grouping(Linguist linguist, Language language) {
        this.linguist = linguist;
        this.language = language;
    }

    /** What is compared of a question. No record: it is looked up by what it is, not by all that is in it. */
    private static final class Gist {
        private final Question question;
        private final Set<String> stems;
        private final boolean denies;

        Gist(Question question, Set<String> stems, boolean denies) {
            this.question = question;
            this.stems = stems;
            this.denies = denies;
        }

        boolean like(Gist other) {
            if (denies != other.denies) {
                return false;
            }
            int both = 0;
            for (String stem : stems) {
                both += other.stems.contains(stem) ? 1 : 0;
            }
            return both >= SHARED && both >= ALIKE * (stems.size() + other.stems.size() - both);
        }
    }

    /** Groups of two and more, each with its questions in the order in which they were asked. */
    List<List<Question>> of(List<Question> questions) {
        Map<Optional<String>, List<Gist>> themes = questions.stream()
                .map(this::gist)
                .collect(Collectors.groupingBy(g -> g.question.theme(), LinkedHashMap::new, Collectors.toList()));
        return themes.values().stream()
                .flatMap(gists -> groups(gists).stream())
                .filter(group -> group.size() > 1)
                .toList();
    }

    private Gist gist(Question q) {
        List<Linguist.Word> words = linguist.read(q.text(), language);
        return new Gist(
                q,
                words.stream()
                        .filter(Linguist.Word::tells)
                        .map(Linguist.Word::stem)
                        .collect(Collectors.toSet()),
                words.stream().anyMatch(w -> w.kind() == Linguist.Kind.DENYING));
    }

    private static List<List<Question>> groups(List<Gist> gists) {
        Map<String, Integer> often = new HashMap<>();
        gists.forEach(g -> g.stems.forEach(stem -> often.merge(stem, 1, Integer::sum)));
        Comparator<String> rareFirst = Comparator.<String>comparingInt(stem -> often.getOrDefault(stem, 0))
                .thenComparing(stem -> stem);
        Map<Gist, List<Question>> groups = new LinkedHashMap<>();
        Map<String, List<Gist>> leaders = new HashMap<>();
        for (Gist gist : gists) {
            // Two sets that are so alike share one of their rarest stems: only who does is looked at.
            List<String> stems = gist.stems.stream().sorted(rareFirst).toList();
            int rarest = stems.size() - (int) Math.ceil(ALIKE * stems.size()) + 1;
            List<String> signs = stems.subList(0, Math.min(stems.size(), rarest));
            Optional<Gist> leader = leader(gist, signs, leaders);
            if (leader.isPresent()) {
                groups.computeIfAbsent(leader.get(), l -> new ArrayList<>()).add(gist.question);
            } else {
                groups.put(gist, new ArrayList<>(List.of(gist.question)));
                signs.forEach(sign ->
                        leaders.computeIfAbsent(sign, s -> new ArrayList<>()).add(gist));
            }
        }
        return List.copyOf(groups.values());
    }

    private static Optional<Gist> leader(Gist gist, List<String> signs, Map<String, List<Gist>> leaders) {
        Set<Gist> looked = new HashSet<>();
        return signs.stream()
                .flatMap(sign -> leaders.getOrDefault(sign, List.of()).stream())
                .filter(looked::add)
                .filter(gist::like)
                .min(Comparator.comparingInt(l -> l.question.number()));
    }
}
