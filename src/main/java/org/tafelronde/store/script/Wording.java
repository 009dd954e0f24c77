package org.tafelronde.store.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Shortened;

/** Small parts of a problem's sentence. */
final class Wording {
    private static final int QUOTED = 60;

    private Wording() {}

    /** What the file says, short and on one line. */
    static String quoted(String text) {
        String flat = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return '"' + Shortened.withDots(QUOTED, flat) + '"';
    }

    /** A key that is not known, as a part of a path. */
    static String key(String key) {
        String flat = key.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return Shortened.withDots(QUOTED, flat);
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

    /** Letters to add, leave out, change or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
