package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Everything that belongs to a session and goes with it. A table that gets rows of sessions has a line here. */
@JdbcRepository(dialect = Dialect.ANSI)
interface Belongings extends GenericRepository<SessionRow, String> {
    default void delete(String session) {
        deleteEarly(session + "/%");
        deleteWebChanges(session + "/%");
        deleteWebUnheard(session + "/%");
        deleteWebRooms(session + "/%");
        deletePlaces(session + "/%");
        deleteTimer(session);
        deleteDeliveries(session);
        deletePrompts(session);
        deleteQuestions(session);
        deleteCount(session);
        deleteVotes(session);
        deleteAnswers(session);
        deleteActions(session);
        deleteOverrulings(session);
        deleteObjections(session);
        deleteCards(session);
        deleteMedia(session);
    }

    /**
     * @param keys SESSION/%: every key of a session's place begins so
     */
    @Query("""
            DELETE FROM early WHERE EXISTS (SELECT 1 FROM place p
            WHERE p.platform = early.platform AND p.place_id = early.place_id AND p.place_key LIKE :keys)""")
    void deleteEarly(String keys);

    /** What was said in the café's rooms of the web chat goes too: it is on this server. What management was told stays with management. */
    @Query("""
            DELETE FROM web_change WHERE place IN (SELECT p.place_id FROM place p
            WHERE p.platform = 'webchat' AND p.place_key LIKE :keys AND p.place_key NOT LIKE '%/management')""")
    void deleteWebChanges(String keys);

    @Query("""
            DELETE FROM web_unheard WHERE place IN (SELECT p.place_id FROM place p
            WHERE p.platform = 'webchat' AND p.place_key LIKE :keys AND p.place_key NOT LIKE '%/management')""")
    void deleteWebUnheard(String keys);

    @Query("""
            DELETE FROM web_place WHERE id IN (SELECT p.place_id FROM place p
            WHERE p.platform = 'webchat' AND p.place_key LIKE :keys AND p.place_key NOT LIKE '%/management')""")
    void deleteWebRooms(String keys);

    @Query("DELETE FROM place WHERE place_key LIKE :keys")
    void deletePlaces(String keys);

    @Query("DELETE FROM timer WHERE session = :session")
    void deleteTimer(String session);

    @Query("DELETE FROM delivery WHERE session = :session")
    void deleteDeliveries(String session);

    @Query("DELETE FROM prompt WHERE session = :session")
    void deletePrompts(String session);

    @Query("DELETE FROM question WHERE session = :session")
    void deleteQuestions(String session);

    @Query("DELETE FROM question_count WHERE session = :session")
    void deleteCount(String session);

    @Query("DELETE FROM vote WHERE session = :session")
    void deleteVotes(String session);

    @Query("DELETE FROM answer WHERE session = :session")
    void deleteAnswers(String session);

    @Query("DELETE FROM action_point WHERE session = :session")
    void deleteActions(String session);

    @Query("DELETE FROM overruling WHERE session = :session")
    void deleteOverrulings(String session);

    @Query("DELETE FROM objection WHERE session = :session")
    void deleteObjections(String session);

    @Query("DELETE FROM card WHERE session = :session")
    void deleteCards(String session);

    @Query("DELETE FROM medium WHERE session = :session")
    void deleteMedia(String session);
}
