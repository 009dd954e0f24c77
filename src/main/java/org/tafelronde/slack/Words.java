package org.tafelronde.slack;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slack's way of writing, and plain text. */
final class Words {
    /** {@code <@U1>}, {@code <#C1|name>}, {@code <!here>}, {@code <https://...|label>}. */
    private static final Pattern MARKED = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

    private Words() {}

    /** Nothing in it is markup, a mention or a link any more. */
    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * What people wrote, as they see it.
     *
     * @param nameOf the name of a person by Slack's id
     */
    static String plain(String written, Function<String, String> nameOf) {
        String seen =
                MARKED.matcher(written).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(seen(m, nameOf)));
        return seen.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String seen(MatchResult m, Function<String, String> nameOf) {
        String label = Optional.ofNullable(m.group(3)).orElse("");
        return switch (m.group(1)) {
            case "@" -> "@" + (label.isEmpty() ? nameOf.apply(m.group(2)) : label);
            case "#" -> "#" + (label.isEmpty() ? m.group(2) : label);
            case "!" -> label.isEmpty() ? "@" + m.group(2) : label;
            default -> m.group(2);
        };
    }

    /** What stands after a mention of the bot at the beginning; empty when it does not begin so. */
    static Optional<String> afterMention(String written, String bot) {
        String words = written.strip();
        Pattern mention = Pattern.compile("^<@" + Pattern.quote(bot) + "(?:\\|[^>]*)?>[:,]?\\s*", Pattern.DOTALL);
        return mention.matcher(words).find()
                ? Optional.of(mention.matcher(words).replaceFirst(""))
                : Optional.empty();
    }

    /** No longer than Slack takes, and seen to be cut. */
    static String atMost(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
