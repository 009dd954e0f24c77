package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface PromptRows extends CrudRepository<PromptRow, String> {
    @Query("SELECT * FROM prompt WHERE session = :session ORDER BY due_at, id")
    List<PromptRow> ofSession(String session);
}
