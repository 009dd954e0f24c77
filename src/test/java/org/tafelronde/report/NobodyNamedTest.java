package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.script.Language;
import org.tafelronde.testing.TestPlatform;

/**
 * F54, the Chatham House rule, over everything that leaves a café in which people name each other wherever they can write. Files they cannot
 * give the café: nothing that anybody uploads to a chat is taken in.
 */
class NobodyNamedTest {

    /** Before it says that nothing is there, it is shown to find what is. */
    @TestFactory
    Stream<DynamicTest> whatever_gets_out_is_found() {
        Leaks leaks = new Leaks(WholeCafe.NAMED);
        WholeCafe cafe = WholeCafe.in(Language.EN);
        assertThat(cafe.files()).hasSize(6);
        Stream<DynamicTest> inFiles = cafe.files().stream()
                .flatMap(file -> leaks.of(file).entrySet().stream()
                        .map(way -> DynamicTest.dynamicTest(file.name() + ", " + way.getKey(), () -> {
                            Media.Medium leaky = way.getValue().apply(file);
                            assertThat(Traces.in(leaky)).contains("Zebedeus", "Quuxenstein");
                        })));
        Content message = cafe.newest();
        Stream<DynamicTest> inMessages = Stream.of(
                        message.and(new Content.Part.Bullets(List.of(WholeCafe.NAMED))),
                        message.and(new Content.Part.Picture("m", WholeCafe.NAMED)),
                        message.and(new Content.Part.File("m", WholeCafe.NAMED)),
                        message.with(org.tafelronde.chat.Button.plain(WholeCafe.NAMED, "x")))
                .map(leaky -> DynamicTest.dynamicTest(
                        "the message", () -> assertThat(Traces.in(leaky)).contains("Zebedeus", "Quuxenstein")));
        return Stream.concat(inFiles, inMessages);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobody_can_be_found_in_anything_that_leaves_the_cafe(Language language) {
        WholeCafe cafe = WholeCafe.in(language);
        everywhereSomebodyIsNamed(cafe);

        assertThat(cafe.files())
                .hasSize(6)
                .allSatisfy(file -> assertThat(Traces.in(file)).as(file.name()).isEmpty());
        assertThat(cafe.messages())
                .as("the digest, the note after a month, the digest made anew")
                .hasSize(3)
                .allSatisfy(message -> assertThat(Traces.in(message)).isEmpty());
        TestPlatform.Room room = cafe.cafe().managementRoom();
        assertThat(Traces.in(room.name() + "\n" + room.title() + "\n" + room.topic()))
                .isEmpty();
        assertThat(Traces.in(cafe.sessionFile())).isEmpty();
        assertThat(cafe.messages().getFirst().plain())
                .as("what the script's author wants is no participant's")
                .contains("board@harbour.example");
    }

    /** So that an empty café cannot pass. */
    private static void everywhereSomebodyIsNamed(WholeCafe cafe) {
        Harvest harvest = cafe.cafe().harvest();
        assertThat(List.of(
                        harvest.questions(),
                        harvest.questions().stream().filter(q -> !q.stands()).toList(),
                        harvest.answers(),
                        harvest.actions(),
                        harvest.objections(),
                        harvest.cards(),
                        cafe.session().script(),
                        cafe.session().roster()))
                .allSatisfy(all -> assertThat(Traces.in(all.toString())).contains("Zebedeus"));
        assertThat(harvest.overrulings())
                .anySatisfy(o -> assertThat(o.ruling().questions())
                        .anySatisfy(id -> assertThat(harvest.questions())
                                .anyMatch(q -> q.id().equals(id) && q.text().contains("Zebedeus"))));
        assertThat(harvest.actions())
                .as("no owner is taken who is somebody's name")
                .flatExtracting(a -> a.owner().stream().toList())
                .containsExactly("team lead", "quay master");
    }
}
