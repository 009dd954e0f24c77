package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/** Votes, answers, handover cards, actions, what was overruled and what was objected to. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SpokenRows extends CrudRepository<AnswerRow, String> {
    @Query("DELETE FROM vote WHERE session = :session AND theme = :theme AND voter = :voter")
    void deleteVotes(String session, String theme, String voter);

    @Query("""
            INSERT INTO vote (session, theme, voter, question) VALUES (:session, :theme, :voter, :question)
            ON CONFLICT (session, theme, voter, question) DO NOTHING""")
    void insertVote(String session, String theme, String voter, String question);

    @Query("SELECT * FROM vote WHERE session = :session ORDER BY theme, voter, question")
    List<VoteRow> votes(String session);

    @Query("UPDATE vote SET voter = :nobody WHERE session = :session AND voter = :person")
    void forgetVoter(String session, String person, String nobody);

    @Query("SELECT * FROM answer WHERE session = :session ORDER BY id")
    List<AnswerRow> answers(String session);

    @Query("UPDATE answer SET answered_by = :nobody WHERE session = :session AND answered_by = :person")
    void forgetAnswers(String session, String person, String nobody);

    @Query("""
            INSERT INTO card (session, round, table_id, json) VALUES (:session, :round, :table, :json)
            ON CONFLICT (session, round, table_id) DO UPDATE SET json = excluded.json""")
    void putCard(String session, int round, String table, String json);

    @Query("SELECT json FROM card WHERE session = :session AND round = :round AND table_id = :table")
    Optional<String> card(String session, int round, String table);

    @Query("SELECT json FROM card WHERE session = :session ORDER BY round, table_id")
    List<String> cards(String session);

    @Query("SELECT COALESCE(MAX(number), 0) + 1 FROM action_point WHERE session = :session")
    int nextAction(String session);

    @Query("""
            INSERT INTO action_point (session, number, json) VALUES (:session, :number, :json)
            ON CONFLICT (session, number) DO UPDATE SET json = excluded.json""")
    void putAction(String session, int number, String json);

    @Query("SELECT json FROM action_point WHERE session = :session ORDER BY number")
    List<String> actions(String session);

    @Query("DELETE FROM action_point WHERE session = :session AND number = :number")
    void deleteAction(String session, int number);

    @Query("SELECT COALESCE(MAX(number), 0) + 1 FROM overruling WHERE session = :session")
    int nextOverruling(String session);

    @Query("""
            INSERT INTO overruling (session, number, json) VALUES (:session, :number, :json)
            ON CONFLICT (session, number) DO UPDATE SET json = excluded.json""")
    void putOverruling(String session, int number, String json);

    @Query("SELECT json FROM overruling WHERE session = :session ORDER BY number")
    List<String> overrulings(String session);

    @Query("SELECT COALESCE(MAX(number), 0) + 1 FROM objection WHERE session = :session")
    int nextObjection(String session);

    @Query("""
            INSERT INTO objection (session, number, json) VALUES (:session, :number, :json)
            ON CONFLICT (session, number) DO UPDATE SET json = excluded.json""")
    void putObjection(String session, int number, String json);

    @Query("SELECT json FROM objection WHERE session = :session ORDER BY number")
    List<String> objections(String session);
}
