package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
interface QuestionRows extends CrudRepository<QuestionRow, String> {
    /** Counts up; another turn of the same session waits here until this one is committed. */
    @Query(value = """
            INSERT INTO question_count (session, last) VALUES (:session, 1)
            ON CONFLICT (session) DO UPDATE SET last = question_count.last + 1 RETURNING last""", nativeQuery = true)
    int nextNumber(String session);

    @Query("SELECT * FROM question WHERE session = :session AND number = :number")
    Optional<QuestionRow> numbered(String session, int number);

    @Query("SELECT * FROM question WHERE source = :source ORDER BY id LIMIT 1")
    Optional<QuestionRow> fromSource(String source);

    @Query("SELECT * FROM question WHERE session = :session ORDER BY number")
    List<QuestionRow> ofSession(String session);

    @Query("""
            SELECT * FROM question WHERE session = :session AND round = :round AND table_id = :table
            ORDER BY number""")
    List<QuestionRow> askedAt(String session, int round, String table);

    @Query("""
            SELECT * FROM question WHERE session = :session AND theme = :theme AND withdrawn_at IS NULL
            ORDER BY number""")
    List<QuestionRow> standing(String session, String theme);

    @Query("UPDATE question SET words = :words, withdrawn_at = :withdrawnAt WHERE id = :id")
    void reword(String id, String words, @Nullable Long withdrawnAt);

    /** The message that it came in says who wrote it. */
    @Query("UPDATE question SET asked_by = :nobody, source = NULL WHERE session = :session AND asked_by = :person")
    void forget(String session, String person, String nobody);
}
