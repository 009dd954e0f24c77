package org.tafelronde.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** "5", "+5", "-5", "5m", "5 min", "5 minuten", and a table behind it. Phones make a dash of a minus. */
    private static final Pattern MINUTES = Pattern.compile(
            "(?<sign>[-+\u2212\u2013])?\\s*(?<number>\\d{1,6})(?:\\s*(?:m|min|mins|minutes?|minuut|minuten)\\b\\.?)?(?:\\s+(?<after>\\S.*))?",
            Pattern.CASE_INSENSITIVE);

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
            String last = words.removeLast();
            if (ANYWAY.contains(last.toLowerCase(Locale.ROOT))) {
                sure = true;
            } else if (last.endsWith("?")) {
                asking = true;
                Optional.of(last.substring(0, last.length() - 1))
                        .filter(word -> !word.isEmpty())
                        .ifPresent(words::add);
            } else {
                words.add(last);
                break;
            }
        }
        return new CommandLine(first, String.join(" ", words), sure, asking);
    }

    /** Told to do it without being asked first. */
    boolean sure() {
        return anyway && !ask;
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

    /** A number of minutes at the beginning, with or without the word for them, and what stands after it. */
    Optional<Minutes> minutes() {
        Matcher m = MINUTES.matcher(rest);
        if (!m.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(m.group("number"));
        boolean less = m.group("sign") != null && !m.group("sign").equals("+");
        return Optional.of(new Minutes(
                less ? -number : number, Optional.ofNullable(m.group("after")).map(after -> after.split("\\s+")[0])));
    }

    /**
     * @param number negative: less
     * @param table the word behind them
     */
    record Minutes(int number, Optional<String> table) {}

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
