package org.tafelronde.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.domain.harvest.CardMatch;
import org.tafelronde.domain.harvest.CardMatching;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** How well topics are found, on questions that were labelled by hand: {@code mvn -Dtest=MatchingTest test} prints the figures. */
class MatchingTest {
    /** What it is to come to on what nobody looked at when it was made. */
    private static final double FLOOR = .7;
    /** Nothing was chosen by these. */
    private static final List<String> KEPT_APART = List.of("apart", "strangers", "others");

    @ParameterizedTest
    @EnumSource
    void topics_are_found_better_than_by_counting_words(Language language) {
        ReferenceCard card = Labelled.script(language).card();
        CardMatching matching = new CardMatching(card, new LuceneLinguist(), language);
        WordOverlap overlap = best(card, Labelled.of(language, "tune"));

        for (String half : List.of("tune", "apart", "rehearsal", "harder", "last", "met", "strangers", "others")) {
            List<Labelled> questions = Labelled.of(language, half);
            Labelled.Figures ours = Labelled.Figures.of(questions, q -> found(matching, q));
            Labelled.Figures plain = Labelled.Figures.of(questions, q -> overlap.topic(q.question()));
            print(language, half, questions.size(), "matching", ours);
            print(
                    language,
                    half,
                    questions.size(),
                    "without its place",
                    Labelled.Figures.of(questions, q -> anywhere(matching, q)));
            print(language, half, questions.size(), "word overlap", plain);
            if (KEPT_APART.contains(half)) {
                assertThat(ours.f1()).isGreaterThan(plain.f1()).isGreaterThan(FLOOR);
            }
        }
        if (Boolean.getBoolean("harvest.show")) {
            Labelled.of(language, "tune").forEach(q -> show(matching, q));
        }
    }

    /** Other cards have fewer examples, or none: the terms must hold alone, and few examples must not make it worse. */
    @ParameterizedTest
    @EnumSource
    void it_holds_when_there_are_few_examples(Language language) {
        ReferenceCard whole = Labelled.script(language).card();
        List<Labelled> questions = Stream.of("strangers", "others")
                .flatMap(half -> Labelled.of(language, half).stream())
                .toList();
        WordOverlap overlap = best(whole, Labelled.of(language, "tune"));
        double plain =
                Labelled.Figures.of(questions, q -> overlap.topic(q.question())).f1();
        for (int percent : List.of(0, 10, 25, 50)) {
            Random dice = new Random(1);
            List<ReferenceCard.Example> some = whole.examples().stream()
                    .filter(e -> dice.nextDouble() * 100 < percent)
                    .toList();
            CardMatching matching =
                    new CardMatching(new ReferenceCard(whole.topics(), some), new LuceneLinguist(), language);
            Labelled.Figures figures = Labelled.Figures.of(questions, q -> found(matching, q));
            print(language, "strange", questions.size(), "with " + percent + " % of examples", figures);
            assertThat(figures.f1()).isGreaterThan(plain + .1);
        }
    }

    private static Optional<String> found(CardMatching matching, Labelled q) {
        return matching.of(q.question(), q.theme(), q.round())
                .map(m -> m.topic().id());
    }

    private static Optional<String> anywhere(CardMatching matching, Labelled q) {
        return matching.of(q.question(), Optional.empty(), OptionalInt.empty())
                .map(m -> m.topic().id());
    }

    /** What was missed or mistaken, of the half that may be looked at. */
    private static void show(CardMatching matching, Labelled q) {
        Optional<CardMatch> match = matching.of(q.question(), q.theme(), q.round());
        if (!match.map(m -> m.topic().id()).equals(q.topic())) {
            System.out.printf(
                    "  %s: %s, not %s %s%n",
                    q.question(),
                    q.topic().orElse("-"),
                    match.map(m -> m.topic().id()).orElse("-"),
                    match.map(CardMatch::on).orElse(List.of()));
        }
    }

    /** With the threshold that suits it best. */
    private static WordOverlap best(ReferenceCard card, List<Labelled> tune) {
        return IntStream.rangeClosed(0, 20)
                .mapToObj(i -> new WordOverlap(card, i / 100.0))
                .max(Comparator.comparingDouble(o ->
                        Labelled.Figures.of(tune, q -> o.topic(q.question())).f1()))
                .orElseThrow();
    }

    private static void print(Language language, String half, int questions, String how, Labelled.Figures f) {
        System.out.printf(
                Locale.ROOT,
                "%s %-9s %3d questions, %-20s precision %.2f, recall %.2f, F1 %.2f%n",
                language.code(),
                half,
                questions,
                how,
                f.precision(),
                f.recall(),
                f.f1());
    }
}
