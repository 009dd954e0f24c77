package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is uploaded to Teams, as the program makes it and as the build does. */
@Isolated("the time zone that it sets is the whole process's")
class TeamsPackageTest {
    private static final Path OF_THE_BUILD = Path.of("target/tafelronde-teams.zip");
    private static final String SERVER = "https://cafe.test:8443";

    private static Map<String, byte[]> opened(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode manifest(byte[] zip) throws IOException {
        return Json.read(opened(zip).get("manifest.json")).orElseThrow();
    }

    private static void holdsWhatTeamsWants(byte[] zip) throws IOException {
        Map<String, byte[]> files = opened(zip);
        assertThat(files).containsOnlyKeys("manifest.json", "color.png", "outline.png");
        JsonNode manifest = manifest(zip);
        assertThat(List.of(
                        manifest.path("icons").path("color").asText(),
                        manifest.path("icons").path("outline").asText()))
                .containsExactly("color.png", "outline.png");
        assertThat(size(files.get("color.png"))).containsExactly(192, 192);
        assertThat(size(files.get("outline.png"))).containsExactly(32, 32);
        String app = manifest.path("id").asText();
        assertThat(manifest.path("bots").path(0).path("botId").asText()).isEqualTo(app);
        assertThat(manifest.path("webApplicationInfo").path("id").asText()).isEqualTo(app);
        TeamsManifestTest.followsTheSchema(manifest);
    }

    private static List<Integer> size(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return List.of(image.getWidth(), image.getHeight());
    }

    @Test
    void the_program_fills_in_the_app_and_the_server() throws IOException {
        byte[] zip = TeamsPackage.of(FakeTeams.APP, SERVER + "/");
        holdsWhatTeamsWants(zip);
        JsonNode manifest = manifest(zip);
        assertThat(manifest.path("id").asText()).isEqualTo(FakeTeams.APP);
        assertThat(manifest.path("developer").path("privacyUrl").asText()).isEqualTo(SERVER + "/privacy");
        assertThat(manifest.path("webApplicationInfo").path("resource").asText())
                .isEqualTo(SERVER);
        assertThat(manifest.toString()).doesNotContain("00000000-0000-0000-0000", "example.org");
    }

    @Test
    void the_builds_own_holds_the_same() throws IOException {
        byte[] zip = Files.readAllBytes(OF_THE_BUILD);
        holdsWhatTeamsWants(zip);
        JsonNode manifest = manifest(zip);
        byte[] ours = TeamsPackage.of(
                "11111111-1111-4111-8111-111111111111",
                manifest.path("developer").path("websiteUrl").asText());
        assertThat(manifest.toString().replace(manifest.path("id").asText(), "ID"))
                .isEqualTo(manifest(ours).toString().replace("11111111-1111-4111-8111-111111111111", "ID"));
    }

    @Test
    void twice_the_same_is_the_same_wherever_the_clock_stands() {
        TimeZone before = TimeZone.getDefault();
        byte[] here = TeamsPackage.of(FakeTeams.APP, SERVER);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(TeamsPackage.of(FakeTeams.APP, SERVER)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void what_cannot_be_is_refused_and_told() {
        assertThatThrownBy(() -> TeamsPackage.of("", SERVER)).hasMessageContaining("TEAMS_APP_ID");
        for (String server : List.of("", "http://cafe.test", "cafe.test", "https://cafe.test/?a=b", "https://a\"b")) {
            assertThatThrownBy(() -> TeamsPackage.of(FakeTeams.APP, server))
                    .as(server)
                    .hasMessageContaining("TAFELRONDE_BASE_URL");
        }
    }
}
