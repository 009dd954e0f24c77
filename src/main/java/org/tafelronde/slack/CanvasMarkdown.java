package org.tafelronde.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markdown as a canvas takes it: headings of three levels, no HTML, and nothing that becomes a mention, a link, a picture or an emoji. A
 * canvas knows {@code ![](@U1)} for people and {@code ![](#C1)} for channels; that is nothing that a file of ours means, whoever wrote what
 * is in it.
 */
final class CanvasMarkdown {
    /** Between the cells of a table's head and its body: nothing in it is anybody's words. */
    private static final Pattern TABLE = Pattern.compile("^[|\\s:-]+$");

    private static final Pattern DEEP_HEADING = Pattern.compile("^#{4,6} +(.+)$");
    /** What was escaped is passed over, a pair at a time. */
    private static final Pattern SIGN = Pattern.compile(String.join(
            "|",
            "\\\\\\p{Punct}",
            "[\\[\\]<]",
            "!(?=\\\\?\\[)",
            // What would be a link by itself, and an emoji.
            "(?<=\\p{Alpha})://",
            "(?i)\\bwww\\.",
            ":(?=[\\w+'-]{1,100}:)"));

    private CanvasMarkdown() {}

    static String of(String markdown) {
        return markdown.lines().map(CanvasMarkdown::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        if (TABLE.matcher(line).matches()) {
            return line;
        }
        String tame = SIGN.matcher(line).replaceAll(m -> Matcher.quoteReplacement(escaped(m.group())));
        Matcher deep = DEEP_HEADING.matcher(tame);
        return deep.matches() ? "**" + deep.group(1) + "**" : tame;
    }

    private static String escaped(String sign) {
        return switch (sign.charAt(0)) {
            case '\\' -> sign;
            case 'w', 'W' -> sign.substring(0, sign.length() - 1) + "\\.";
            default -> "\\" + sign;
        };
    }
}
