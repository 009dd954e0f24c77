package org.tafelronde.chat;

import java.util.List;
import java.util.Optional;

/**
 * What the person who did something sees at once, and nobody else (Slack, web chat: ephemeral). It is a hint and promises nothing:
 * whatever must arrive goes through the outbox.
 *
 * @param form to be opened now
 */
public record Answer(List<Content> whispers, Optional<Form> form) {
    /** Heard, and nothing to say about it. */
    public static final Answer SILENT = new Answer(List.of(), Optional.empty());

    public Answer {
        whispers = List.copyOf(whispers);
    }

    public static Answer whisper(Content content) {
        return new Answer(List.of(content), Optional.empty());
    }

    public static Answer open(Form form) {
        return new Answer(List.of(), Optional.of(form));
    }
}
