package org.tafelronde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.HarvestFixture;
import org.tafelronde.time.Stopwatch;

/** The digest's PDF on a real database: who opens it waits, and nobody else. */
class DrawingInTheHouseTest {
    private static final int MORE = Integer.getInteger("tafelronde.questions", 200);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void while_a_page_is_drawn_other_turns_are_written_and_what_is_gone_is_not_drawn() {
        try (Server server = Server.withoutTime(Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db")))) {
            Stores stores = server.bean(Stores.class);
            Media media = server.bean(Media.class);
            Harvest harvest = manyQuestions();
            Session session = harvest.session();
            String id = session.setting().id();
            stores.sessions().add(session);
            Media.Medium sketch = stores.digests().sketched(harvest, LocalDate.EPOCH).stream()
                    .filter(stores.digests()::isSketch)
                    .findFirst()
                    .orElseThrow();
            String pdf = stores.shelf().put(id, "published/digest.pdf", sketch);
            Media.Medium small = new Media.Medium("a.txt", "text/plain", new byte[] {1});

            Stopwatch drawing = Stopwatch.start();
            CompletableFuture<Optional<Media.Medium>> opened = CompletableFuture.supplyAsync(() -> media.find(pdf));
            int turns = 0;
            Duration longest = Duration.ZERO;
            while (!opened.isDone()) {
                Stopwatch turn = Stopwatch.start();
                stores.transactions().inOne(() -> stores.shelf().put(id, "a.txt", small));
                longest = turn.elapsed().compareTo(longest) > 0 ? turn.elapsed() : longest;
                turns++;
            }
            Duration drawn = drawing.elapsed();
            Media.Medium file = opened.join().orElseThrow();
            System.out.printf(
                    "digest.pdf of %d questions, %d kB: %d ms; meanwhile %d turns, the longest %d ms%n",
                    harvest.standing().size(), file.bytes().length / 1000, drawn.toMillis(), turns, longest.toMillis());

            assertThat(file.type()).isEqualTo("application/pdf");
            assertThat(new String(file.bytes(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            assertThat(stores.shelf().find(pdf).orElseThrow().bytes()).isEqualTo(file.bytes());
            assertThat(turns).isGreaterThan(10);
            assertThat(longest).isLessThan(drawn.dividedBy(2));

            stores.shelf().put(id, "published/digest.pdf", sketch);
            assertThat(media.isReady(pdf)).isFalse();
            stores.sessions().delete(id);
            assertThat(media.find(pdf)).isEmpty();
            assertThat(stores.shelf().find(pdf)).isEmpty();
        }
    }

    private static Harvest manyQuestions() {
        HarvestFixture cafe = HarvestFixture.fullOfQuestions();
        for (int i = 0; i < MORE; i++) {
            cafe.asks(
                    HarvestFixture.CAST.get(i % 16),
                    new String[] {"inclusie", "werkplezier", "privacy", "kwaliteit"}[i % 4],
                    1 + i / 4 % 3,
                    "Hoe gaan we om met vraag " + i + ", en wie beslist daarover als het erop aankomt?");
        }
        return cafe.harvest();
    }
}
