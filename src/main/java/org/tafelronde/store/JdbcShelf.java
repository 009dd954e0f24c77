package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tafelronde.flow.Shelf;

/** Pictures and files, in the database: a backup of it is a backup of them. */
@Singleton
final class JdbcShelf implements Shelf {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcShelf(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public String put(String session, String path, Medium medium) {
        String id = session + "/" + path;
        transactions.inOne(() -> rows.put(id, session, medium.name(), medium.type(), medium.bytes()));
        return id;
    }

    @Override
    public boolean replace(String medium, Medium lying, Medium with) {
        return transactions.inOne(
                () -> rows.replace(medium, lying.type(), lying.bytes(), with.name(), with.type(), with.bytes()) > 0);
    }

    @Override
    public List<Lying> of(String session) {
        return rows.ofSession(session).stream()
                .map(row -> new Lying(row.id(), row.id().substring(session.length() + 1), row.name()))
                .toList();
    }

    @Override
    public Optional<Medium> find(String medium) {
        return rows.find(medium).map(row -> new Medium(row.name(), row.type(), row.bytes()));
    }

    @Introspected
    record Row(String name, String type, byte[] bytes) {}

    @Introspected
    record Named(String id, String name) {}

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("""
                INSERT INTO medium (id, session, name, type, bytes) VALUES (:id, :session, :name, :type, :bytes)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, bytes = excluded.bytes""")
        void put(String id, String session, String name, String type, byte[] bytes);

        @Query("""
                UPDATE medium SET name = :name, type = :type, bytes = :bytes
                WHERE id = :id AND type = :lyingType AND bytes = :lying""")
        int replace(String id, String lyingType, byte[] lying, String name, String type, byte[] bytes);

        @Query("SELECT id, name FROM medium WHERE session = :session ORDER BY id")
        List<Named> ofSession(String session);

        @Query("SELECT name, type, bytes FROM medium WHERE id = :id")
        Optional<Row> find(String id);
    }
}
