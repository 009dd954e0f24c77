package org.tafelronde.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.CommandMenu;
import org.tafelronde.flow.Menu;

/** What is uploaded to Teams is what Teams takes. */
class TeamsManifestTest {
    private static final Path FOLDER = Path.of("manifests/teams");

    private static JsonNode manifest() throws IOException {
        return Json.read(Files.readAllBytes(FOLDER.resolve("manifest.json"))).orElseThrow();
    }

    @Test
    void it_follows_the_published_schema() throws IOException {
        try (InputStream file =
                TeamsManifestTest.class.getResourceAsStream("/teams/MicrosoftTeams.schema.v1.29.json")) {
            String schema = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    // What JavaScript's patterns call a backspace.
                    .replace("\\\\f\\\\b", "\\\\f\\\\x08");
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                            .getSchema(schema)
                            .validate(manifest()))
                    .isEmpty();
        }
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
                .containsExactlyInAnyOrder(
                        "ChannelMessage.Read.Group",
                        "Channel.Create.Group",
                        "Channel.Delete.Group",
                        "ChannelSettings.ReadWrite.Group",
                        "TeamMember.Read.Group");
    }

    @Test
    void its_icons_are_as_large_as_teams_wants_them() throws IOException {
        BufferedImage color = ImageIO.read(FOLDER.resolve("color.png").toFile());
        BufferedImage outline = ImageIO.read(FOLDER.resolve("outline.png").toFile());
        assertThat(List.of(color.getWidth(), color.getHeight())).containsOnly(192);
        assertThat(List.of(outline.getWidth(), outline.getHeight())).containsOnly(32);
    }
}
