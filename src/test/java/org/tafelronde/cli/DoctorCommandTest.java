package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What {@code doctor} tells an administrator. */
@Isolated("what it sets and prints is the whole process's")
class DoctorCommandTest {
    @TempDir
    private Path folder;

    private final Map<String, String> set = new HashMap<>();

    private void set(String name, String value) {
        System.setProperty(name, value);
        set.put(name, value);
    }

    @BeforeEach
    void database() {
        set("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
    }

    @AfterEach
    void forget() {
        set.keySet().forEach(System::clearProperty);
    }

    @Test
    void a_machine_without_slack_is_well() {
        Typed doctor = Typed.line("doctor");

        assertThat(doctor.code()).as(doctor.out() + doctor.err()).isZero();
        assertThat(doctor.out().lines()).allMatch(line -> line.startsWith("ok       "));
        assertThat(doctor.out())
                .contains("a café is deleted 30 days after its end, so its actions are asked after 1 of 2 times")
                .contains("settings: TAFELRONDE_DB;", "the database: opens", "scripts: 3 in", "Slack: not set up");
        assertThat(doctor.err()).isEmpty();
    }

    @Test
    void a_retention_that_is_no_number_of_days_is_told() {
        set("tafelronde.retention-days", "0");

        assertThat(Typed.line("doctor").out())
                .contains("wrong    the retention: TAFELRONDE_RETENTION_DAYS is no number of days: \"0\"");
    }

    @Test
    void what_is_wrong_is_told_line_by_line_and_no_value_is_shown() throws Exception {
        Files.writeString(folder.resolve("no-database"), "");
        set("tafelronde.db", "jdbc:mysql:none");
        set("tafelronde.port", "eighty");
        set("tafelronde.time-zone", "Mars");
        set("slack.signing-secret", "hush-hush");
        Typed doctor = Typed.line("doctor");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("wrong    the address: TAFELRONDE_PORT is no port")
                .contains("wrong    the time zone: TAFELRONDE_TIME_ZONE is no time zone")
                .contains("wrong    the database: TAFELRONDE_DB says")
                .contains("SLACK_SIGNING_SECRET")
                .doesNotContain("hush-hush", "\tat ");
    }

    @Test
    void what_slack_lacks_is_told_with_its_remedy() {
        set("slack.signing-secret", "hush-hush");
        Typed doctor = Typed.line("doctor");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out()).contains("missing  SLACK_BOT_TOKEN is not set: give the bot's token");
    }
}
