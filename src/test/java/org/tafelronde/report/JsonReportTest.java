package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafelronde.testing.HarvestFixture;

class JsonReportTest {
    private final JsonNode json = Exports.of(HarvestFixture.fullOfQuestions()).json();

    @Test
    void its_shape_is_kept() {
        assertThat(keys(json))
                .containsExactly(
                        "session",
                        "top",
                        "matrix",
                        "appendix",
                        "alike",
                        "coverage",
                        "interventions",
                        "debrief",
                        "actions",
                        "overruled",
                        "review");
        assertThat(json.get("review").isNull()).isTrue();
        assertThat(keys(json.get("overruled"))).containsExactly("topics", "groups", "log");
        assertThat(keys(json.at("/coverage/7"))).containsExactly("theme", "round", "card", "notOnCard");
        assertThat(keys(json.at("/coverage/7/card/0")))
                .containsExactly("id", "topic", "state", "questions", "matchedOn");
        assertThat(keys(json.get("session"))).containsExactly("script", "date", "people", "language");
        assertThat(keys(json.at("/top/0"))).containsExactly("theme", "questions");
        assertThat(keys(json.at("/top/0/questions/0"))).containsExactly("text", "round", "votes");
        assertThat(keys(json.at("/matrix/0"))).containsExactly("theme", "round", "count", "questions");
        assertThat(keys(json.at("/matrix/0/questions/0"))).containsExactly("text", "votes", "picked", "prompt");
        assertThat(keys(json.at("/interventions/0"))).containsExactly("id", "round", "before", "after");
        assertThat(keys(json.at("/debrief/0"))).containsExactly("prompt", "answers");
    }

    @Test
    void it_tells_what_happened() {
        assertThat(json.get("session").toString())
                .isEqualTo(
                        "{\"script\":\"smart-from-the-start.nl\",\"date\":\"2026-05-12\",\"people\":16,\"language\":\"nl\"}");
        assertThat(json.at("/top/2/theme").asText()).isEqualTo("privacy");
        assertThat(json.get("top"))
                .allSatisfy(t -> assertThat(t.get("questions")).hasSize(3));
        assertThat(json.at("/matrix/6").get("theme").asText()).isEqualTo("privacy");
        assertThat(json.at("/matrix/6/questions/3/prompt").asText()).isEqualTo("onrust");
        assertThat(json.get("interventions").get(0).toString())
                .isEqualTo("{\"id\":\"onrust\",\"round\":1,\"before\":11,\"after\":4}");
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
