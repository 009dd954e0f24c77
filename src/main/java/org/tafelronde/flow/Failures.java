package org.tafelronde.flow;

import java.util.Locale;
import java.util.Optional;
import org.tafelronde.chat.Failure;

/** Why something could not be said, in a sentence that says what can be done, and the platform's own words behind it. */
final class Failures {
    private final Voice voice;

    Failures(Voice voice) {
        this.voice = voice;
    }

    /** Nothing when nothing failed. */
    String say(Optional<Failure> failure) {
        return failure.map(this::say).orElse("");
    }

    private String say(Failure failure) {
        String sentence = voice.say(key(failure.kind()));
        return failure.detail().isBlank() ? sentence : sentence + " (" + failure.detail() + ")";
    }

    static String key(Failure.Kind kind) {
        return "failure." + kind.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
