package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.tafelronde.Server;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Decision;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Tempo;
import org.tafelronde.flow.Opening;
import org.tafelronde.flow.Stores;

/** {@code purge} deletes what is past its time now, on a real database. */
@Isolated("what it sets and prints is the whole process's")
class PurgeCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void database() {
        System.setProperty("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
    }

    @AfterEach
    void forget() {
        System.clearProperty("tafelronde.db");
        System.clearProperty("tafelronde.retention-days");
    }

    @Test
    void without_cafes_nothing_is_past_its_time() {
        Typed purge = Typed.line("purge");

        assertThat(purge.code()).as(purge.err()).isZero();
        assertThat(purge.out()).isEqualTo("0 cafés are past their time of 30 days: deleted" + System.lineSeparator());
    }

    @Test
    void what_is_no_number_of_days_is_told() {
        System.setProperty("tafelronde.retention-days", "for ever");

        Typed purge = Typed.line("purge");
        assertThat(purge.code()).isEqualTo(1);
        assertThat(purge.err()).contains("TAFELRONDE_RETENTION_DAYS is no number of days: \"for ever\"");
    }

    @Test
    void a_cafe_goes_with_its_rooms_in_the_web_chat_and_a_younger_one_stays() throws Exception {
        String old;
        String young;
        try (Server server = Server.withoutTime(Map.of())) {
            old = over(server, Instant.now().minus(Duration.ofDays(31)));
            young = over(server, Instant.now().minus(Duration.ofDays(29)));
        }
        try (Connection db = open();
                Statement sql = db.createStatement()) {
            for (String session : new String[] {old, young}) {
                for (String room : new String[] {"plenary", "management"}) {
                    String id = room + "-" + session;
                    sql.execute("insert into place values ('" + session + "/" + room + "', 'webchat', '" + id + "')");
                    sql.execute("insert into web_place values ('" + id + "', '" + id
                            + "', 'PLENARY', 'k7f', '', '', 0, '', '', 1)");
                    sql.execute("insert into web_message values ('m-" + id + "', 1, '" + id
                            + "', '', '', 'Bram', 1, 'Who keeps this?', 0, 0, 0, 0, '')");
                    sql.execute(
                            "insert into web_change values (" + Math.abs(id.hashCode()) + ", '" + id + "', '', '')");
                }
            }
        }

        Typed purge = Typed.line("purge");
        assertThat(purge.out()).startsWith("1 café is past its time of 30 days: deleted");
        try (Connection db = open();
                Statement sql = db.createStatement()) {
            assertThat(all(sql, "select id from session")).containsExactly(young);
            assertThat(all(sql, "select place from web_message"))
                    .containsExactlyInAnyOrder("management-" + old, "plenary-" + young, "management-" + young);
            assertThat(all(sql, "select place from web_change"))
                    .containsExactlyInAnyOrder("management-" + old, "plenary-" + young, "management-" + young);
        }
    }

    private static String over(Server server, Instant at) {
        Stores stores = server.bean(Stores.class);
        Script script = stores.scripts().all().getFirst();
        Session session = server.bean(Opening.class)
                .open(
                        "webchat:ada",
                        "Ada",
                        new Opening.Wish(
                                script,
                                ZoneOffset.UTC,
                                Tempo.REAL,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()),
                        at);
        String id = session.setting().id();
        Session kept = stores.sessions().find(id).orElseThrow();
        stores.sessions().save(((Decision.Changed) kept.close("webchat:ada", at)).session());
        return id;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cafe.db"));
    }

    private static List<String> all(Statement sql, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
