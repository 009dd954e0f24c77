package org.tafelronde.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tafelronde.domain.harvest.Linguist.Word;

/**
 * What a question can be known by, numbered: the stems of its words, the pairs of them side by side, and four letters at a time. Only what two
 * examples have: what one has alone teaches little, and would fill the memory.
 */
final class Traits {
    private static final int LETTERS = 4;
    private static final int TWICE = 2;
    private static final int UNKNOWN = -1;
    /** So that a flood of odd words cannot fill the memory. */
    private static final int MOST_KEPT = 20_000;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Those of each example, by their numbers, as often as it has them. */
    private final List<int[]> ofExamples;

    /** Words that were met in questions. To look at one anew takes dozens of times as long. */
    private final Map<Word, OfWord> ofWords = new ConcurrentHashMap<>();

    /**
     * @param stem as pairs are made of
     * @param traits that it has by itself
     */
    private record OfWord(String stem, int[] traits) {}

    Traits(List<List<Word>> examples) {
        List<int[]> all = examples.stream().map(this::learned).toList();
        int[] seen = new int[numbers.size()];
        all.forEach(of -> Arrays.stream(each(of)).forEach(trait -> seen[trait]++));
        int[] renumbered = new int[seen.length];
        int next = 0;
        for (int trait = 0; trait < seen.length; trait++) {
            renumbered[trait] = seen[trait] < TWICE ? UNKNOWN : next++;
        }
        numbers.replaceAll((name, trait) -> renumbered[trait]);
        numbers.values().removeIf(trait -> trait == UNKNOWN);
        ofExamples = all.stream().map(of -> kept(of, renumbered)).toList();
    }

    private static int[] kept(int[] of, int[] renumbered) {
        Numbers kept = new Numbers();
        for (int trait : of) {
            if (renumbered[trait] != UNKNOWN) {
                kept.add(renumbered[trait]);
            }
        }
        return kept.toArray();
    }

    private int[] learned(List<Word> words) {
        Numbers all = new Numbers();
        named(words, (name, first, last) -> {
            Integer known = numbers.get(name);
            if (known == null) {
                known = numbers.size();
                numbers.put(name, known);
            }
            all.add(known);
        });
        return all.toArray();
    }

    int size() {
        return numbers.size();
    }

    List<int[]> ofExamples() {
        return ofExamples;
    }

    /**
     * The traits of a question that examples have, as often as it has them.
     *
     * @param first from which word of the question each stands
     * @param last to which word
     */
    record Found(int[] traits, int[] first, int[] last) {}

    Found of(List<Word> words) {
        Numbers traits = new Numbers();
        Numbers first = new Numbers();
        Numbers last = new Numbers();
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            OfWord of = ofWord(words.get(i));
            for (int trait : of.traits()) {
                traits.add(trait);
                first.add(i);
                last.add(i);
            }
            int pair = i > 0 ? numbers.getOrDefault(before.concat(of.stem()), UNKNOWN) : UNKNOWN;
            if (pair != UNKNOWN) {
                traits.add(pair);
                first.add(i - 1);
                last.add(i);
            }
            before = of.stem();
        }
        return new Found(traits.toArray(), first.toArray(), last.toArray());
    }

    private OfWord ofWord(Word word) {
        OfWord of = ofWords.get(word);
        if (of == null) {
            Numbers known = new Numbers();
            named(List.of(word), (name, first, last) -> {
                int trait = numbers.getOrDefault(name, UNKNOWN);
                if (trait != UNKNOWN) {
                    known.add(trait);
                }
            });
            of = new OfWord(stem(word), known.toArray());
            if (ofWords.size() < MOST_KEPT) {
                ofWords.put(word, of);
            }
        }
        return of;
    }

    /** In their order, each once. (What streams offer for it makes an object of each number: of a card's examples a hundred megabytes.) */
    static int[] each(int[] traits) {
        int[] sorted = traits.clone();
        Arrays.sort(sorted);
        int n = 0;
        for (int trait : sorted) {
            if (n == 0 || trait != sorted[n - 1]) {
                sorted[n++] = trait;
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /** A trait, and from which word of the question to which it stands. */
    private interface Named {
        void is(String name, int first, int last);
    }

    /** A list without an object for each number: there are hundreds of thousands. */
    private static final class Numbers {
        private int[] numbers = new int[128];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        int[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }

    /** The bars tell where a word begins and ends; the blank in front tells a stem from letters. */
    private static void named(List<Word> words, Named named) {
        for (int i = 0; i < words.size(); i++) {
            String stem = stem(words.get(i));
            named.is(stem, i, i);
            if (i > 0) {
                named.is(stem(words.get(i - 1)) + stem, i - 1, i);
            }
            String letters = '|' + words.get(i).said().toLowerCase(Locale.ROOT) + '|';
            for (int from = 0; from + LETTERS <= letters.length(); from++) {
                named.is(letters.substring(from, from + LETTERS), i, i);
            }
        }
    }

    private static String stem(Word word) {
        return ' ' + word.stem();
    }
}
