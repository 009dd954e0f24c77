package org.tafelronde.domain.script;

import java.util.Locale;
import java.util.Optional;

/** A language that the bot speaks. What people write is never translated. */
public enum Language {
    NL,
    EN;

    /** "nl" or "en". */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /**
     * @param code "nl", "nl-BE", "en_GB", in any case
     * @return empty for a language that the bot does not speak
     */
    public static Optional<Language> of(String code) {
        String two = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (two) {
            case "nl" -> Optional.of(NL);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
