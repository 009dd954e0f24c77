package org.tafelronde.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.domain.harvest.CardMatch;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Digest;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.harvest.Placing;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;
import org.tafelronde.flow.HarvestReader;
import org.tafelronde.flow.Harvests;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.HarvestFixture;

/** What the facilitator sees on the desk is what management reads in the digest. */
class DeskAndDigestTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

    private final Linguist linguist = new LuceneLinguist();

    @ParameterizedTest
    @EnumSource
    void a_question_is_about_the_same_topic_on_the_desk_and_in_the_digest(Language language) {
        Script script = Labelled.script(language);
        Harvest harvest = asked(script, language);

        Map<String, String> inDigest =
                topics(Digest.of(harvest, TODAY, linguist).coverage());

        assertThat(topics(onDesk(harvest).look(harvest.session()).coverage())).isEqualTo(inDigest);
        // Which is by the script's examples: without them some would be about another topic.
        assertThat(script.card().examples()).isNotEmpty();
        assertThat(inDigest)
                .isNotEqualTo(
                        topics(Digest.of(harvest, TODAY, withoutExamples()).coverage()));
    }

    @Test
    void what_stands_for_a_name_is_no_word_that_a_question_is_known_by() {
        // The card asks for names: "naam en geboortedatum".
        Harvest harvest = HarvestFixture.of(Labelled.script(Language.NL))
                .asksSomewhere("Bram", "Moet Ada dat?")
                .asksSomewhere("Bram", "Waarom moet Ada dat altijd doen?")
                .harvest();

        assertThat(Placing.all(harvest, linguist).values())
                .allSatisfy(p -> assertThat(p.text()).contains("(naam)"))
                .allSatisfy(p -> assertThat(p.suggested().map(CardMatch::on).orElse(List.of()))
                        .noneMatch(words -> words.contains("naam")));
    }

    private static Harvest asked(Script script, Language language) {
        HarvestFixture cafe = HarvestFixture.of(script).in(language);
        List<Labelled> questions = Labelled.of(language, "strangers");
        for (int i = 0; i < questions.size(); i++) {
            Labelled q = questions.get(i);
            cafe.asks(
                    HarvestFixture.CAST.get(i % HarvestFixture.CAST.size()),
                    q.theme().orElseGet(() -> script.themes().getFirst().id()),
                    q.round().orElse(1),
                    q.question());
        }
        return cafe.harvest();
    }

    private HarvestReader onDesk(Harvest harvest) {
        Harvests harvests = mock();
        when(harvests.of(harvest.session())).thenReturn(harvest);
        Stores stores = mock();
        when(stores.harvests()).thenReturn(harvests);
        when(stores.linguist()).thenReturn(linguist);
        return new HarvestReader(stores);
    }

    private Linguist withoutExamples() {
        return (text, language) -> linguist.read(text, language);
    }

    /** By question, and what it was recognised by. */
    private static Map<String, String> topics(List<Coverage> coverage) {
        Map<String, String> topics = new TreeMap<>();
        for (Coverage cell : coverage) {
            for (Coverage.Covered covered : cell.card()) {
                ReferenceCard.Topic topic = covered.topic();
                covered.questions().forEach(q -> topics.put(q.id(), topic.id() + " " + q.on()));
            }
        }
        return topics;
    }
}
