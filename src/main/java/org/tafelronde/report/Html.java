package org.tafelronde.report;

/**
 * Writes HTML in which every tag is closed and whatever anybody wrote is text and nothing else. It is well-formed XML too, so that any tool
 * can read it, and look whether it is.
 */
final class Html {
    /** What means something in HTML. */
    private static final String SIGNS = "<>&\"'";

    private final StringBuilder out = new StringBuilder();

    @Override
    public String toString() {
        return out.toString();
    }

    /** An element with others in it. */
    Html in(String tag, String[] attributes, Runnable inside) {
        open(tag, attributes);
        out.append('\n');
        inside.run();
        return close(tag);
    }

    Html in(String tag, Runnable inside) {
        return in(tag, new String[0], inside);
    }

    /**
     * An element with text in it.
     *
     * @param attributes names and values in turn
     */
    Html text(String tag, String text, String... attributes) {
        open(tag, attributes);
        escape(text);
        return close(tag);
    }

    /** An element that can hold nothing. */
    Html empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>\n");
        return this;
    }

    /** Our own markup, as it is: never what people wrote. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    static String[] with(String... attributes) {
        return attributes;
    }

    private void open(String tag, String... attributes) {
        begin(tag, attributes);
        out.append('>');
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    /** Without control characters and halves of characters, which no document may hold. */
    private void escape(String text) {
        int written = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isPlain(c)) {
                out.append(text, written, i).append(instead(c));
                written = i + Character.charCount(c);
            }
        }
        out.append(text, written, text.length());
    }

    private static boolean isPlain(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return SIGNS.indexOf(c) < 0 && !control && !half && c != 0xFFFE && c != 0xFFFF;
    }

    private static String instead(int c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }
}
