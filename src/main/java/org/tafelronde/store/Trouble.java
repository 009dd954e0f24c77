package org.tafelronde.store;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What databases say when they cannot, in words that say how to mend it. */
final class Trouble {
    private static final String OTHER_DATABASE = "name another database in TAFELRONDE_DB";

    private Trouble() {}

    /** While running: a problem that a person can mend, or what it was. */
    static RuntimeException orElse(RuntimeException failure, DatabaseUrl url) {
        if (StoreProblem.in(failure).isPresent()) {
            return failure;
        }
        Optional<StoreProblem> known = sql(failure).flatMap(e -> known(e, url));
        return known.isPresent() ? known.get() : failure;
    }

    /** At the start every failure is one that a person must mend. */
    static StoreProblem atStart(Exception failure, DatabaseUrl url) {
        return StoreProblem.in(failure)
                .or(() -> sql(failure).flatMap(e -> known(e, url)))
                .or(() -> migrating(failure, url))
                .orElseGet(() -> new StoreProblem(
                        "the database " + url.shown() + " cannot be opened (" + firstLine(failure) + ")",
                        "mend that, or " + OTHER_DATABASE,
                        failure));
    }

    private static Optional<SQLException> sql(Throwable failure) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof SQLException sql) {
                return Optional.of(sql);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static Optional<StoreProblem> known(SQLException e, DatabaseUrl url) {
        return e instanceof SQLiteException sqlite ? sqlite(sqlite, url) : postgresql(e, url);
    }

    private static Optional<StoreProblem> sqlite(SQLiteException e, DatabaseUrl url) {
        String database = "the database " + url.shown();
        // The code's lowest byte is its kind; the rest says more than anybody asks here.
        int kind = e.getResultCode().code & 0xff;
        if (kind == SQLiteErrorCode.SQLITE_FULL.code) {
            return problem("there is no room left for " + database, "make room on its disk and try again", e);
        }
        if (kind == SQLiteErrorCode.SQLITE_READONLY.code) {
            return problem(database + " may only be read", "give the user who runs this the right to write it", e);
        }
        if (kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return problem(database + " is locked by another program", "stop that one and try again", e);
        }
        if (kind == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return problem(database + " cannot be opened", "look whether its directory may be written", e);
        }
        if (kind == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return problem(url.shown() + " is no SQLite database", OTHER_DATABASE, e);
        }
        if (kind == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return problem(database + " is damaged", "put back a backup", e);
        }
        if (kind == SQLiteErrorCode.SQLITE_IOERR.code) {
            return problem(database + " cannot be read or written", "look at its disk: it may be full or broken", e);
        }
        return Optional.empty();
    }

    /** The first two characters of PostgreSQL's SQLSTATE are the kind of trouble. */
    private static Optional<StoreProblem> postgresql(SQLException e, DatabaseUrl url) {
        String state = e.getSQLState();
        String database = "the database " + url.shown();
        if (state == null) {
            return Optional.empty();
        }
        if (state.startsWith("08")) {
            return problem(database + " does not answer", "start it, or mend its address in TAFELRONDE_DB", e);
        }
        if (state.startsWith("28")) {
            return problem(
                    database + " does not let us in",
                    "mend user and password in TAFELRONDE_DB (...?user=USER&password=PASSWORD)",
                    e);
        }
        if (state.equals("3D000")) {
            return problem(database + " does not exist", "make it (createdb), or " + OTHER_DATABASE, e);
        }
        if (state.equals("53100")) {
            return problem("there is no room left for " + database, "make room on its disk and try again", e);
        }
        if (state.equals("53300")) {
            return problem(database + " has no connection left for us", "let it have more (max_connections)", e);
        }
        if (state.equals("25006")) {
            return problem(database + " may only be read", "name the one that can be written in TAFELRONDE_DB", e);
        }
        return Optional.empty();
    }

    private static Optional<StoreProblem> migrating(Exception failure, DatabaseUrl url) {
        if (!(failure instanceof FlywayException)) {
            return Optional.empty();
        }
        String why = String.valueOf(failure.getMessage());
        return why.contains("non-empty schema")
                ? problem(
                        "the database " + url.shown() + " holds the tables of another program", OTHER_DATABASE, failure)
                : problem(
                        "the tables of the database " + url.shown() + " are not as this version left them ("
                                + firstLine(failure) + ")",
                        "put back a backup, or " + OTHER_DATABASE,
                        failure);
    }

    private static Optional<StoreProblem> problem(String what, String mend, Exception cause) {
        return Optional.of(new StoreProblem(what, mend, cause));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
