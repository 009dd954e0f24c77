package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.ANSI)
interface WebMessageRows extends CrudRepository<WebMessageRow, String> {
    @Query("SELECT * FROM web_message WHERE place = :place AND seq > :after ORDER BY seq LIMIT :most")
    List<WebMessageRow> after(String place, long after, int most);

    @Query("""
            SELECT * FROM web_message WHERE place = :place AND thread = '' AND seq < :before
            ORDER BY seq DESC LIMIT :most""")
    List<WebMessageRow> rootsBefore(String place, long before, int most);

    @Query("SELECT * FROM web_message WHERE thread = :root AND thread <> '' ORDER BY seq LIMIT :most")
    List<WebMessageRow> replies(String root, int most);

    @Query("SELECT * FROM web_message WHERE id IN (:ids)")
    List<WebMessageRow> these(Collection<String> ids);

    @Query("UPDATE web_message SET author_name = :name WHERE author = :person AND author <> ''")
    void nameAuthor(String person, String name);
}
