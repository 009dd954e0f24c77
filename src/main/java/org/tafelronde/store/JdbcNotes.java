package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tafelronde.teams.Notes;

/** What Teams told once. */
@Singleton
final class JdbcNotes implements Notes {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcNotes(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Optional<String> find(String name) {
        return rows.find(name).map(Row::value);
    }

    @Override
    public void keep(String name, String value) {
        transactions.inOne(() -> rows.keep(name, value));
    }

    @Override
    public List<String> names() {
        return rows.names();
    }

    @Override
    public void forget(Collection<String> names) {
        transactions.inOne(() -> names.forEach(rows::forget));
    }

    @Introspected
    record Row(String name, String value) {}

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("""
                INSERT INTO teams_note (name, value) VALUES (:name, :value)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""")
        void keep(String name, String value);

        @Query("SELECT name, value FROM teams_note WHERE name = :name")
        Optional<Row> find(String name);

        @Query("SELECT name FROM teams_note ORDER BY name")
        List<String> names();

        @Query("DELETE FROM teams_note WHERE name = :name")
        void forget(String name);
    }
}
