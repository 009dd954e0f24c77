package org.tafelronde.webchat;

import java.util.Map;
import java.util.regex.Pattern;
import org.tafelronde.chat.Form;

/** Makes what comes in fit to keep, or refuses it. Nothing is escaped here: it is and stays plain text. */
final class Clean {
    /** Characters in a message. */
    static final int TEXT = 4_000;

    static final int NAME = 60;
    static final int KEY = 100;
    static final int ACTION = 200;
    private static final int FIELDS = 30;
    private static final int VALUE = 20_000;

    /** Control characters but tab and newline, and the halves of pairs that lost each other. */
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]");
    /** In a name, also what turns the writing around or cannot be seen (but the joiner of composed emoji). */
    private static final Pattern NOT_NAME = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200d\\t\\n]]");

    private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

    private Clean() {}

    /** A message's words: no control characters, one kind of line break, nothing around them. */
    static String text(String raw) {
        if (raw.length() > 2 * TEXT) {
            throw new Refused(Refused.Reason.TOO_LONG);
        }
        String text = plain(raw).strip();
        if (!SEEN.matcher(text).find()) {
            throw new Refused(Refused.Reason.EMPTY);
        }
        if (text.length() > TEXT) {
            throw new Refused(Refused.Reason.TOO_LONG);
        }
        return text;
    }

    static String name(String raw) {
        if (raw.length() > 2 * NAME) {
            throw new Refused(Refused.Reason.BAD_NAME);
        }
        String name = NOT_NAME.matcher(raw)
                .replaceAll("")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        if (!SEEN.matcher(name).find() || name.length() > NAME) {
            throw new Refused(Refused.Reason.BAD_NAME);
        }
        return name;
    }

    static String language(String raw) {
        return raw.toLowerCase(java.util.Locale.ROOT).startsWith("nl") ? "nl" : "en";
    }

    /** A key as the client made it: a short word of its own. */
    static String key(String raw) {
        if (raw.isBlank() || raw.length() > KEY || !raw.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Refused(Refused.Reason.BAD_KEY);
        }
        return raw;
    }

    static String action(String raw) {
        if (raw.isBlank() || raw.length() > ACTION) {
            throw new Refused(Refused.Reason.BAD_VALUES);
        }
        return plain(raw);
    }

    /** What was filled in; {@link Form} knows nothing of what is sent in, so only the sizes are looked at. */
    static Map<String, String> values(Map<String, String> raw) {
        boolean fits = raw.size() <= FIELDS
                && raw.entrySet().stream()
                        .allMatch(
                                e -> e.getKey().length() <= KEY && e.getValue().length() <= VALUE);
        if (!fits) {
            throw new Refused(Refused.Reason.BAD_VALUES);
        }
        return raw.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        e -> plain(e.getKey()), e -> plain(e.getValue()), (one, other) -> other));
    }

    private static String plain(String raw) {
        return NOT_TEXT.matcher(raw.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }
}
