package org.tafelronde.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Stores;

/** A process that is killed after its rehearsal's café was over: the next one tells how it ended, and begins none of its own (F23). */
class KilledAtTheEndTest {
    private static final String SQUARE = "seeds/scripts/neighbourhood-square.en.yaml";

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void what_was_over_is_told_once_and_only_then_another_begins() throws Exception {
        Process killed = start("killed");
        while (!isOver()) {
            assertThat(killed.isAlive()).as(rehearsal().output("killed")).isTrue();
            killed.waitFor(5, TimeUnit.MILLISECONDS);
        }
        killed.destroyForcibly().waitFor();
        assertThat(rehearsal().output("killed"))
                .as("killed before it told anything")
                .doesNotContain("wall clock");

        runs("again");
        assertThat(rehearsal().output("again"))
                .contains("timers:  count", "0 unknown, 0 blocked, 0 duplicates", "wall clock");
        assertThat(sessions())
                .as("the one that was killed, published now")
                .singleElement()
                .matches(Session::published);
        assertThat(folder.resolve("out-again/digest.json")).exists();

        runs("another");
        assertThat(sessions()).hasSize(2);
    }

    private void runs(String run) throws Exception {
        Process process = start(run);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(rehearsal().output(run)).isZero();
    }

    private Process start(String run) throws IOException {
        return rehearsal()
                .start(
                        run,
                        SQUARE,
                        "--people",
                        "8",
                        "--speed",
                        "1500",
                        "--out",
                        folder.resolve("out-" + run).toString());
    }

    private RehearsalProcess rehearsal() {
        return new RehearsalProcess(folder);
    }

    /** Its café, that is; the process still has the digest to publish, and to say what it came to. */
    private boolean isOver() {
        if (!Files.exists(rehearsal().database())) {
            return false;
        }
        try (Connection db = DriverManager.getConnection(rehearsal().url());
                Statement sql = db.createStatement();
                ResultSet closed = sql.executeQuery("select 1 from session where stage = 'CLOSED'")) {
            return closed.next();
        } catch (SQLException e) {
            // The tables are not there yet, or somebody writes.
            return false;
        }
    }

    private List<Session> sessions() {
        try (Server server =
                Server.withoutTime(Map.of("tafelronde.db", rehearsal().url()))) {
            return server.bean(Stores.class).sessions().all();
        }
    }
}
