package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.harvest.Prompt;

@MappedEntity("prompt")
record PromptRow(
        @Id String id,
        String session,
        String kind,
        String name,
        @Nullable Integer round,
        @Nullable String tableId,
        @Nullable String theme,
        long dueAt) {

    static PromptRow of(Prompt p) {
        return new PromptRow(
                p.id(),
                p.session(),
                p.kind().name(),
                p.name(),
                Rounds.nullable(p.round()),
                p.table().orElse(null),
                p.theme().orElse(null),
                Millis.of(p.dueAt()));
    }

    Prompt prompt() {
        return new Prompt(
                id,
                session,
                Prompt.Kind.valueOf(kind),
                name,
                Rounds.optional(round),
                Optional.ofNullable(tableId),
                Optional.ofNullable(theme),
                Millis.instant(dueAt));
    }
}
