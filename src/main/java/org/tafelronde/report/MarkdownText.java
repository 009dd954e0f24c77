package org.tafelronde.report;

import java.util.regex.Pattern;

/** People's words in Markdown, as nothing but words. */
final class MarkdownText {
    /** What means something in the middle of a line, in CommonMark or in GitHub's tables. */
    private static final String SIGNS = "\\`*_[]<>|~&#$";
    /** What means something at the beginning of a line: a list, a heading's underline, a rule. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d{0,9})([-+=.):])");

    private MarkdownText() {}

    /** On one line, since a second one could begin anything. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        boolean gap = false;
        // By hand, as regular expressions take longer for this than for all else in a digest's Markdown.
        for (char c : text.strip().toCharArray()) {
            if (isBetweenWords(c)) {
                gap = !line.isEmpty();
                continue;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            if (SIGNS.indexOf(c) >= 0) {
                line.append('\\');
            }
            line.append(c);
        }
        return BEGINNING.matcher(line).replaceFirst("$1\\\\$2");
    }

    private static boolean isBetweenWords(char c) {
        return c == ' ' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
