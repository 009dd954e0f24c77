package org.tafelronde.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.harvest.Taught;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.ReferenceCard;

/** Learns from each card once, and remembers the last few. */
final class School {
    /** Some megabytes each. */
    private static final int MOST_KEPT = 8;

    private final Linguist linguist;

    /** One card after the other: when many cafés wake at once, the cards of all together are too much for the memory. */
    private final Executor ahead =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("learning")::unstarted);

    /** Guarded by itself. The one that was not used for longest goes first. */
    private final Map<Key, FutureTask<Optional<Taught>>> lessons = new LinkedHashMap<>(MOST_KEPT, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<Optional<Taught>>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(ReferenceCard card, Language language) {}

    School(Linguist linguist) {
        this.linguist = linguist;
    }

    /**
     * Waits for it where somebody else is learning the same, and learns it where nobody is.
     *
     * @return empty when the examples have nothing in common that could be learned
     */
    Optional<Taught> of(ReferenceCard card, Language language) {
        Key key = new Key(card, language);
        FutureTask<Optional<Taught>> lesson;
        synchronized (lessons) {
            lesson = lessons.computeIfAbsent(key, k -> new FutureTask<>(() -> learn(card, language)));
        }
        lesson.run();
        try {
            return lesson.get();
        } catch (ExecutionException e) {
            // Whoever asks next tries again: what went wrong may be over, and no digest is made without.
            synchronized (lessons) {
                lessons.remove(key, lesson);
            }
            throw new IllegalStateException("nothing can be learned from the examples", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program is stopping", e);
        }
    }

    /** Begins, and lets nobody wait. */
    void begin(ReferenceCard card, Language language) {
        ahead.execute(() -> of(card, language));
    }

    /** A topic's name and its model question are examples of it too. */
    private Optional<Taught> learn(ReferenceCard card, Language language) {
        List<List<Linguist.Word>> texts = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int t = 0; t < card.topics().size(); t++) {
            ReferenceCard.Topic topic = card.topics().get(t);
            places.put(topic.id(), t);
            for (String text : List.of(topic.topic(), topic.question())) {
                texts.add(linguist.read(text, language));
                kinds.add(t);
            }
        }
        int none = card.topics().size();
        for (ReferenceCard.Example example : card.examples()) {
            texts.add(linguist.read(example.question(), language));
            kinds.add(example.topic().map(places::get).orElse(none));
        }
        Traits traits = new Traits(texts);
        return traits.size() == 0 ? Optional.empty() : Optional.of(new Lessons(none, traits, kinds));
    }
}
