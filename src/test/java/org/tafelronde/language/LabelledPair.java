package org.tafelronde.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.tafelronde.domain.script.Language;

/** Two questions about one theme, and whether a person says that they ask the same. */
record LabelledPair(String half, boolean same, String one, String other) {
    static List<LabelledPair> of(Language language, String half) {
        try {
            return Files.readAllLines(
                            Path.of("src/test/resources/harvest/pairs." + language.code() + ".tsv"),
                            StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new LabelledPair(cells[0], cells[1].equals("same"), cells[2], cells[3]))
                    .filter(pair -> pair.half().equals(half))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How well pairs were told apart: "right" are those that are the same and were found. */
    record Figures(int right, int wrong, int missed) {
        static Figures of(List<LabelledPair> pairs, Predicate<LabelledPair> found) {
            int right =
                    (int) pairs.stream().filter(p -> p.same() && found.test(p)).count();
            int wrong =
                    (int) pairs.stream().filter(p -> !p.same() && found.test(p)).count();
            int same = (int) pairs.stream().filter(LabelledPair::same).count();
            return new Figures(right, wrong, same - right);
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

        String said() {
            return String.format(Locale.ROOT, "precision %.2f, recall %.2f, F1 %.2f", precision(), recall(), f1());
        }
    }
}
