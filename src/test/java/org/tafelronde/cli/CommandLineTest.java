package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What people type in a terminal, and what they are told. */
@Isolated("what it sets and prints is the whole process's")
class CommandLineTest {
    private static final String DUTCH = "seeds/scripts/smart-from-the-start.nl.yaml";

    @TempDir
    private Path folder;

    @Test
    void help_tells_all_commands() {
        Typed help = Typed.line("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("serve", "check", "rehearse", "digest");
    }

    @Test
    void a_word_that_is_no_command_is_wrong_usage() {
        Typed typo = Typed.line("rehearsal");

        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err()).contains("rehearsal", "rehearse").doesNotContain("\tat ");
        assertThat(Typed.line("check").code()).isEqualTo(2);
        assertThat(Typed.line("rehearse", DUTCH, "--people", "many").code()).isEqualTo(2);
    }

    @Test
    void a_good_script_is_told_by_what_is_in_it() {
        Typed check = Typed.line("check", DUTCH, "smart-from-the-start.en");

        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("4 themes, 3 rounds, 135 minutes").hasLineCount(2);
        assertThat(check.err()).isEmpty();
    }

    @Test
    void a_wrong_key_is_told_with_file_line_place_and_remedy() throws IOException {
        String[] lines = Files.readString(Path.of(DUTCH)).split("\n", -1);
        int line = 0;
        while (!lines[line].startsWith("themes:")) {
            line++;
        }
        lines[line] = "thema:";
        Path script = Files.writeString(folder.resolve("mine.nl.yaml"), String.join("\n", lines));

        Typed check = Typed.line("check", script.toString());

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).startsWith(script + ":").contains(":" + (line + 1) + ": thema: ", "themes");
        assertThat(Typed.line("rehearse", script.toString()).code()).isEqualTo(1);
    }

    @Test
    void a_script_that_is_not_there_is_told_with_those_that_are() {
        Typed rehearse = Typed.line("rehearse", "no-such-script");

        assertThat(rehearse.code()).isEqualTo(1);
        assertThat(rehearse.err())
                .contains("no-such-script", "smart-from-the-start.nl")
                .hasLineCount(1);
    }

    @Test
    void too_few_people_are_told_how_many_it_takes() {
        Typed rehearse = Typed.line("rehearse", DUTCH, "--people", "2");

        assertThat(rehearse.code()).isEqualTo(1);
        assertThat(rehearse.err()).contains("from 3 to 1000 people, not 2").hasLineCount(1);
    }

    @Test
    void a_setting_that_means_nothing_is_told_with_one_that_would_do() {
        System.setProperty("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));
        try {
            System.setProperty("tafelronde.port", "eighty");
            assertThat(Typed.line("serve").err())
                    .isEqualTo(
                            "tafelronde: TAFELRONDE_PORT is no port: \"eighty\"; give a number from 1 to 65535, like 8080\n");
            System.setProperty("tafelronde.port", "-1");
            System.setProperty("tafelronde.host", "not.an.address.invalid");
            assertThat(Typed.line("serve").err()).startsWith("tafelronde: TAFELRONDE_HOST is no address");
            System.clearProperty("tafelronde.host");
            System.setProperty("tafelronde.base-url", "cafe.example.org");
            assertThat(Typed.line("serve").err()).startsWith("tafelronde: TAFELRONDE_BASE_URL is no web address");
            System.clearProperty("tafelronde.base-url");
            System.setProperty("tafelronde.time-zone", "Mars");
            assertThat(Typed.line("serve").err())
                    .isEqualTo(
                            "tafelronde: TAFELRONDE_TIME_ZONE is no time zone: \"Mars\"; give one like Europe/Amsterdam\n");
        } finally {
            System.clearProperty("tafelronde.port");
            System.clearProperty("tafelronde.time-zone");
            System.clearProperty("tafelronde.host");
            System.clearProperty("tafelronde.base-url");
            System.clearProperty("tafelronde.db");
        }
    }

    @Test
    void a_port_that_is_in_use_is_told_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            System.setProperty("tafelronde.port", String.valueOf(other.getLocalPort()));
            System.setProperty("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"));

            Typed serve = Typed.line("serve");

            assertThat(serve.code()).isEqualTo(1);
            assertThat(serve.err()).endsWith("choose another port with TAFELRONDE_PORT\n");
            assertThat(serve.err())
                    .contains("port " + other.getLocalPort() + " is in use")
                    .hasLineCount(1);
        } finally {
            System.clearProperty("tafelronde.port");
            System.clearProperty("tafelronde.db");
        }
    }
}
