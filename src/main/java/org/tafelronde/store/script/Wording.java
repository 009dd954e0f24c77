package org.tafelronde.store.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small parts of a problem's sentence. */
final class Wording {
    private static final int QUOTED = 60;

    private Wording() {}

    /** What the file says, short and on one line. */
    static String quoted(String text) {
        String flat = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return '"' + (flat.length() > QUOTED ? flat.substring(0, QUOTED) + "..." : flat) + '"';
    }

    /** A key that is not known, as a part of a path. */
    static String key(String key) {
        String flat = key.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return flat.length() > QUOTED ? flat.substring(0, QUOTED) + "..." : flat;
    }

    /** The known word that was most likely meant, or all of them. */
    static String meant(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "take it out";
        }
        return nearest(word, known)
                .map(w -> "did you mean " + quoted(w) + "?")
                .orElseGet(() -> "use one of " + String.join(", ", known));
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > QUOTED) {
            return Optional.empty();
        }
        String plain = plain(word);
        return known.stream()
                .filter(k -> distance(plain, plain(k)) <= Math.max(1, Math.min(word.length(), k.length()) / 3))
                .min(Comparator.comparingInt(k -> distance(plain, plain(k))));
    }

    static String list(List<String> words) {
        return String.join(", ", words);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
