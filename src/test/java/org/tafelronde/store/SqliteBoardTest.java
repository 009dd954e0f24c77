package org.tafelronde.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tafelronde.webchat.Board;
import org.tafelronde.webchat.BoardContract;

class SqliteBoardTest extends BoardContract {
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.onSqlite();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected Board board() {
        return Boards.empty(store);
    }
}
