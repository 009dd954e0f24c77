package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code teams-package} makes what is uploaded to Teams. */
@Isolated("what it sets and prints is the whole process's")
class TeamsPackageCommandTest {
    private static final String APP = "0c0ffee0-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    @Test
    void it_makes_the_package_with_what_is_given() throws Exception {
        Path out = folder.resolve("cafe.zip");
        Typed made = Typed.line(
                "teams-package", "--app-id", APP, "--base-url", "https://cafe.test/", "--out", out.toString());

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("cafe.zip: upload it in Teams");
        try (ZipFile zip = new ZipFile(out.toFile())) {
            String manifest = new String(
                    zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(manifest).contains(APP, "\"https://cafe.test/privacy\"").doesNotContain("example.org");
        }
    }

    @Test
    void what_is_set_is_filled_in() {
        System.setProperty("teams.app-id", APP);
        System.setProperty("tafelronde.base-url", "https://cafe.test");
        try {
            Path out = folder.resolve("set.zip");
            assertThat(Typed.line("teams-package", "--out", out.toString()).code())
                    .isZero();
            assertThat(Files.exists(out)).isTrue();
        } finally {
            System.clearProperty("teams.app-id");
            System.clearProperty("tafelronde.base-url");
        }
    }

    @Test
    void what_is_missing_is_told_in_one_line() {
        Typed none = Typed.line("teams-package", "--app-id", "");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("TEAMS_APP_ID is the id of the app").hasLineCount(1);
        Typed plain = Typed.line("teams-package", "--app-id", APP, "--base-url", "http://cafe.test");
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.err()).contains("TAFELRONDE_BASE_URL is the https address");
        Typed nowhere = Typed.line(
                "teams-package", "--app-id", APP, "--base-url", "https://cafe.test", "--out", folder.toString());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("cannot be written there");
    }
}
