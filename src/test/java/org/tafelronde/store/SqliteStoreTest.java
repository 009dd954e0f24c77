package org.tafelronde.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Every port's contract, kept on SQLite. */
class SqliteStoreTest {
    private static TestStore sqlite;

    @BeforeAll
    static void open() {
        sqlite = TestStore.onSqlite();
    }

    @AfterAll
    static void close() {
        sqlite.close();
    }

    @Nested
    class OfSessions extends SessionsContract {
        OfSessions() {
            super(sqlite);
        }
    }

    @Nested
    class OfHarvests extends HarvestsContract {
        OfHarvests() {
            super(sqlite);
        }
    }
}
