package org.tafelronde.language;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.script.Language;

/** Parts a text in words and finds their stems, by Lucene and a small list of words for each language. */
@Singleton
public final class LuceneLinguist implements Linguist {
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);

    public LuceneLinguist() {
        for (Language language : Language.values()) {
            vocabularies.put(language, Vocabulary.of(language));
        }
    }

    @Override
    public List<Word> read(String text, Language language) {
        Vocabulary vocabulary = Objects.requireNonNull(vocabularies.get(language));
        List<String> said = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            tokens.setReader(new StringReader(text));
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                said.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary.words(said);
    }
}
