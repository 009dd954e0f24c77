package org.tafelronde.domain.harvest;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a participant asks: the harvest's unit. It is kept in the asker's own words.
 *
 * @param number from 1 within the session: what people type after {@code vote} and {@code edit}
 * @param by the participant; in no export
 * @param theme empty when it was asked at no table
 * @param round empty when it was asked in no round
 * @param prompt the id of the prompt that it answers
 * @param source the chat message that it came in, as its platform calls it; empty for a command
 */
public record Question(
        String id,
        String session,
        int number,
        String text,
        String by,
        Optional<String> theme,
        OptionalInt round,
        Optional<String> table,
        Optional<String> prompt,
        Instant askedAt,
        Optional<Instant> withdrawnAt,
        Optional<String> source) {

    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
    }

    public boolean stands() {
        return withdrawnAt.isEmpty();
    }

    public Question saying(String words) {
        return new Question(id, session, number, words, by, theme, round, table, prompt, askedAt, withdrawnAt, source);
    }

    /** The same, nobody having withdrawn it. */
    public Question standing() {
        return new Question(
                id, session, number, text, by, theme, round, table, prompt, askedAt, Optional.empty(), source);
    }

    public Question withdrawn(Instant at) {
        return new Question(
                id, session, number, text, by, theme, round, table, prompt, askedAt, Optional.of(at), source);
    }
}
