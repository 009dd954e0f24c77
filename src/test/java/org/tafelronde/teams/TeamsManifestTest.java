package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.flow.Menu;
import org.tafelronde.testing.Needs;

/** What is uploaded to Teams is what Teams takes. */
class TeamsManifestTest {
    private static final Path FOLDER = Path.of("manifests/teams");

    private static JsonNode manifest() throws IOException {
        return Json.read(Files.readAllBytes(FOLDER.resolve("manifest.json"))).orElseThrow();
    }

    static void followsTheSchema(JsonNode manifest) throws IOException {
        assertThat(faults(manifest)).isEmpty();
    }

    private static Set<ValidationMessage> faults(JsonNode manifest) throws IOException {
        try (InputStream file =
                TeamsManifestTest.class.getResourceAsStream("/teams/MicrosoftTeams.schema.v1.29.json")) {
            String schema = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    // What JavaScript's patterns call a backspace.
                    .replace("\\\\f\\\\b", "\\\\f\\\\x08");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(schema)
                    .validate(manifest);
        }
    }

    @Test
    void it_follows_the_published_schema() throws IOException {
        followsTheSchema(manifest());
        assertThat(faults(wrong())).isNotEmpty();
    }

    private static JsonNode wrong() throws IOException {
        return ((ObjectNode) manifest()).put("accentColor", "green");
    }

    /** Microsoft's own tool, which brings the schemas along. */
    @Test
    void microsofts_own_check_finds_nothing() throws Exception {
        Path home = Needs.appManifest();
        assertThat(microsofts(home, manifest())).isEqualTo("[]");
        assertThat(microsofts(home, wrong())).contains("accentColor");
    }

    private static String microsofts(Path home, JsonNode manifest) throws IOException, InterruptedException {
        String script = """
                globalThis.fetch = () => { throw new Error("the schema is not in the package"); };
                const { AppManifestUtils } = require("@microsoft/app-manifest");
                AppManifestUtils.validateAgainstSchema(JSON.parse(process.argv[1]))
                  .then(faults => console.log(JSON.stringify(faults)), e => { console.log(String(e)); process.exitCode = 1; });
                """;
        Process node = new ProcessBuilder("node", "-e", script, manifest.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void its_commands_are_ours() throws IOException {
        List<String> ours =
                new Menu().commands("en").stream().map(CommandMenu.Entry::word).toList();
        List<String> offered = new ArrayList<>();
        manifest()
                .path("bots")
                .path(0)
                .path("commandLists")
                .path(0)
                .path("commands")
                .forEach(c -> offered.add(c.path("title").asText()));
        assertThat(offered).hasSizeLessThanOrEqualTo(12).isSubsetOf(ours);
    }

    @Test
    void it_asks_for_what_the_bot_uses_and_for_nothing_more() throws IOException {
        List<String> asked = new ArrayList<>();
        manifest()
                .path("authorization")
                .path("permissions")
                .path("resourceSpecific")
                .forEach(p -> asked.add(p.path("name").asText()));
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Consent.values()).map(Consent::id).toList());
    }

    @Test
    void what_it_asks_for_stands_in_the_documentation() throws IOException {
        String docs = Files.readString(Path.of("docs/teams.md"));
        assertThat(Consent.values()).allSatisfy(c -> assertThat(docs).contains("| `" + c.id() + "` | "));
    }

    @Test
    void its_icons_are_as_large_as_teams_wants_them() throws IOException {
        BufferedImage color = ImageIO.read(FOLDER.resolve("color.png").toFile());
        BufferedImage outline = ImageIO.read(FOLDER.resolve("outline.png").toFile());
        assertThat(List.of(color.getWidth(), color.getHeight())).containsOnly(192);
        assertThat(List.of(outline.getWidth(), outline.getHeight())).containsOnly(32);
    }
}
