package org.tafelronde.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.util.List;
import org.tafelronde.webchat.Board;

/** Boards without anything on them. */
final class Boards {
    private static final List<String> TABLES = List.of(
            "web_unheard",
            "web_done",
            "web_shown",
            "web_change",
            "web_message",
            "web_member",
            "web_place",
            "web_person");

    private Boards() {}

    static Board empty(TestStore store) {
        Board board = store.bean(Board.class);
        JdbcOperations jdbc = store.bean(JdbcOperations.class);
        board.inOne(() -> {
            TABLES.forEach(table -> jdbc.prepareStatement("DELETE FROM " + table, PreparedStatement::executeUpdate));
            return true;
        });
        return board;
    }
}
