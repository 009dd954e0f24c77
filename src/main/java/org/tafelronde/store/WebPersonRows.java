package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface WebPersonRows extends CrudRepository<WebPersonRow, String> {
    @Query("SELECT id FROM web_person WHERE id IN (:ids)")
    List<String> known(Collection<String> ids);
}
