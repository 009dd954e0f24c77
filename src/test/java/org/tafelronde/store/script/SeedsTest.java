package org.tafelronde.store.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.script.Intervention;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard.Topic;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.script.Theme;

/** The scripts that come with the bot. */
class SeedsTest {
    private static final Path FOLDER = Path.of("seeds/scripts");

    @Test
    void the_dutch_cafe_is_whole() {
        Script script = seed("smart-from-the-start.nl");

        assertThat(script.language()).isEqualTo(Language.NL);
        assertThat(script.themes())
                .extracting(Theme::label)
                .containsExactly("Inclusie", "Werkplezier", "Privacy", "Kwaliteit");
        assertThat(script.rounds())
                .extracting(Step::title)
                .containsExactly("Besluitvorming (go/no-go)", "Ontwikkelen / inkopen", "Gebruiken");
        whole(script);
    }

    @Test
    void the_english_cafe_is_the_same_one() {
        Script dutch = seed("smart-from-the-start.nl");
        Script english = seed("smart-from-the-start.en");

        assertThat(english.language()).isEqualTo(Language.EN);
        assertThat(english.themes())
                .extracting(Theme::label)
                .containsExactly("Inclusion", "Joy in work", "Privacy", "Quality");
        assertThat(english.rounds())
                .extracting(Step::title)
                .containsExactly("Decision (go/no-go)", "Develop / procure", "Use");
        whole(english);
        assertThat(interventions(english)).isEqualTo(interventions(dutch));
        assertThat(english.card().topics())
                .extracting(Topic::id)
                .containsExactlyElementsOf(
                        dutch.card().topics().stream().map(Topic::id).toList());
    }

    @Test
    void nothing_about_the_first_cafe_is_hard_wired() {
        Script square = seed("neighbourhood-square.en");

        assertThat(square.themes()).hasSize(3);
        assertThat(square.rounds()).hasSize(2);
        assertThat(square.theCase()).isEmpty();
        assertThat(square.card().topics()).isEmpty();
        assertThat(square.hostRounds()).isEqualTo(2);
        assertThat(square.hardEnd()).isFalse();
        assertThat(square.round(1).minimum()).isEqualTo(Duration.ofMinutes(8));
        assertThat(square.round(2).minimum()).isEqualTo(Duration.ofMinutes(15));
        assertThat(begins(square)).first().isEqualTo("hello 19:30");
        assertThat(begins(square)).last().isEqualTo("end 21:05");
    }

    @Test
    void the_folder_holds_what_is_tested_here() {
        assertThat(new YamlScripts(FOLDER.toString()).all())
                .extracting(Script::name)
                .containsExactly("neighbourhood-square.en", "smart-from-the-start.en", "smart-from-the-start.nl");
    }

    private static List<String> interventions(Script script) {
        return Stream.concat(script.rounds().stream().flatMap(r -> r.interventions().stream()), script.spare().stream())
                .map(i -> i.id() + " " + i.at())
                .toList();
    }

    private static void whole(Script script) {
        assertThat(script.startsAt()).isEqualTo(LocalTime.of(10, 0));
        assertThat(begins(script))
                .containsExactly(
                        "welcome 10:00",
                        "how 10:10",
                        "case 10:20",
                        "decision 10:30",
                        "develop 10:55",
                        "use 11:20",
                        "pick 11:45",
                        "feedback 11:50",
                        "card 11:58",
                        "debrief 12:03",
                        "end 12:15");
        assertThat(script.hostRounds()).isEqualTo(2);
        assertThat(script.etiquette()).hasSize(7);
        assertThat(script.theCase().orElseThrow().picture()).isPresent();
        assertThat(script.rounds()).allSatisfy(round -> {
            assertThat(round.length()).isEqualTo(Duration.ofMinutes(15));
            assertThat(round.prompts()).hasSize(4);
            assertThat(round.interventions()).hasSize(1);
        });
        assertThat(script.rounds().stream().flatMap(r -> r.prompts().values().stream()))
                .doesNotHaveDuplicates();
        assertThat(script.spare()).extracting(Intervention::id).containsExactly("business-case", "councils");
        assertThat(topicsByTheme(script)).containsExactly(11, 11, 9, 9);
        assertThat(script.card().topics()).allSatisfy(t -> assertThat(t.terms()).hasSizeGreaterThanOrEqualTo(5));
        for (Theme theme : script.themes()) {
            for (Step.Round round : script.rounds()) {
                assertThat(samples(script, theme, round)).hasSizeGreaterThanOrEqualTo(5);
            }
        }
    }

    private static List<String> samples(Script script, Theme theme, Step.Round round) {
        return script.samples().getOrDefault(theme.id(), Map.of()).getOrDefault(round.number(), List.of());
    }

    /** Every step's id with its clock time, and the end's. */
    private static List<String> begins(Script script) {
        List<String> begins = new java.util.ArrayList<>();
        LocalTime at = script.startsAt();
        for (Step step : script.plan()) {
            begins.add(step.id() + " " + at);
            at = at.plus(step.slot());
        }
        begins.add("end " + at);
        return begins;
    }

    private static List<Integer> topicsByTheme(Script script) {
        return script.themes().stream()
                .map(t -> (int) script.card().topics().stream()
                        .filter(topic -> topic.theme().equals(t.id()))
                        .count())
                .toList();
    }

    private static Script seed(String name) {
        ScriptFile read = ScriptFile.read(FOLDER.resolve(name + ".yaml"));
        assertThat(read).as(read.toString()).isInstanceOf(ScriptFile.Good.class);
        return ((ScriptFile.Good) read).script();
    }
}
