package org.tafelronde.store;

import static org.tafelronde.store.Samples.CHAT;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.session.Session;
import org.tafelronde.outbox.Delivery;

/**
 * How long an answered reply takes, from asking for the transaction to being on the disk. No test: it judges nothing, and prints. Run it on
 * the machine that you want to know about:
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) org.tafelronde.store.SpeedOfTheStore
 * }</pre>
 */
final class SpeedOfTheStore {
    private static final int TURNS = 5_000;
    private static final int PEOPLE = 200;

    private final TestStore store;
    private String session = "";

    private SpeedOfTheStore(TestStore store) {
        this.store = store;
    }

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "speed");
        System.out.println("waiting for the disk alone: " + disk(directory));
        new SpeedOfTheStore(TestStore.at("jdbc:sqlite:" + directory.resolve("cafes.db"))).measure("SQLite");
        new SpeedOfTheStore(TestStore.onPostgresql()).measure("PostgreSQL");
        System.exit(0);
    }

    private void measure(String what) throws Exception {
        Session cafe = Samples.with(
                Samples.running(Samples.id()),
                IntStream.range(0, PEOPLE).mapToObj(i -> "webchat:p" + i).toArray(String[]::new));
        session = cafe.setting().id();
        store.sessions().add(cafe);
        Prompt prompt = HarvestsContract.prompt(session, TWO);
        store.harvests().add(prompt);
        store.addresses().opened(session + "/table/privacy-1", place("C1"));
        Delivery post =
                Samples.post(session, session + "/table/privacy-1", "Round 1").about(prompt.id());
        store.deliveries().add(List.of(MemoryContract.sent(post)));
        replies(1_000, 8, Thread.ofPlatform().factory());
        Duration before = processor();
        replies(1_000, 1, Thread.ofPlatform().factory());
        System.out.printf(
                "%s, processor time of a turn: %.2f ms%n",
                what, processor().minus(before).toNanos() / 1e6 / 1_000);
        System.out.println(what + ", 8 threads that never pause: "
                + replies(TURNS, 8, Thread.ofPlatform().factory()));
        System.out.println(what + ", 200 virtual people, a reply every 2 s each: " + talk());
        store.close();
    }

    private Times replies(int turns, int threads, ThreadFactory factory) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(turns);
        long[] nanos = new long[turns];
        long start = System.nanoTime();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = factory.newThread(() -> {
                int n;
                while ((n = left.decrementAndGet()) >= 0) {
                    nanos[n] = reply(Samples.id());
                }
            });
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) {
            thread.join();
        }
        return Times.of(nanos, System.nanoTime() - start);
    }

    private Times talk() throws InterruptedException {
        int each = 15;
        long[] nanos = new long[PEOPLE * each];
        long start = System.nanoTime();
        List<Thread> all = new ArrayList<>();
        for (int p = 0; p < PEOPLE; p++) {
            int person = p;
            all.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < each; i++) {
                    pause(i == 0 ? person * 10L : 2_000);
                    nanos[person * each + i] = reply(Samples.id());
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return Times.of(nanos, System.nanoTime() - start);
    }

    /** What the flow reads and writes when somebody replies in a prompt's thread. */
    private long reply(String key) {
        long start = System.nanoTime();
        store.transactions().inOne(() -> {
            store.memory().answered(key);
            store.addresses().key(place("C1")).orElseThrow();
            store.sessions().find(session).orElseThrow();
            Delivery root = store.deliveries().that(MemoryContract.ROOT).orElseThrow();
            store.harvests().prompt(root.about()).orElseThrow();
            store.harvests().fromSource("webchat|C1|" + key);
            store.harvests()
                    .add(Samples.question(session, "webchat:p7", "Who may know?", Optional.of("webchat|C1|" + key)));
            store.harvests().fromSource("webchat|C1|" + key).orElseThrow();
            MessageRef message = new MessageRef(place("C1"), key);
            Outgoing tick = new Outgoing.React(message, Outgoing.Reaction.HEARD);
            store.deliveries().add(List.of(Delivery.of(key, session, CHAT, "react/C1", tick, 6, TWO)));
            store.memory().remember(key, Answer.SILENT, Instant.now());
            return key;
        });
        return System.nanoTime() - start;
    }

    private static Times disk(Path directory) throws IOException {
        long[] nanos = new long[300];
        try (FileChannel file =
                FileChannel.open(directory.resolve("disk"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                file.write(ByteBuffer.allocate(4096));
                file.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        return Times.of(nanos, Arrays.stream(nanos).sum());
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Times(double p50, double p99, double most, double perSecond) {
        static Times of(long[] nanos, long all) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    nanos.length / (all / 1e9));
        }

        @Override
        public String toString() {
            return "p50 %.2f ms, p99 %.2f ms, most %.1f ms, %.0f a second".formatted(p50, p99, most, perSecond);
        }
    }
}
