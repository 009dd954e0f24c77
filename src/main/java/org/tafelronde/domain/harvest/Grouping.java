package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.Language;

/**
 * Finds questions that say nearly the same (F46). Two do when they were asked about one theme, both deny something or neither does, they do
 * not ask for different things ("who", "where") or name different numbers, and most of their telling words are in both: {@link #ALIKE} of all, or {@link #WITHIN} where
 * one has no word of its own. A typing error makes no other word. A group is led by the question that was asked first, and every other is
 * like that one: a chain of small steps makes no group.
 */
final class Grouping {
    private static final double WITHIN = .6;
    private static final double ALIKE = .65;
    private static final int SHARED = 2;
    private static final double ROUNDING = 1e-9;

    private final Linguist linguist;
    private final Language language;

    Grouping(Linguist linguist, Language language) {
        this.linguist = linguist;
        this.language = language;
    }

    /** What is compared of a question. */
    private record Gist(Question question, Set<String> stems, Set<String> asking, Set<String> numbers, boolean denies) {
        boolean like(Gist other, int both) {
            boolean same = largelyTheSame(other, both);
            // What is quickly said first: thousands of pairs are looked at.
            return (same || largelyTheSame(other, both + 1))
                    && denies == other.denies
                    && !asksElse(other)
                    && (same || differsByATypingError(other));
        }

        private boolean largelyTheSame(Gist other, int both) {
            int shorter = Math.min(stems.size(), other.stems.size());
            double part = (double) both / (stems.size() + other.stems.size() - both);
            return both <= shorter && part >= (both == shorter ? WITHIN : ALIKE);
        }

        private boolean asksElse(Gist other) {
            return differ(asking, other.asking) || differ(numbers, other.numbers);
        }

        private static boolean differ(Set<String> mine, Set<String> others) {
            return !mine.isEmpty() && !others.isEmpty() && Collections.disjoint(mine, others);
        }

        /** A word of each is the same but for a typing error. */
        private boolean differsByATypingError(Gist other) {
            for (String mine : stems) {
                if (!other.stems.contains(mine) && other.hasMistyped(mine, stems)) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasMistyped(String stem, Set<String> both) {
            for (String mine : stems) {
                if (!both.contains(mine) && Likeness.isMistyped(stem, mine)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Groups of two and more, each with its questions in the order in which they were asked. */
    List<List<Question>> of(List<Question> questions) {
        Map<Optional<String>, List<Gist>> themes = questions.stream()
                .map(this::gist)
                .collect(Collectors.groupingBy(g -> g.question().theme(), LinkedHashMap::new, Collectors.toList()));
        return themes.values().stream()
                .flatMap(gists -> groups(gists).stream())
                .filter(group -> group.size() > 1)
                .toList();
    }

    private Gist gist(Question q) {
        List<Word> words = linguist.read(q.text(), language);
        Set<String> stems = new HashSet<>();
        Set<String> asking = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        boolean denies = false;
        for (Word word : words) {
            switch (word.kind()) {
                case TELLING, OUTSIDE -> {
                    stems.add(word.stem());
                    if (word.said().chars().allMatch(Character::isDigit)) {
                        numbers.add(word.stem());
                    }
                }
                case ASKING -> {
                    stems.add(word.stem());
                    asking.add(word.stem());
                }
                case DENYING -> denies = true;
                case SMALL -> {}
            }
        }
        return new Gist(q, stems, asking, numbers, denies);
    }

    private static List<List<Question>> groups(List<Gist> gists) {
        Leaders leaders = new Leaders(gists.size());
        for (Gist gist : gists) {
            int leader = leaders.of(gist);
            if (leader < 0) {
                leaders.add(gist);
            } else {
                leaders.groups.get(leader).add(gist.question());
            }
        }
        return leaders.groups;
    }

    /** Those who lead a group, by the stems that they have: only who shares some is looked at. */
    private static final class Leaders {
        private final List<Gist> gists = new ArrayList<>();
        private final List<List<Question>> groups = new ArrayList<>();
        private final Map<String, Numbers> having = new HashMap<>();
        /** How many stems each leader has. */
        private final Numbers sizes = new Numbers();
        /** How many stems each leader shares with the one at hand. */
        private final int[] shared;

        Leaders(int most) {
            shared = new int[most];
        }

        /** The first that says nearly the same; below zero for none. */
        int of(Gist gist) {
            Numbers near = sharingEnough(gist);
            for (int i = 0; i < near.size; i++) {
                int leader = near.all[i];
                int both = shared[leader];
                if (mayBeAlike(both, gist.stems().size() + sizes.all[leader]) && gist.like(gists.get(leader), both)) {
                    return leader;
                }
            }
            return -1;
        }

        /** In their order. Of thousands a few are left, and only those are looked at. */
        private Numbers sharingEnough(Gist gist) {
            Arrays.fill(shared, 0, gists.size(), 0);
            Numbers near = new Numbers();
            int least = least(gist.stems().size());
            for (String stem : gist.stems()) {
                Numbers leaders = having.getOrDefault(stem, Numbers.NONE);
                for (int i = 0; i < leaders.size; i++) {
                    int leader = leaders.all[i];
                    if (++shared[leader] == least) {
                        near.add(leader);
                    }
                }
            }
            Arrays.sort(near.all, 0, near.size);
            return near;
        }

        /** So many stems are shared with any that says nearly the same, even if one more is the same but for a typing error. */
        private static int least(int stems) {
            return Math.max(SHARED, (int) Math.ceil(WITHIN * stems - 1 - ROUNDING));
        }

        /**
         * The same, where it is known how many stems there are.
         *
         * @param stems of both, those that are shared twice
         */
        private static boolean mayBeAlike(int both, int stems) {
            return both + 1 >= WITHIN * (stems - both - 1) - ROUNDING;
        }

        void add(Gist gist) {
            gist.stems()
                    .forEach(stem ->
                            having.computeIfAbsent(stem, s -> new Numbers()).add(gists.size()));
            sizes.add(gist.stems().size());
            gists.add(gist);
            groups.add(new ArrayList<>(List.of(gist.question())));
        }
    }

    /** Numbers in a row: lists of objects are too slow where thousands of questions share a word. */
    private static final class Numbers {
        static final Numbers NONE = new Numbers();
        private int[] all = new int[4];
        private int size;

        void add(int place) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = place;
        }
    }
}
