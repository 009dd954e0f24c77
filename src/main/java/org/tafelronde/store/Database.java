package org.tafelronde.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/**
 * Opens the database when the first bean asks for it, with its tables as this version wants them. What cannot be used is refused with a
 * {@link StoreProblem}.
 */
@Factory
final class Database {
    /** One writes; the others read what was committed before, and wait for nobody. */
    private static final int SQLITE_CONNECTIONS = 4;

    private static final int POSTGRESQL_CONNECTIONS = 10;

    private final DatabaseUrl url;
    private final boolean shared;
    private Optional<FileLock> lock = Optional.empty();
    private Optional<HikariDataSource> connections = Optional.empty();

    /**
     * @param shared for a job beside a running server: the SQLite file is not kept from others
     */
    Database(DatabaseUrl url, @Property(name = "tafelronde.store.shared", defaultValue = "false") boolean shared) {
        this.url = url;
        this.shared = shared;
    }

    @Singleton
    @Primary
    @Named("default")
    DataSource dataSource() {
        Optional<SqliteFile> file = url.file().map(SqliteFile::new);
        file.ifPresent(SqliteFile::prepare);
        if (!shared) {
            lock = file.map(SqliteFile::lock);
        }
        try {
            if (file.isPresent()) {
                tryWriting();
            }
            HikariDataSource source = new HikariDataSource(pool());
            connections = Optional.of(source);
            migrate(source);
            return source;
        } catch (RuntimeException | SQLException e) {
            close();
            throw Trouble.atStart(e, url);
        }
    }

    private void tryWriting() throws SQLException {
        try (Connection connection = SqliteFile.source(url.jdbc()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            statement.execute("rollback");
        }
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        if (url.isSqlite()) {
            config.setDataSource(SqliteFile.source(url.jdbc()));
            config.setMaximumPoolSize(SQLITE_CONNECTIONS);
            // A file does not go away; opening it again costs its cache.
            config.setMaxLifetime(0);
        } else {
            config.setJdbcUrl(url.jdbc());
            config.setMaximumPoolSize(POSTGRESQL_CONNECTIONS);
        }
        return config;
    }

    private void migrate(DataSource source) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(url.migrations())
                .load();
        boolean newer = Arrays.stream(flyway.info().all())
                .anyMatch(m ->
                        m.getState() == MigrationState.FUTURE_SUCCESS || m.getState() == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StoreProblem(
                    "the database " + url.shown() + " was made by a newer version of Tafelronde",
                    "start that version, or name another database in TAFELRONDE_DB");
        }
        flyway.migrate();
    }

    @PreDestroy
    void close() {
        connections.ifPresent(HikariDataSource::close);
        connections = Optional.empty();
        lock.ifPresent(held -> {
            try {
                held.channel().close();
            } catch (IOException e) {
                // The process ends, and the lock with it.
                org.slf4j.LoggerFactory.getLogger(Database.class).debug("the lock was gone already", e);
            }
        });
        lock = Optional.empty();
    }
}
