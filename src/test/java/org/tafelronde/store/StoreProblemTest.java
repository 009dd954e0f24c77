package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tafelronde.store.Samples.BEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that cannot be used ends the start with one line that says what and how to mend it. */
class StoreProblemTest {
    @TempDir
    private Path directory;

    @Test
    void a_directory_that_cannot_be_made() throws IOException {
        Files.writeString(directory.resolve("data"), "a file");
        assertThat(problem(url("data/cafes.db")))
                .startsWith("the directory " + directory.resolve("data") + " for the database cannot be made;")
                .contains("TAFELRONDE_DB");
    }

    @Test
    void a_directory_in_place_of_the_file() throws IOException {
        Files.createDirectory(directory.resolve("cafes.db"));
        assertThat(problem(url("cafes.db"))).contains("is a directory; name a file");
    }

    @Test
    void a_file_that_may_only_be_read() throws IOException {
        TestStore.at(url("cafes.db")).warmed().close();
        Files.setPosixFilePermissions(directory.resolve("cafes.db"), PosixFilePermissions.fromString("r--r--r--"));
        assertThat(problem(url("cafes.db")))
                .contains("may only be read; give the user")
                .contains("chmod u+w");
    }

    @Test
    void a_file_that_is_no_database() throws IOException {
        Files.writeString(directory.resolve("cafes.db"), "Dear diary, today I was taken for a database.\n".repeat(100));
        assertThat(problem(url("cafes.db"))).contains("is no SQLite database; name another");
    }

    @Test
    void the_tables_of_another_program() throws SQLException {
        run("create table recipe (id text)");
        assertThat(problem(url("cafes.db"))).contains("holds the tables of another program; name another");
    }

    @Test
    void a_second_server_on_the_same_file() {
        try (TestStore first = TestStore.at(url("cafes.db")).warmed()) {
            assertThat(problem(url("cafes.db")))
                    .contains("is in use by another Tafelronde (process "
                            + ProcessHandle.current().pid() + ")")
                    .contains("stop that one");
            assertThat(first.sessions().all()).isEmpty();
        }
        TestStore.at(url("cafes.db")).warmed().close();
    }

    @Test
    void a_job_beside_a_running_server_is_welcome() {
        try (TestStore server = TestStore.at(url("cafes.db")).warmed();
                TestStore job = TestStore.beside(url("cafes.db"))) {
            server.sessions().add(Samples.session());
            assertThat(job.sessions().all()).hasSize(1);
        }
    }

    @Test
    void a_file_that_another_program_has_locked() throws SQLException {
        try (Connection other = DriverManager.getConnection(url("cafes.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");
            assertThat(problem(url("cafes.db?busy_timeout=10")))
                    .contains("is locked by another program; stop that one");
        }
    }

    @Test
    void a_database_of_a_newer_version() throws SQLException {
        TestStore.at(url("cafes.db")).warmed().close();
        run("insert into flyway_schema_history select 99, '99', 'later', type, script, checksum, installed_by,"
                + " installed_on, execution_time, success from flyway_schema_history where version = '1'");
        assertThat(problem(url("cafes.db"))).contains("was made by a newer version of Tafelronde; start that version");
    }

    @Test
    void no_room_at_the_start() {
        assertThat(problem(url("cafes.db?max_page_count=3")))
                .contains("there is no room left")
                .contains("make room");
    }

    @Test
    void no_room_while_it_runs_fails_the_turn_as_a_whole_and_goes_on_when_there_is_room() {
        try (TestStore store = TestStore.at(url("cafes.db?max_page_count=120")).warmed()) {
            String full = kept(store);
            String other = kept(store);
            byte[] much = new byte[1_000_000];
            Throwable failure = catchThrowable(() -> store.transactions().inOne(() -> {
                store.harvests().add(Samples.question(other, BEN, "Why?"));
                return store.shelf().put(full, "big", new org.tafelronde.chat.Media.Medium("big", "image/png", much));
            }));
            assertThat(failure).isInstanceOf(StoreProblem.class).hasMessageContaining("there is no room left");
            assertThat(store.harvests().questions(other)).isEmpty();
            assertThat(store.harvests()
                            .add(Samples.question(other, BEN, "Why?"))
                            .number())
                    .isEqualTo(1);
            assertThat(store.sessions().all()).hasSize(2);
        }
    }

    @Test
    void a_postgresql_that_does_not_answer() {
        assertThat(problem("jdbc:postgresql://127.0.0.1:1/cafes?user=ada&password=secret"))
                .contains("the database jdbc:postgresql://127.0.0.1:1/cafes does not answer; start it")
                .doesNotContain("secret");
    }

    @Test
    void a_postgresql_database_that_is_not_there() {
        assertThat(problem(TestStore.postgresqlWithout("cafes"))).contains("does not exist; make it (createdb)");
    }

    @Test
    void a_database_of_another_kind() {
        assertThat(problem("jdbc:mysql://ada:secret@localhost/cafes"))
                .contains("\"jdbc:mysql://localhost/cafes\"")
                .contains("set it to jdbc:sqlite:FILE or jdbc:postgresql://")
                .doesNotContain("secret");
        assertThat(problem("jdbc:sqlite:")).contains("names no file; set it to jdbc:sqlite:FILE");
    }

    private String url(String file) {
        return "jdbc:sqlite:" + directory.resolve(file);
    }

    /** The line that the start ends with. */
    private static String problem(String url) {
        try (TestStore store = TestStore.at(url)) {
            Throwable failure = catchThrowable(store::sessions);
            String line = StoreProblem.in(failure).orElseThrow().getMessage();
            assertThat(line).hasLineCount(1).contains(";");
            return line;
        }
    }

    private static String kept(TestStore store) {
        String id = Samples.id();
        store.sessions().add(Samples.session(id));
        return id;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("cafes.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
