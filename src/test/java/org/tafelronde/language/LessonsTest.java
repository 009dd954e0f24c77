package org.tafelronde.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.CardMatch;
import org.tafelronde.domain.harvest.CardMatching;
import org.tafelronde.domain.harvest.Taught;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.ReferenceCard.Example;
import org.tafelronde.domain.script.ReferenceCard.Topic;

/** A card with examples knows questions that share no word with its terms. */
class LessonsTest {
    private static final Topic KEPT =
            new Topic("kept", "privacy", 1, "Waar en hoelang bewaard?", "Hoelang bewaren we het?", List.of("bewaren"));
    private static final Topic EXPLAIN =
            new Topic("explain", "work", 1, "Uitleggen", "Kun je het uitleggen?", List.of("uitleggen"));
    private static final List<Example> EXAMPLES = examples(
            "kept: Staat dat straks in een kast of in de cloud?",
            "kept: Gooien we het ooit weg uit de kast?",
            "kept: Op welke server staan de kaarten?",
            "kept: Staat het in een kast die op slot kan?",
            "kept: Na hoeveel jaar gooien we de kaarten weg?",
            "kept: Gooien ze die kast dan weg?",
            "kept: Wie heeft de sleutel van de kast met kaarten?",
            "kept: Weggooien of in de kast laten staan?",
            "kept: Blijft het in de kast op de server staan?",
            "explain: Snapt een vader waarom dit eruit rolt?",
            "explain: Kan ik het aan de keukentafel vertellen?",
            "explain: Is het geen zwarte doos?",
            "explain: Wat zeg je tegen een vader aan de keukentafel?",
            "explain: Begrijpt iemand die zwarte doos?",
            "explain: Kan een vader aan de keukentafel het volgen?",
            "explain: Wat zit er in die zwarte doos?",
            "explain: Hoe vertel je dat aan een vader?",
            "explain: Ligt het aan mij of is het een zwarte doos?",
            "-: Wat kost het per maand?",
            "-: Wie betaalt het pilotjaar per maand?",
            "-: Wanneer is de lunch?",
            "-: Welke leverancier is het?",
            "-: Wat kost de leverancier?",
            "-: Is er lunch voor de leverancier?",
            "-: Wat kost de lunch?",
            "-: Wie betaalt de leverancier?",
            "-: Wanneer komt de leverancier lunchen?");
    private static final ReferenceCard CARD = new ReferenceCard(List.of(KEPT, EXPLAIN), EXAMPLES);

    private final LuceneLinguist linguist = new LuceneLinguist();

    @Test
    void what_no_term_says_is_known_by_the_examples_and_says_by_which_words() {
        CardMatch match = found(CARD, "Zo'n kast, gooien ze die weg?").orElseThrow();

        assertThat(match.topic()).isEqualTo(KEPT);
        assertThat(match.on()).containsExactly("kast gooien", "weg");
        assertThat(found(new ReferenceCard(CARD.topics()), "Zo'n kast, gooien ze die weg?"))
                .as("without the examples")
                .isEmpty();
    }

    @Test
    void a_compound_or_a_mistyped_word_is_known_in_part() {
        assertThat(chance(0, "Ligt het in de archiefkast?")).isGreaterThan(chance(0, "Ligt het in de archiefmap?"));
        assertThat(chance(1, "En aan de keukentafl?")).isGreaterThan(chance(1, "En aan de vergadertafl?"));
    }

    @Test
    void what_is_like_the_examples_on_no_topic_is_on_none() {
        assertThat(found(CARD, "Wat kost dat, en wie is de leverancier?")).isEmpty();
        assertThat(found(CARD, "")).isEmpty();
        assertThat(found(CARD, "?!")).isEmpty();
    }

    @Test
    void all_chances_together_are_one() {
        Taught taught = linguist.taught(CARD, Language.NL).orElseThrow();

        Taught.Opinion opinion = taught.of(linguist.read("Op welke server staat de zwarte doos?", Language.NL));

        assertThat(opinion.chance(0) + opinion.chance(1) + opinion.chanceOfNone())
                .isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(opinion.says(0)).hasSize(7);
    }

