package org.tafelronde.store;

import static org.tafelronde.store.Samples.TWO;

import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.tafelronde.flow.Harvests;
import org.tafelronde.flow.Memory;
import org.tafelronde.flow.Sessions;
import org.tafelronde.flow.Shelf;
import org.tafelronde.flow.Stores;
import org.tafelronde.flow.Timers;
import org.tafelronde.outbox.Addresses;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Transactions;
import org.tafelronde.testing.InMemory;
import org.tafelronde.time.Ids;

/** A store as the program has it, on a database of its own; or the one in memory that stories are told on. */
final class TestStore implements AutoCloseable {
    private final Parts parts;
    private final Runnable end;

    /** Where its parts come from. */
    private interface Parts {
        <T> T get(Class<T> type);
    }

    private TestStore(Parts parts, Runnable end) {
        this.parts = parts;
        this.end = end;
    }

    private static TestStore in(ApplicationContext context) {
        return new TestStore(context::getBean, context::close);
    }

    static TestStore at(String url) {
        return in(ApplicationContext.run(Map.of("tafelronde.db", url)));
    }

    static TestStore inMemory() {
        Stores stores = new InMemory().stores(new Ids(() -> TWO), () -> TWO);
        Map<Class<?>, Object> all = Map.of(
                Sessions.class, stores.sessions(),
                Timers.class, stores.timers(),
                Harvests.class, stores.harvests(),
                Memory.class, stores.memory(),
                Shelf.class, stores.shelf(),
                Deliveries.class, stores.deliveries(),
                Addresses.class, stores.addresses(),
                Transactions.class, stores.transactions());
        return new TestStore(
                new Parts() {
                    @Override
                    public <T> T get(Class<T> type) {
                        return type.cast(all.get(type));
                    }
                },
                () -> {});
    }

    /** As a command has it that runs beside a server. */
    static TestStore beside(String url) {
        return in(ApplicationContext.run(Map.of("tafelronde.db", url, "tafelronde.store.shared", true)));
    }

    static TestStore onSqlite() {
        return onSqlite("");
    }

    /**
     * @param settings of the URL: "?max_page_count=100"
     */
    static TestStore onSqlite(String settings) {
        try {
            Path directory = Files.createTempDirectory("tafelronde-store");
            return at("jdbc:sqlite:" + directory.resolve("cafes.db") + settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestStore onPostgresql() {
        return at(Postgres.newDatabase());
    }

    /** A PostgreSQL that has no such database. */
    static String postgresqlWithout(String database) {
        return Postgres.SERVER.getJdbcUrl("postgres", database);
    }

    /** The database is open: beans are made when they are asked for. */
    TestStore warmed() {
        sessions();
        return this;
    }

    Sessions sessions() {
        return parts.get(Sessions.class);
    }

    Timers timers() {
        return parts.get(Timers.class);
    }

    Harvests harvests() {
        return parts.get(Harvests.class);
    }

    Memory memory() {
        return parts.get(Memory.class);
    }

    Shelf shelf() {
        return parts.get(Shelf.class);
    }

    Deliveries deliveries() {
        return parts.get(Deliveries.class);
    }

    Addresses addresses() {
        return parts.get(Addresses.class);
    }

    Transactions transactions() {
        return parts.get(Transactions.class);
    }

    <T> T bean(Class<T> type) {
        return parts.get(type);
    }

    @Override
    public void close() {
        end.run();
    }

    /** A real PostgreSQL, one for all tests, which ends with them. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String newDatabase() {
            String name = "cafes_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
