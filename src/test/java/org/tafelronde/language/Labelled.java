package org.tafelronde.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.flow.Scripts;
import org.tafelronde.store.script.YamlScripts;

/** A question and the topic that a person says it is about. */
record Labelled(String half, Optional<String> theme, OptionalInt round, Optional<String> topic, String question) {
    static List<Labelled> of(Language language, String half) {
        try {
            return Files.readAllLines(
                            Path.of("src/test/resources/harvest/topics." + language.code() + ".tsv"),
                            StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Labelled(
                            cells[0],
                            Optional.of(cells[1]),
                            OptionalInt.of(Integer.parseInt(cells[2])),
                            Optional.of(cells[3]).filter(t -> !t.equals("-")),
                            cells[4]))
                    .filter(l -> l.half().equals(half))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script script(Language language) {
        return switch (new YamlScripts("seeds/scripts").admit("smart-from-the-start." + language.code())) {
            case Scripts.Found.Good good -> good.script();
            case Scripts.Found.Bad bad -> throw new AssertionError(bad);
            case Scripts.Found.None none -> throw new AssertionError(none);
        };
    }

    /** How well topics were found. A question that was given a wrong topic counts against both. */
    record Figures(int right, int wrong, int missed) {
        static Figures of(List<Labelled> questions, Function<Labelled, Optional<String>> found) {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            for (Labelled q : questions) {
                Optional<String> topic = found.apply(q);
                boolean same = topic.isPresent() && topic.equals(q.topic());
                right += same ? 1 : 0;
                wrong += topic.isPresent() && !same ? 1 : 0;
                missed += q.topic().isPresent() && !same ? 1 : 0;
            }
            return new Figures(right, wrong, missed);
        }

        double precision() {
            return right == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }
}
