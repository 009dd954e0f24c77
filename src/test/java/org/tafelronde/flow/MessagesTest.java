package org.tafelronde.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafelronde.chat.Failure;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Refusal;

/** Everything that the bot says is there in both languages, and everything that is there is said. */
class MessagesTest {
    private static final Path FLOW = Path.of("src/main/java/org/tafelronde/flow");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9]+)*)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(sentences(Language.NL).keySet())
                .containsExactlyInAnyOrderElementsOf(sentences(Language.EN).keySet());
    }

    @Test
    void both_languages_fill_in_the_same() {
        Properties dutch = sentences(Language.NL);
        sentences(Language.EN)
                .forEach((key, english) -> assertThat(arguments(dutch.getProperty((String) key)))
                        .as("%s", key)
                        .isEqualTo(arguments((String) english)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_can_be_said(Language language) {
        sentences(language).forEach((key, sentence) -> {
            assertThat((String) sentence)
                    .as("%s has no straight apostrophe: it would hide what is filled in", key)
                    .doesNotContain("'");
            assertThat((String) sentence).as("%s", key).isNotBlank();
            String said = new MessageFormat((String) sentence, language.locale()).format(new Object[] {1, 2, 3, 4, 5});
            assertThat(said).as("%s", key).doesNotContain("{", "}");
        });
    }

    @Test
    void every_sentence_is_said_somewhere() {
        Set<String> known = keys();
        known.removeAll(used());
        assertThat(known).isEmpty();
    }

    @Test
    void every_refusal_has_its_sentence() {
        Set<String> keys = keys();
        assertThat(Arrays.stream(Refusal.class.getPermittedSubclasses()).map(c -> "refusal." + c.getSimpleName()))
                .isSubsetOf(keys);
    }

    @Test
    void every_failure_has_its_sentence_and_on_the_desk_the_same() throws IOException {
        String desk = Files.readString(Path.of("src/main/resources/web/assets/desk-words.js"));
        for (Language language : Language.values()) {
            for (Failure.Kind kind : Failure.Kind.values()) {
                String sentence = sentences(language).getProperty(Failures.key(kind));
                assertThat(sentence).as("%s", kind).isNotNull();
                assertThat(desk)
                        .contains("'failure." + kind.name().toLowerCase(Locale.ROOT) + "': '" + sentence + "',");
            }
        }
    }

    @Test
    void every_word_has_a_line_of_help_and_whoever_needs_more_a_usage() {
        Set<String> keys = keys();
        for (Word word : Word.values()) {
            assertThat(keys.contains("help." + word.key())).as("%s", word).isEqualTo(word.who() != Word.Who.BUTTON);
        }
    }

    @Test
    void a_usage_begins_with_the_word_of_its_language() {
        for (Language language : Language.values()) {
            Properties all = sentences(language);
            for (Word word : Word.values()) {
                String usage = all.getProperty("usage." + word.key());
                if (usage != null) {
                    assertThat(usage.split(" ")[0]).as("%s %s", language, word).isEqualTo(word.in(language));
                }
            }
        }
    }

    @Test
    void numbers_over_a_thousand_are_said_too() {
        for (Language language : Language.values()) {
            Voice voice = Voice.in(language, ZoneOffset.UTC);
            assertThat(voice.say("ask.done", 1234)).contains("1234");
            assertThat(voice.say("digest.facts", "2026-05-12", 1000, 2345, 4, 3))
                    .contains("1000", "2345");
            assertThat(voice.say("seating.good", 200, "5", 1500)).contains("200", "1500");
        }
    }

    /** Names of sentences in the code, and those that are put together there. */
    private static Set<String> used() {
        Set<String> all = new HashSet<>();
        try (Stream<Path> files = Files.walk(FLOW)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.addAll(LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Word word : Word.values()) {
            all.add("help." + word.key());
            all.add("usage." + word.key());
        }
        Arrays.stream(Refusal.class.getPermittedSubclasses())
                .map(c -> "refusal." + c.getSimpleName())
                .forEach(all::add);
        all.add("refusal.NoSuchIntervention.none");
        Arrays.stream(Failure.Kind.values()).map(Failures::key).forEach(all::add);
        Stream.of("course", "preview").forEach(key -> all.add(key + ".over"));
        return all;
    }

    private static Set<String> keys() {
        return sentences(Language.EN).keySet().stream()
                .map(String.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties sentences(Language language) {
        Properties all = new Properties();
        String file = "/messages_" + language.code() + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
