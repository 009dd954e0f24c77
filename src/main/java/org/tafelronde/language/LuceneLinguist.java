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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.harvest.Taught;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** Parts a text in words and finds their stems, by Lucene and a small list of words for each language. */
@Singleton
public final class LuceneLinguist implements Linguist {
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);
    /** Each of them has a buffer that is larger than most texts. */
    private final Queue<StandardTokenizer> idle = new ConcurrentLinkedQueue<>();

    private final School school = new School(this);

    public LuceneLinguist() {
        for (Language language : Language.values()) {
            vocabularies.put(language, Vocabulary.of(language));
        }
    }

    @Override
    public List<Word> read(String text, Language language) {
        Vocabulary vocabulary = Objects.requireNonNull(vocabularies.get(language));
        List<String> said = new ArrayList<>();
        StandardTokenizer tokens = Objects.requireNonNullElseGet(idle.poll(), StandardTokenizer::new);
        try (tokens) {
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
        // Closed, it can be used again; what went wrong is not.
        idle.offer(tokens);
        return vocabulary.words(said);
    }

    @Override
    public Optional<Taught> taught(ReferenceCard card, Language language) {
        return card.examples().isEmpty() ? Optional.empty() : school.of(card, language);
    }

    @Override
    public void prepare(ReferenceCard card, Language language) {
        if (!card.examples().isEmpty()) {
            school.begin(card, language);
        }
    }
}
