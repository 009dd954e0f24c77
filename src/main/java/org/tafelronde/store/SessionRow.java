package org.tafelronde.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A session: what is searched for in columns, the whole of it as JSON.
 *
 * @param script as {@link ScriptCopies} calls it: settled when the session is made
 * @param people changes with who is on the roster
 */
@MappedEntity("session")
record SessionRow(
        @Id String id,
        int version,
        String script,
        String facilitator,
        String stage,
        boolean rehearsal,
        String people,
        String json) {}
