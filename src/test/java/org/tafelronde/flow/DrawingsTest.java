package org.tafelronde.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media.Medium;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.testing.InMemory;
import org.tafelronde.time.Ids;
import org.tafelronde.time.Patience;

/** What a turn sketched is drawn when somebody opens it: once, outside of any turn, and of nothing that is gone. */
class DrawingsTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));
    private static final Instant TWO = Instant.parse("2026-05-12T12:00:00Z");

    private final Shelf shelf =
            new InMemory().stores(new Ids(() -> TWO), () -> TWO).shelf();
    private final Atelier atelier = new Atelier();
    private final Drawings drawings = new Drawings(shelf, atelier);

    @AfterEach
    void closes() {
        atelier.door.countDown();
        drawings.close();
    }

    @Test
    void what_is_drawn_once_lies_on_the_shelf() {
        String pdf = shelf.put("s", "digest.pdf", sketch("five questions"));
        atelier.door.countDown();

        assertThat(words(drawings.find(pdf))).contains("drawn: five questions");
        assertThat(words(drawings.find(pdf))).contains("drawn: five questions");
        assertThat(drawings.isReady(pdf)).isTrue();
        assertThat(shelf.find(pdf).orElseThrow().type()).isEqualTo("application/pdf");
        assertThat(atelier.drawn).hasValue(1);
    }

    @Test
    void everything_else_is_found_as_it_lies() {
        String csv = shelf.put("s", "digest.csv", medium("digest.csv", "text/csv", "a,b"));
        assertThat(words(drawings.find(csv))).contains("a,b");
        assertThat(drawings.isReady(csv)).isTrue();
        assertThat(drawings.find("s/none")).isEmpty();
        assertThat(drawings.isReady("s/none")).isTrue();
    }

    @Test
    void who_comes_while_it_is_drawn_shares_it_and_two_files_are_drawn_one_after_the_other() {
        String one = shelf.put("s1", "digest.pdf", sketch("one"));
        String two = shelf.put("s2", "digest.pdf", sketch("two"));
        List<CompletableFuture<Optional<Medium>>> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String wanted = i % 2 == 0 ? one : two;
            CompletableFuture<Optional<Medium>> asked = new CompletableFuture<>();
            Thread.startVirtualThread(() -> asked.complete(drawings.find(wanted)));
            people.add(asked);
        }
        atelier.begins();
        assertThat(drawings.isReady(one)).isFalse();
        assertThat(drawings.isReady(two)).isFalse();
        atelier.door.countDown();

        assertThat(people)
                .extracting(p -> words(p.join()).orElse(""))
                .containsOnly("drawn: one", "drawn: two")
                .hasSize(10);
        assertThat(atelier.drawn).hasValue(2);
        assertThat(atelier.mostAtOnce).hasValue(1);
    }

    @Test
    void who_only_asks_whether_it_is_ready_waits_for_nothing_and_it_becomes_ready() {
        String pdf = shelf.put("s", "digest.pdf", sketch("five"));
        assertThat(drawings.isReady(pdf)).isFalse();
        assertThat(drawings.isReady(pdf)).isFalse();
        atelier.door.countDown();
        assertThat(PATIENCE.until(() -> Optional.of(pdf).filter(drawings::isReady)))
                .contains(pdf);
        assertThat(atelier.drawn).hasValue(1);
    }

    @Test
    void a_draft_that_is_renewed_while_the_old_one_is_drawn_is_seen_as_it_is_now() {
        String pdf = shelf.put("s", "draft/digest.pdf", sketch("old"));
        assertThat(drawings.isReady(pdf)).isFalse();
        atelier.begins();
        shelf.put("s", "draft/digest.pdf", sketch("new"));
        atelier.door.countDown();
        assertThat(words(drawings.find(pdf))).contains("drawn: new");
    }

    @Test
    void what_is_deleted_while_it_is_drawn_is_gone() {
        Map<String, Medium> lying = new ConcurrentHashMap<>();
        Shelf other = new SmallShelf(lying);
        String pdf = other.put("s", "digest.pdf", sketch("secret"));
        try (Drawings there = new Drawings(other, atelier)) {
            assertThat(there.isReady(pdf)).isFalse();
            atelier.begins();
            lying.clear();
            atelier.door.countDown();
            assertThat(there.find(pdf)).isEmpty();
            assertThat(PATIENCE.until(() -> Optional.of(pdf).filter(there::isReady)))
                    .isPresent();
            assertThat(lying).isEmpty();
        }
    }

    @Test
    void what_cannot_be_drawn_is_tried_once_and_what_comes_after_it_is_drawn() {
        atelier.door.countDown();
        String bad = shelf.put("s", "digest.pdf", sketch("a machine without fonts"));
        assertThat(drawings.find(bad)).isEmpty();
        assertThat(drawings.find(bad)).isEmpty();
        assertThat(drawings.isReady(bad)).as("nobody waits for it").isTrue();
        assertThat(atelier.drawn).hasValue(1);

        String good = shelf.put("s", "other.pdf", sketch("fine"));
        assertThat(words(drawings.find(good))).contains("drawn: fine");
        shelf.put("s", "digest.pdf", sketch("fine again"));
        assertThat(words(drawings.find(bad))).contains("drawn: fine again");
    }

    private static Medium sketch(String words) {
        return medium("digest.pdf", "sketch", words);
    }

    private static Medium medium(String name, String type, String words) {
        return new Medium(name, type, words.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> words(Optional<Medium> medium) {
        return medium.map(m -> new String(m.bytes(), StandardCharsets.UTF_8));
    }

    /** Draws when its door is open, and counts. */
    private static final class Atelier implements Digests {
        final CountDownLatch door = new CountDownLatch(1);
        final AtomicInteger drawn = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);

        /** Waits until the first drawing is under way. */
        void begins() {
            wait(begun);
        }

        @Override
        public boolean isSketch(Medium medium) {
            return medium.type().equals("sketch");
        }

        @Override
        public Medium drawn(Medium sketch) {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            begun.countDown();
            wait(door);
            atOnce.decrementAndGet();
            drawn.incrementAndGet();
            String words = new String(sketch.bytes(), StandardCharsets.UTF_8);
            if (words.contains("without fonts")) {
                throw new NoClassDefFoundError("a font is missing");
            }
            return medium(sketch.name(), "application/pdf", "drawn: " + words);
        }

        private static void wait(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public List<Medium> of(Harvest harvest, LocalDate today) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Medium> sketched(Harvest harvest, LocalDate today) {
            throw new UnsupportedOperationException();
        }
    }

    private record SmallShelf(Map<String, Medium> lying) implements Shelf {
        @Override
        public String put(String session, String path, Medium medium) {
            lying.put(session + "/" + path, medium);
            return session + "/" + path;
        }

        @Override
        public boolean replace(String medium, Medium before, Medium with) {
            return lying.replace(medium, before, with);
        }

        @Override
        public Optional<Medium> find(String medium) {
            return Optional.ofNullable(lying.get(medium));
        }
    }
}
