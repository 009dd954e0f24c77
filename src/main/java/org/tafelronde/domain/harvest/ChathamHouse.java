package org.tafelronde.domain.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/**
 * The Chatham House rule for words that people wrote (F54): what was said may be told on, who it was about may not. In the wording that
 * leaves the café, "(name)" stands for
 *
 * <ul>
 *   <li>e-mail addresses, and mentions: {@code @} and what follows it;
 *   <li>the ids of participants, their full names, and names that are no words ("ada.l99"), in any case;
 *   <li>a first or last name of a participant, spelled with its capital, however they spell it themselves, unless the script uses that word itself: with a Joy at the
 *       table "Joy in work" stays what it is.
 * </ul>
 *
 * The script's own words are told without the names of participants too. Everything else stays word for word: a rule that took away more would take away questions.
 */
public final class ChathamHouse {
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(\\.[\\p{L}\\p{N}-]++)+");
    /** As Slack writes a mention. */
    private static final Pattern RAW_MENTION = Pattern.compile("<@[^>\\s]{1,80}>");

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}]++([._-][\\p{L}\\p{N}]++)*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}'’-]+");
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    /** So that a full name is one "(name)". */
    private static final Comparator<Name> LONGEST_FIRST =
            Comparator.comparingInt((Name n) -> n.words().length()).reversed();

    private static final Pattern ONE_WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]+");
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ID = 6;

    private final String instead;
    /** By the first run of letters and digits in it, in lower case: in a text without that there is no need to look for the name. */
    private final Map<String, List<Name>> names;

    private record Name(String words, Pattern pattern) {
        static Name inAnyCase(String words) {
            return new Name(words, whole(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        static Name asSpelled(String word) {
            return new Name(word, whole(word, 0));
        }

        String firstRun() {
            Matcher run = RUN.matcher(folding(words));
            return run.find() ? run.group() : "";
        }

        private static Pattern whole(String words, int flags) {
            return Pattern.compile(
                    "(?<![\\p{L}\\p{M}\\p{N}])@?" + Pattern.quote(words) + "(?![\\p{L}\\p{M}\\p{N}])", flags);
        }
    }

    private ChathamHouse(String instead, Map<String, List<Name>> names) {
        this.instead = instead;
        this.names = names;
    }

    public static ChathamHouse of(Session session) {
        Set<String> ordinary = wordsOf(session);
        Map<String, List<Name>> names = session.roster().all().stream()
                .flatMap(p -> namesOf(p, ordinary))
                .collect(Collectors.groupingBy(Name::firstRun));
        return new ChathamHouse(session.setting().language() == Language.NL ? "(naam)" : "(name)", names);
    }

    /** The same words, naming nobody. */
    public String words(String text) {
        if (text.indexOf('@') < 0) {
            // No address and no mention is without it, and most texts are: looking for them takes longer than all else.
            return withoutNames(text);
        }
        return masked(MENTION, withoutNames(masked(RAW_MENTION, masked(ADDRESS, text))));
    }

    /**
     * The same without what stands for a name: that is no word of the asker's, and no question is about it.
     *
     * @param words that name nobody
     */
    String unmarked(String words) {
        return words.replace(instead, " ");
    }

    /** The script's words, naming no participant. An address in it is where its author wants an answer. */
    String ofScript(String text) {
        return withoutNames(text);
    }

    Theme ofScript(Theme theme) {
        return new Theme(theme.id(), ofScript(theme.label()), ofScript(theme.guiding()));
    }

    private String withoutNames(String text) {
        List<Name> perhaps = new ArrayList<>();
        Matcher runs = RUN.matcher(folding(text));
        while (runs.find()) {
            perhaps.addAll(names.getOrDefault(runs.group(), List.of()));
        }
        perhaps.sort(LONGEST_FIRST);
        String masked = text;
        for (Name name : perhaps) {
            masked = masked(name.pattern(), masked);
        }
        return masked;
    }

    private String masked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
    }

    private static Stream<Name> namesOf(Participant p, Set<String> ordinary) {
        String name = p.name().strip();
        String[] parts = name.split("\\s+");
        String onPlatform = p.id().substring(p.id().indexOf(':') + 1);
        String last = p.id().substring(p.id().lastIndexOf(':') + 1);
        Stream<Name> ids = Stream.of(p.id(), onPlatform, last)
                .distinct()
                .filter(i -> i.length() >= SHORTEST_ID)
                .map(Name::inAnyCase);
        Stream<Name> whole = Stream.of(name)
                .filter(n -> n.length() >= SHORTEST_NAME)
                .filter(n -> parts.length > 1 || isNoWord(n))
                .map(Name::inAnyCase);
        Stream<Name> single = Stream.of(parts[0], parts[parts.length - 1])
                .filter(w -> w.length() >= SHORTEST_NAME)
                .flatMap(w -> Stream.of(w, withCapital(w)).distinct())
                .filter(w -> ONE_WORD.matcher(w).matches())
                .filter(w -> !ordinary.contains(folding(w)))
                .map(Name::asSpelled);
        return Stream.of(ids, whole, single).flatMap(s -> s);
    }

    /** As others spell it: many call themselves in small letters, or in capitals. */
    private static String withCapital(String name) {
        boolean small = name.equals(name.toLowerCase(Locale.ROOT));
        boolean large = name.equals(name.toUpperCase(Locale.ROOT));
        int first = name.offsetByCodePoints(0, name.isEmpty() ? 0 : 1);
        return small || large
                ? name.substring(0, first).toUpperCase(Locale.ROOT)
                        + name.substring(first).toLowerCase(Locale.ROOT)
                : name;
    }

    private static boolean isNoWord(String name) {
        return BETWEEN_WORDS.matcher(name).find() && name.codePoints().anyMatch(Character::isLetter);
    }

    /**
     * Every word of the script, a record's own text telling all that is in it but the card's examples. Where the script names a participant in full, those are no
     * ordinary words.
     */
    private static Set<String> wordsOf(Session session) {
        String script = folding(session.script().toString());
        for (Participant p : session.roster().all()) {
            String name = folding(p.name().strip());
            script = name.indexOf(' ') < 0 ? script : script.replace(name, " ");
        }
        return BETWEEN_WORDS.splitAsStream(script).collect(Collectors.toSet());
    }

    private static String folding(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
