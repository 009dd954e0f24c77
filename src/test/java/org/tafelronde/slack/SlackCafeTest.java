package org.tafelronde.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafelronde.time.Patience;

class SlackCafeTest extends CafeInSlack {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));

    private final FakeWorld fake = new FakeWorld();

    @Override
    World world() {
        return fake;
    }

    @Override
    void arrived(String management, JsonObject digest, JsonObject files) {
        String canvas = PATIENCE.until(
                        () -> Optional.of(fake.slack().workspace().channel(management).canvas)
                                .filter(c -> !c.isEmpty()))
                .orElseThrow();
        List<String> headings = new ArrayList<>();
        for (JsonElement block : digest.getAsJsonArray("blocks")) {
            if (block.getAsJsonObject().get("type").getAsString().equals("header")) {
                headings.add(FakeBlocks.read(block).strip());
            }
        }
        assertThat(headings)
                .startsWith("Digest: Smart from the start")
                .anyMatch(h -> h.endsWith(": the most important questions"))
                .endsWith("What we ask of you", "Actions");
        assertThat(digest.get("text").getAsString())
                .contains("9 people", "4 themes in 3 rounds", "1. Who decides in", "Heat map:", "[digest.pdf]");

        assertThat(canvas)
                .startsWith("# Smart from the start\n")
                .contains("Who decides in", "\\:rage:", "https\\://x.example", "(name)")
                .doesNotContain("Guest", "![", "\n####", "(@", "(#");
        for (JsonElement file : files.getAsJsonArray("files")) {
            String name = file.getAsJsonObject().get("name").getAsString();
            byte[] bytes = fake.slack()
                    .workspace()
                    .file(file.getAsJsonObject().get("id").getAsString());
            assertThat(name).doesNotContain("Guest");
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).as(name).doesNotContain("Guest");
            if (name.equals("digest.pdf")) {
                assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            }
        }
    }
}
