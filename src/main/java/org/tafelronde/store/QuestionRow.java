package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.harvest.Question;

@MappedEntity("question")
record QuestionRow(
        @Id String id,
        String session,
        int number,
        String words,
        String askedBy,
        @Nullable String theme,
        @Nullable Integer round,
        @Nullable String tableId,
        @Nullable String prompt,
        long askedAt,
        @Nullable Long withdrawnAt,
        @Nullable String source) {

    static QuestionRow of(Question q, int number) {
        return new QuestionRow(
                q.id(),
                q.session(),
                number,
                q.text(),
                q.by(),
                q.theme().orElse(null),
                Rounds.nullable(q.round()),
                q.table().orElse(null),
                q.prompt().orElse(null),
                Millis.of(q.askedAt()),
                Millis.of(q.withdrawnAt()),
                q.source().orElse(null));
    }

    Question question() {
        return new Question(
                id,
                session,
                number,
                words,
                askedBy,
                Optional.ofNullable(theme),
                Rounds.optional(round),
                Optional.ofNullable(tableId),
                Optional.ofNullable(prompt),
                Millis.instant(askedAt),
                Millis.optional(withdrawnAt),
                Optional.ofNullable(source));
    }
}
