package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface SessionRows extends CrudRepository<SessionRow, String> {
    /**
     * @return 0 when it is not at that version any more
     */
    @Query("""
            UPDATE session SET version = version + 1, facilitator = :facilitator, stage = :stage, people = :people, json = :json
            WHERE id = :id AND version = :version""")
    int updateAt(String id, int version, String facilitator, String stage, String people, String json);

    @Query("SELECT people FROM session WHERE id = :id")
    Optional<String> peopleOf(String id);

    @Query("SELECT * FROM session WHERE stage <> 'CLOSED' ORDER BY id DESC")
    List<SessionRow> open();

    @Query("SELECT * FROM session ORDER BY id DESC")
    List<SessionRow> newestFirst();

    @Query("""
            SELECT s.* FROM session s JOIN participant p ON p.session = s.id
            WHERE p.person = :person ORDER BY s.id DESC""")
    List<SessionRow> involving(String person);

    @Query("SELECT person FROM participant WHERE session = :session")
    List<String> participants(String session);

    @Query("INSERT INTO participant (person, session) VALUES (:person, :session)")
    void insertParticipant(String session, String person);

    @Query("DELETE FROM participant WHERE session = :session AND person = :person")
    void deleteParticipant(String session, String person);
}
