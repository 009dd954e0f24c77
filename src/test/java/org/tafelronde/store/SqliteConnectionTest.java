package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionTest {
    @TempDir
    Path folder;

    @Test
    void who_reads_and_who_is_ready_leave_the_right_to_write_to_others() throws Exception {
        DataSource source = SqliteFile.source("jdbc:sqlite:" + folder.resolve("x.db") + "?busy_timeout=1");
        try (Connection first = source.getConnection();
                Connection reader = source.getConnection();
                Connection writer = source.getConnection()) {
            run(first, "create table t (n integer)");

            first.setAutoCommit(false);
            run(first, "insert into t values (1)");
            first.commit();
            first.setAutoCommit(false);
            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            assertThat(count(reader)).isEqualTo(1);

            // Neither of them has it, and a commit while the writer has it fails nobody.
            writer.setAutoCommit(false);
            run(writer, "insert into t values (2)");
            reader.commit();
            assertThat(count(reader)).isEqualTo(1);
            first.rollback();
            writer.commit();
            reader.commit();
            assertThat(count(reader)).isEqualTo(2);
        }
    }

    @Test
    void who_writes_has_the_right_to_it_from_the_beginning() throws Exception {
        DataSource source = SqliteFile.source("jdbc:sqlite:" + folder.resolve("x.db") + "?busy_timeout=1");
        try (Connection writer = source.getConnection();
                Connection other = source.getConnection()) {
            writer.setReadOnly(true);
            writer.setReadOnly(false);
            writer.setAutoCommit(false);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> other.setAutoCommit(false)))
                    .hasMessageContaining("SQLITE_BUSY");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
