package org.tafelronde.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.script.Language;

class WordsTest {
    @Test
    void both_languages_have_the_same_sentences_with_the_same_gaps() throws Exception {
        Properties nl = sentences("nl");
        Properties en = sentences("en");

        assertThat(nl.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : nl.stringPropertyNames()) {
            assertThat(new MessageFormat(nl.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(en.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    /** In a MessageFormat a single apostrophe swallows what follows it. */
    @Test
    void every_apostrophe_is_written_twice() throws Exception {
        for (String language : Set.of("nl", "en")) {
            Properties sentences = sentences(language);
            for (String key : sentences.stringPropertyNames()) {
                assertThat(sentences.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void one_is_not_many() {
        Words words = Words.in(Language.NL);

        assertThat(words.say("count", 0)).isEqualTo("geen vragen");
        assertThat(words.say("count", 1)).isEqualTo("1 vraag");
        assertThat(words.say("count", 1_200)).isEqualTo("1.200 vragen");
        assertThat(words.say("question.votes", 1)).isEqualTo("1 stem");
    }

    private static Properties sentences(String language) throws Exception {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/report_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
