package org.tafelronde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whole cafés from one command: with other themes, rounds and tables than the first one. */
@Isolated("what it sets and prints is the whole process's")
class RehearseCommandTest {
    private static final String SQUARE = "seeds/scripts/neighbourhood-square.en.yaml";

    @TempDir
    private Path folder;

    @Test
    void the_same_seed_gives_the_same_seating_and_questions_and_the_digest_has_each_question_once() throws IOException {
        JsonNode first = rehearsed("first");
        JsonNode second = rehearsed("second");

        assertThat(seating(first)).isNotEmpty().isEqualTo(seating(second));
        assertThat(texts(first.path("questions")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(texts(second.path("questions")));
        assertThat(first.path("deliveries").path("duplicates").asInt()).isZero();
        assertThat(folder.resolve("first").toFile().list())
                .containsExactlyInAnyOrder(
                        "digest.html",
                        "digest.pdf",
                        "digest.md",
                        "digest.csv",
                        "digest.json",
                        "matrix.png",
                        "session.json");

        List<String> kept = new ArrayList<>();
        first.path("questions").forEach(q -> {
            if (!q.path("withdrawn").asBoolean()) {
                kept.add(q.path("text").asText());
            }
        });
        List<String> told = new ArrayList<>();
        JsonNode digest = read("first/digest.json");
        digest.path("matrix").forEach(cell -> told.addAll(texts(cell.path("questions"))));
        assertThat(told).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(digest.path("matrix"))
                .allSatisfy(cell -> assertThat(cell.path("count").asInt()).isPositive());
    }

    private JsonNode rehearsed(String name) throws IOException {
        Typed rehearse = Typed.line(
                "rehearse",
                SQUARE,
                "--people",
                "13",
                "--speed",
                "2000",
                "--seed",
                "7",
                "--out",
                folder.resolve(name).toString());
        assertThat(rehearse.code()).as(rehearse.err()).isZero();
        assertThat(rehearse.out()).contains("timers: ", "replies: ", "wall clock");
        return read(name + "/session.json");
    }

    private JsonNode read(String file) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(folder.resolve(file)));
    }

    private static List<String> texts(JsonNode questions) {
        List<String> texts = new ArrayList<>();
        questions.forEach(q -> texts.add(q.path("text").asText()));
        return texts;
    }

    private static List<String> seating(JsonNode session) {
        List<String> seating = new ArrayList<>();
        session.path("rounds").forEach(round -> seating.add(round.path("tables").toString()));
        return seating;
    }
}
