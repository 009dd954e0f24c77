package org.tafelronde.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Person;
import org.tafelronde.chat.Place;

/** Slack's way of writing, and plain text. */
final class Words {
    /** {@code <@U1>}, {@code <#C1|name>}, {@code <!here>}, {@code <https://...|label>}. */
    private static final Pattern MARKED = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");

    private static final String GROUP = "subteam^";

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

    /** The people, channels and groups of people in it, by how {@link #plain} shows them. */
    static Incoming.Mentioned mentioned(String written, String team, Function<String, String> nameOf) {
        Map<String, Place> places = new HashMap<>();
        Map<String, Person> people = new HashMap<>();
        MARKED.matcher(written).results().forEach(m -> {
            String shown = seen(m, nameOf);
            String id = m.group(2).startsWith(GROUP) ? m.group(2).substring(GROUP.length()) : m.group(2);
            if (m.group(1).equals("@")) {
                people.put(shown, new SlackId(team, id).person());
            } else if (m.group(1).equals("#") || m.group(2).startsWith(GROUP)) {
                places.put(shown, new SlackId(team, id).place());
            }
        });
        return new Incoming.Mentioned(places, people);
    }

    /** In a command Slack writes what somebody calls themselves to sign in; people know each other by their names. */
    private static String name(String user, String label, Function<String, String> nameOf) {
        String name = nameOf.apply(user);
        return name.equals(user) && !label.isEmpty() ? label : name;
    }

    private static String seen(MatchResult m, Function<String, String> nameOf) {
        String label = Optional.ofNullable(m.group(3)).orElse("");
        return switch (m.group(1)) {
            case "@" -> "@" + name(m.group(2), label, nameOf);
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