    @Test
    void a_card_of_one_topic_can_teach_too() {
        ReferenceCard small = new ReferenceCard(
                List.of(KEPT),
                EXAMPLES.stream()
                        .filter(e -> !e.topic().equals(Optional.of("explain")))
                        .toList());

        assertThat(found(small, "Gooien we de kaarten weg?").orElseThrow().topic())
                .isEqualTo(KEPT);
        assertThat(found(small, "Wie betaalt het per maand?")).isEmpty();
    }

    @Test
    void the_same_card_teaches_the_same_whoever_learns() {
        String question = "Staat dat op een server?";
        Taught.Opinion one = linguist.taught(CARD, Language.NL).orElseThrow().of(linguist.read(question, Language.NL));
        Taught.Opinion other = new LuceneLinguist()
                .taught(new ReferenceCard(List.of(KEPT, EXPLAIN), EXAMPLES), Language.NL)
                .orElseThrow()
                .of(linguist.read(question, Language.NL));

        assertThat(other.chance(0)).isEqualTo(one.chance(0));
        assertThat(other.chanceOfNone()).isEqualTo(one.chanceOfNone());
    }

    @Test
    void it_is_learned_once() {
        linguist.prepare(CARD, Language.NL);

        assertThat(linguist.taught(CARD, Language.NL).orElseThrow())
                .isSameAs(linguist.taught(new ReferenceCard(CARD.topics(), CARD.examples()), Language.NL)
                        .orElseThrow());
        assertThat(linguist.taught(new ReferenceCard(CARD.topics()), Language.NL))
                .isEmpty();
    }

    @Test
    void where_the_examples_have_nothing_in_common_the_cards_own_words_are_all_that_is_known() {
        ReferenceCard strange = new ReferenceCard(
                List.of(new Topic("kept", "privacy", 1, "Opslag", "☕?", List.of("bewaren"))),
                examples("kept: ?!", "kept: …", "-: !", "-: ??"));

        assertThat(found(strange, "Hoelang bewaren we dit?")).isPresent();
        assertThat(found(strange, "Wie betaalt?")).isEmpty();
    }

    @Test
    void learning_that_failed_is_tried_again() {
        AtomicBoolean ill = new AtomicBoolean(true);
        School school = new School((text, language) -> {
            if (ill.getAndSet(false)) {
                throw new IllegalStateException("out of breath");
            }
            return linguist.read(text, language);
        });

        assertThatThrownBy(() -> school.of(CARD, Language.NL)).hasRootCauseMessage("out of breath");
        assertThat(school.of(CARD, Language.NL)).isPresent();
    }

    @Test
    void cards_that_are_prepared_are_learned_one_after_the_other() throws InterruptedException {
        Set<Thread> learners = ConcurrentHashMap.newKeySet();
        CountDownLatch last = new CountDownLatch(3);
        School school = new School((text, language) -> {
            learners.add(Thread.currentThread());
            if (text.equals("Wanneer komt de leverancier lunchen?")) {
                last.countDown();
            }
            return linguist.read(text, language);
        });

        for (int i = 0; i < 3; i++) {
            Topic topic = new Topic("other-" + i, "work", 1, "Anders", "Wat nog?", List.of());
            school.begin(new ReferenceCard(List.of(KEPT, EXPLAIN, topic), EXAMPLES), Language.NL);
        }

        assertThat(last.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(learners).hasSize(1).doesNotContain(Thread.currentThread());
    }

    private Optional<CardMatch> found(ReferenceCard card, String question) {
        return new CardMatching(card, linguist, Language.NL).of(question, Optional.empty(), OptionalInt.empty());
    }

    private double chance(int topic, String question) {
        return linguist.taught(CARD, Language.NL)
                .orElseThrow()
                .of(linguist.read(question, Language.NL))
                .chance(topic);
    }

    private static List<Example> examples(String... lines) {
        List<Example> examples = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            examples.add(new Example(Optional.of(parts[0]).filter(id -> !id.equals("-")), parts[1]));
        }
        return examples;
    }
}
