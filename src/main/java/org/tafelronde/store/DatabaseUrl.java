package org.tafelronde.store;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/** Where the database is: the setting {@code tafelronde.db}. */
@Singleton
final class DatabaseUrl {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String url;

    /**
     * @throws StoreProblem when it is neither SQLite nor PostgreSQL
     */
    DatabaseUrl(@Property(name = "tafelronde.db") String url) {
        this.url = url.strip();
        if (!isSqlite() && !this.url.startsWith(POSTGRESQL)) {
            throw new StoreProblem(
                    "TAFELRONDE_DB says \"" + shown() + "\", which is no database that can be used",
                    "set it to jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD");
        }
    }

    String jdbc() {
        return url;
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** The SQLite file; empty for PostgreSQL, and for a database in memory. */
    Optional<Path> file() {
        if (!isSqlite()) {
            return Optional.empty();
        }
        String name = withoutSettings().substring(SQLITE.length());
        if (name.isBlank() || name.startsWith(":")) {
            throw new StoreProblem(
                    "TAFELRONDE_DB says \"" + shown() + "\", which names no file",
                    "set it to jdbc:sqlite:FILE, such as jdbc:sqlite:data/tafelronde.db");
        }
        return Optional.of(Path.of(name.startsWith("file:") ? name.substring("file:".length()) : name));
    }

    /** The folder of the migrations that make its tables. */
    String migrations() {
        return "classpath:db/migration/" + (isSqlite() ? "sqlite" : "postgresql");
    }

    /** For people and logs: without a password. */
    String shown() {
        return isSqlite() ? withoutSettings().substring(SQLITE.length()) : withoutSettings();
    }

    private String withoutSettings() {
        int settings = url.indexOf('?');
        return (settings < 0 ? url : url.substring(0, settings)).replaceFirst("//[^/@]*@", "//");
    }
}
