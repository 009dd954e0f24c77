package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.ANSI)
abstract class DeliveryRows implements CrudRepository<DeliveryRow, String> {
    private static final String UPDATE = """
            UPDATE delivery SET not_before = ?, state = ?, waits = ?, attempts = ?, leased = ?, ref_place = ?, ref_id = ?,
            sent_at = ?, problem = ? WHERE id = ? AND waits = 1 AND attempts = ?""";

    private final JdbcOperations jdbc;

    DeliveryRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In one batch, each on its own condition. Whoever takes a delivery in hand counts its attempts one up: so the number of attempts says
     * whether it is still as it was.
     *
     * @return for each row whether it was updated
     */
    boolean[] update(List<DeliveryRow> rows) {
        return jdbc.prepareStatement(UPDATE, statement -> {
            for (DeliveryRow row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            boolean[] updated = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                updated[i] = counts[i] == 1;
            }
            return updated;
        });
    }

    private static void bind(PreparedStatement statement, DeliveryRow row) throws SQLException {
        int attemptsBefore = row.state().equals("SENDING") ? row.attempts() - 1 : row.attempts();
        statement.setLong(1, row.notBefore());
        statement.setString(2, row.state());
        statement.setInt(3, row.waits());
        statement.setInt(4, row.attempts());
        setLong(statement, 5, row.leased());
        statement.setString(6, row.refPlace());
        statement.setString(7, row.refId());
        setLong(statement, 8, row.sentAt());
        statement.setString(9, row.problem());
        statement.setString(10, row.id());
        statement.setInt(11, attemptsBefore);
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    /** The first of each lane, of those that may be tried now. That it waits is said twice, so that only what waits is ever looked at. */
    @Query("""
            SELECT d.* FROM delivery d JOIN
            (SELECT min(id) AS head FROM delivery WHERE platform = :platform AND waits = 1 GROUP BY lane) h ON d.id = h.head
            WHERE d.platform = :platform AND d.waits = 1 AND d.not_before <= :now AND (d.leased IS NULL OR d.leased <= :now)
            ORDER BY d.urgency, d.id LIMIT :most""")
    abstract List<DeliveryRow> ready(String platform, long now, int most);

    /** What is behind the first of its lane must wait for that one, whatever its own time. */
    @Query("""
            SELECT min(CASE WHEN d.leased > d.not_before THEN d.leased ELSE d.not_before END) FROM delivery d JOIN
            (SELECT min(id) AS head FROM delivery WHERE platform = :platform AND waits = 1 GROUP BY lane) h ON d.id = h.head
            WHERE d.platform = :platform AND d.waits = 1""")
    abstract @Nullable Long nextAttempt(String platform);

    @Query(
            "UPDATE delivery SET state = 'UNKNOWN', leased = NULL WHERE platform = :platform AND waits = 1 AND state = 'SENDING'")
    abstract void orphaned(String platform);

    @Query("""
            SELECT * FROM delivery WHERE platform = :platform AND ref_place = :place AND ref_id = :id
            AND kind IN ('Post', 'Direct') ORDER BY id LIMIT 1""")
    abstract Optional<DeliveryRow> that(String platform, String place, String id);

    @Query("SELECT * FROM delivery WHERE session = :session ORDER BY id")
    abstract List<DeliveryRow> ofSession(String session);

    @Query("SELECT * FROM delivery WHERE session = :session AND state NOT IN ('SENT', 'DROPPED') ORDER BY id")
    abstract List<DeliveryRow> unsaid(String session);

    @Query("""
            SELECT * FROM delivery WHERE session = :session AND substr(about, 1, :length) = :beginning ORDER BY id""")
    abstract List<DeliveryRow> about(String session, int length, String beginning);

    @Query("SELECT * FROM delivery WHERE session = :session AND about IN (:prompts) ORDER BY id")
    abstract List<DeliveryRow> saying(String session, Collection<String> prompts);

    @Query("""
            UPDATE delivery SET state = 'DROPPED', problem = 'said elsewhere' WHERE id = :id AND state = 'BLOCKED'""")
    abstract int supersede(String id);

    @Query("""
            UPDATE delivery SET state = 'PENDING', waits = 1, not_before = :now, problem = ''
            WHERE id = :id AND state = 'BLOCKED'""")
    abstract int retry(String id, long now);
}
