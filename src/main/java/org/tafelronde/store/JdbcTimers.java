package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafelronde.flow.Timers;

/** A row for each session that has something due. */
@Singleton
final class JdbcTimers implements Timers {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcTimers(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void set(String session, Optional<Instant> due) {
        transactions.inOne(() -> due.map(Millis::notBefore)
                .ifPresentOrElse(millis -> rows.put(session, millis), () -> rows.delete(session)));
    }

    @Override
    public List<String> due(Instant now, int most) {
        return rows.due(Millis.of(now), most);
    }

    @Override
    public Optional<Instant> next() {
        return Millis.optional(rows.next());
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("""
                INSERT INTO timer (session, due) VALUES (:session, :due)
                ON CONFLICT (session) DO UPDATE SET due = excluded.due""")
        void put(String session, long due);

        @Query("DELETE FROM timer WHERE session = :session")
        void delete(String session);

        @Query("SELECT session FROM timer WHERE due <= :now ORDER BY due, session LIMIT :most")
        List<String> due(long now, int most);

        @Query("SELECT min(due) FROM timer")
        @Nullable
        Long next();
    }
}
