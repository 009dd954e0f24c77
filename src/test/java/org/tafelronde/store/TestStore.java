package org.tafelronde.store;

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
import org.tafelronde.flow.Timers;
import org.tafelronde.outbox.Addresses;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Transactions;

/** A store as the program has it, on a database of its own. */
final class TestStore implements AutoCloseable {
    private final ApplicationContext context;

    private TestStore(ApplicationContext context) {
        this.context = context;
    }

    static TestStore at(String url) {
        return new TestStore(ApplicationContext.run(Map.of("tafelronde.db", url)));
    }

    /** As a command has it that runs beside a server. */
    static TestStore beside(String url) {
        return new TestStore(ApplicationContext.run(Map.of("tafelronde.db", url, "tafelronde.store.shared", true)));
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
        return context.getBean(Sessions.class);
    }

    Timers timers() {
        return context.getBean(Timers.class);
    }

    Harvests harvests() {
        return context.getBean(Harvests.class);
    }

    Memory memory() {
        return context.getBean(Memory.class);
    }

    Shelf shelf() {
        return context.getBean(Shelf.class);
    }

    Deliveries deliveries() {
        return context.getBean(Deliveries.class);
    }

    Addresses addresses() {
        return context.getBean(Addresses.class);
    }

    Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
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
