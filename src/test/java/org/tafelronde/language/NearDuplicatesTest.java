package org.tafelronde.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.HarvestFixture;

/** How well near-duplicates are told from what only looks alike: {@code mvn -Dtest=NearDuplicatesTest test} prints the figures. */
class NearDuplicatesTest {
    private static final double FLOOR = .6;

    private final LuceneLinguist linguist = new LuceneLinguist();

    @ParameterizedTest
    @EnumSource
    void what_says_the_same_is_found_better_than_by_counting_words(Language language) {
        List<LabelledPair> tune = LabelledPair.of(language, "tune");
        double enough = best(tune);
        for (String half : List.of("tune", "apart")) {
            List<LabelledPair> pairs = LabelledPair.of(language, half);
            LabelledPair.Figures ours = LabelledPair.Figures.of(pairs, p -> together(p, language));
            LabelledPair.Figures plain = LabelledPair.Figures.of(pairs, p -> overlap(p) >= enough);
            System.out.printf("%s %-5s %d pairs, grouping     %s%n", language.code(), half, pairs.size(), ours.said());
            System.out.printf("%s %-5s %d pairs, word overlap %s%n", language.code(), half, pairs.size(), plain.said());
            assertThat(ours.f1()).isGreaterThan(FLOOR).isGreaterThan(plain.f1());
        }
        if (Boolean.getBoolean("harvest.show")) {
            tune.stream()
                    .filter(p -> p.same() != together(p, language))
                    .forEach(p -> System.out.printf("  %s: %s | %s%n", p.same(), p.one(), p.other()));
        }
    }

    private boolean together(LabelledPair pair, Language language) {
        HarvestFixture cafe = HarvestFixture.cafe();
        cafe.asks("Ada", "privacy", 1, pair.one()).asks("Bram", "privacy", 1, pair.other());
        return !cafe.harvest()
                .alike((text, theScripts) -> linguist.read(text, language))
                .isEmpty();
    }

    /** The threshold that suits the baseline best. */
    private static double best(List<LabelledPair> tune) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i / 20.0)
                .max(Comparator.comparingDouble(
                        d -> LabelledPair.Figures.of(tune, p -> overlap(p) >= d).f1()))
                .orElseThrow();
    }

    private static double overlap(LabelledPair pair) {
        Set<String> one = WordOverlap.words(pair.one());
        Set<String> all = new HashSet<>(WordOverlap.words(pair.other()));
        Set<String> both = new HashSet<>(one);
        both.retainAll(all);
        all.addAll(one);
        return (double) both.size() / all.size();
    }
}
