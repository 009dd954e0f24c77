package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What happened in the web chat: its numbers, changes, what is done and what is unheard. */
@JdbcRepository(dialect = Dialect.ANSI)
interface WebNewsRows extends GenericRepository<WebPersonRow, String> {
    @Query("UPDATE web_count SET n = n + 1 WHERE id = 1")
    void count();

    @Query("SELECT n FROM web_count WHERE id = 1")
    long last();

    /** A change; {@code message} or {@code gone} may be empty. */
    @Introspected
    record Note(long seq, String place, String message, String gone) {}

    @Query("INSERT INTO web_change (seq, place, message, gone) VALUES (:seq, :place, :message, :gone)")
    void note(long seq, String place, String message, String gone);

    @Query("SELECT seq, place, message, gone FROM web_change WHERE seq > :after ORDER BY seq LIMIT :most")
    List<Note> after(long after, int most);

    @Query("""
            SELECT c.seq, c.place, c.message, c.gone FROM web_change c
            WHERE c.seq > :after AND (c.gone = :person OR (c.gone = '' AND EXISTS
                (SELECT 1 FROM web_member m WHERE m.place = c.place AND m.person = :person)))
            ORDER BY c.seq LIMIT :most""")
    List<Note> after(String person, long after, int most);

    @Query("DELETE FROM web_change WHERE place = :place")
    void forgetChanges(String place);

    @Introspected
    record Done(String place, String message) {}

    @Query("SELECT place, message FROM web_done WHERE id = :id")
    Optional<Done> done(String id);

    @Query("INSERT INTO web_done (id, place, message) VALUES (:id, :place, :message)")
    void did(String id, String place, String message);

    @Introspected
    record Unheard(String kind, String json) {}

    @Query("""
            INSERT INTO web_unheard (id, seq, place, person, kind, json)
            VALUES (:id, (SELECT n FROM web_count WHERE id = 1), :place, :person, :kind, :json)
            ON CONFLICT (id) DO NOTHING""")
    void keep(String id, String place, String person, String kind, String json);

    @Query("SELECT kind, json FROM web_unheard ORDER BY seq, id")
    List<Unheard> unheard();

    @Query("DELETE FROM web_unheard WHERE id IN (:ids)")
    void heard(Collection<String> ids);

    @Query("DELETE FROM web_unheard WHERE place = :place")
    void forgetUnheardIn(String place);

    @Query("DELETE FROM web_unheard WHERE person = :person")
    void forgetUnheardBy(String person);
}
