package org.tafelronde.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tafelronde.domain.harvest.Linguist.Kind;
import org.tafelronde.domain.harvest.Linguist.Word;
import org.tafelronde.domain.script.Language;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What is known of a language's words: Lucene's small words and stems, and {@code language/nl.txt} and the like for the rest. */
final class Vocabulary {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** So that a flood of odd words cannot fill the memory. */
    private static final int MOST_KEPT = 50_000;

    /** Words from a verb to the part of it that stands apart. */
    private static final int FURTHEST = 10;

    private final Supplier<SnowballStemmer> stemmer;
    private final Set<String> small = new HashSet<>();
    private final Set<String> denying = new HashSet<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> outside = new HashSet<>();
    /** By the stem of each of them: the first of the words that mean the same. */
    private final Map<String, String> same = new HashMap<>();

    /** Verbs that part in a sentence, by the stem of their root: "leggen ... uit" is "uitleggen". */
    private final Map<String, Map<String, String>> parting = new HashMap<>();

    /** Words as they were written. To look at one anew takes hundreds of times as long. */
    private final ConcurrentMap<String, Known> kept = new ConcurrentHashMap<>();

    /**
     * @param plain in small letters without marks
     * @param root the stem that it has itself, whatever it means
     */
    private record Known(Word word, String plain, String root) {}

    private Vocabulary(Supplier<SnowballStemmer> stemmer) {
        this.stemmer = stemmer;
    }

    static Vocabulary of(Language language) {
        return switch (language) {
            case NL -> new Vocabulary(DutchStemmer::new).with("dutch_stop.txt").with(language);
            case EN ->
                new Vocabulary(EnglishStemmer::new).with("english_stop.txt").with(language);
        };
    }

    private Vocabulary with(String stopWords) {
        try (InputStream in = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(stopWords), stopWords)) {
            CharArraySet words = WordlistLoader.getSnowballWordSet(new InputStreamReader(in, StandardCharsets.UTF_8));
            words.forEach(word -> small.add(plain(new String((char[]) word))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private Vocabulary with(Language language) {
        String file = "/language/" + language.code() + ".txt";
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void line(String line) {
        String[] parts = line.split(":", 2);
        List<String> words = List.of(plain(parts[parts.length - 1]).strip().split("\\s+"));
        if (line.startsWith("small:")) {
            small.addAll(words);
        } else if (line.startsWith("denying:")) {
            denying.addAll(words);
        } else if (line.startsWith("asking:")) {
            asking.addAll(words);
        } else if (line.startsWith("outside:")) {
            words.forEach(word -> outside.add(stem(word)));
        } else if (line.startsWith("parting:")) {
            words.forEach(this::parting);
        } else {
            String first = stem(words.getFirst());
            words.forEach(word -> same.put(stem(word), first));
        }
    }

    /** Written with a bar between its parts: "uit|leggen". */
    private void parting(String verb) {
        String[] parts = verb.split("\\|");
        String root = stem(parts[1]);
        for (String form : List.of(root, root + "t")) {
            parting.computeIfAbsent(form, r -> new HashMap<>()).put(parts[0], parts[0] + parts[1]);
        }
    }

    /** The words of a sentence; a verb that was parted is taken for the whole. */
    List<Word> words(List<String> said) {
        List<Known> known = new ArrayList<>(said.size());
        for (String word : said) {
            known.add(known(word));
        }
        List<Word> words = new ArrayList<>(said.size());
        for (int i = 0; i < known.size(); i++) {
            Word word = known.get(i).word();
            Map<String, String> wholes = parting.getOrDefault(known.get(i).root(), Map.of());
            for (int j = i + 1; j < known.size() && j <= i + FURTHEST && !wholes.isEmpty(); j++) {
                String whole = wholes.get(known.get(j).plain());
                if (whole != null) {
                    word = new Word(word.said(), known(whole).word().stem(), Kind.TELLING);
                    break;
                }
            }
            words.add(word);
        }
        return words;
    }

    private Known known(String said) {
        Known known = kept.get(said);
        if (known == null) {
            String plain = plain(said);
            String root = stem(plain);
            known = new Known(new Word(said, same.getOrDefault(root, root), kind(plain, root)), plain, root);
            if (kept.size() < MOST_KEPT) {
                kept.put(said, known);
            }
        }
        return known;
    }

    private Kind kind(String plain, String stem) {
        if (outside.contains(stem)) {
            return Kind.OUTSIDE;
        }
        if (denying.contains(plain)) {
            return Kind.DENYING;
        }
        if (asking.contains(plain)) {
            return Kind.ASKING;
        }
        // "Question 1" is another one than "question 2".
        boolean letter = plain.length() < 2 && !plain.chars().allMatch(Character::isDigit);
        return small.contains(plain) || letter ? Kind.SMALL : Kind.TELLING;
    }

    private String stem(String plain) {
        SnowballStemmer s = stemmer.get();
        s.setCurrent(plain);
        s.stem();
        return s.getCurrent();
    }

    /** Small letters without marks, one kind of apostrophe: "cliënten" and "clienten" are one word. */
    private static String plain(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('’', '\'');
    }
}
