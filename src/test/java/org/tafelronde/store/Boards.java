package org.tafelronde.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
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
        try (Connection connection = store.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
            return board;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
