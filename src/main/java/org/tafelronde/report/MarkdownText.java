package org.tafelronde.report;

import java.util.regex.Pattern;

/** People's words in Markdown, as nothing but words. */
final class MarkdownText {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");
    /** What means something in the middle of a line, in CommonMark or in GitHub's tables. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>|~&#$]");
    /** What means something at the beginning of a line: a list, a heading's underline, a rule. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d{0,9})([-+=.):])");

    private MarkdownText() {}

    /** On one line, since a second one could begin anything. */
    static String of(String text) {
        String line = BETWEEN.matcher(text.strip()).replaceAll(" ");
        String signs = SIGNS.matcher(line).replaceAll("\\\\$0");
        return BEGINNING.matcher(signs).replaceFirst("$1\\\\$2");
    }
}
