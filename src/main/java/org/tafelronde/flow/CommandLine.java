package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody typed after {@code /cafe}: a word, and the rest.
 *
 * @param first the word as typed
 * @param rest what stands after it, line breaks kept
 * @param anyway whether it ends in "anyway": a protected time is set aside
 * @param ask whether it ends in "?": what it would come to is shown before it happens
 */
record CommandLine(String first, String rest, boolean anyway, boolean ask) {
    private static final Set<String> ANYWAY = Set.of("anyway", "toch");

    static CommandLine parse(String text) {
        String line = text.strip();
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/cafe")) {
            line = line.substring("/cafe".length()).strip();
        }
        int gap = gap(line);
        String first = line.substring(0, gap);
        String rest = line.substring(gap).strip();
        return new CommandLine(first, rest, false, false);
    }

    private static int gap(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                return i;
            }
        }
        return line.length();
    }

    /** The same, with "anyway" and "?" at its end understood: for commands whose rest is not somebody's own words. */
    CommandLine withSigns() {
        List<String> words = new ArrayList<>(words());
        boolean sure = false;
        boolean asking = false;
        while (!words.isEmpty()) {
            String last = words.getLast().toLowerCase(Locale.ROOT);
            if (ANYWAY.contains(last)) {
                sure = true;
            } else if (last.equals("?")) {
                asking = true;
            } else {
                break;
            }
            words.removeLast();
        }
        return new CommandLine(first, String.join(" ", words), sure, asking);
    }

    List<String> words() {
        return rest.isBlank() ? List.of() : List.of(rest.split("\\s+"));
    }

    Optional<String> word(int i) {
        return i < words().size() ? Optional.of(words().get(i)) : Optional.empty();
    }

    /** The first word as a whole number, "+5" and "-5" too. */
    OptionalInt number() {
        String typed = word(0).orElse("").replaceFirst("^#", "");
        return typed.matches("[+-]?\\d{1,6}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    /** What stands after the first word of the rest. */
    String afterFirst() {
        int gap = gap(rest);
        return rest.substring(gap).strip();
    }

    /** All numbers in the rest; empty when anything else stands there. */
    Optional<List<Integer>> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (String word : rest.replace(',', ' ').strip().split("\\s+")) {
            String digits = word.replaceFirst("^#", "").replaceFirst("\\.$", "");
            if (!digits.matches("\\d{1,6}")) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(digits));
        }
        return Optional.of(numbers);
    }
}
