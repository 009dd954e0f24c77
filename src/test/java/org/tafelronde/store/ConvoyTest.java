package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.BEN;
import static org.tafelronde.store.Samples.TWO;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.Question;

/** Turns that are written together stay turns of their own. */
class ConvoyTest {
    private TestStore store;
    private String session = "";

    @BeforeEach
    void open() {
        store = TestStore.onSqlite();
        session = Samples.id();
        store.sessions().add(Samples.session(session));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_turn_that_fails_takes_nobody_with_it() {
        List<CompletableFuture<Integer>> turns = together(
                () -> ask("One?"),
                () -> {
                    ask("Two?");
                    throw new IllegalStateException("this one fails");
                },
                () -> ask("Three?"));
        assertThat(turns.get(0).join()).isEqualTo(1);
        assertThat(failure(turns.get(1))).hasMessage("this one fails");
        assertThat(turns.get(2).join()).isEqualTo(2);
        assertThat(questions()).containsExactly("One?", "Three?");
    }

    @Test
    void a_turn_that_the_database_refuses_takes_nobody_with_it() {
        DebriefAnswer answer = new DebriefAnswer("the-same-id", session, 0, BEN, "All of it.", TWO);
        List<CompletableFuture<Integer>> turns = together(
                () -> ask("One?"),
                () -> {
                    store.harvests().add(answer);
                    store.harvests().add(answer);
                    return 0;
                },
                () -> ask("Three?"));
        assertThat(failure(turns.get(1))).hasStackTraceContaining("SQLITE_CONSTRAINT");
        assertThat(turns.get(2).join()).isEqualTo(2);
        assertThat(questions()).containsExactly("One?", "Three?");
        assertThat(store.harvests().answers(session)).isEmpty();
    }

    @Test
    void a_turn_for_which_there_is_no_room_takes_nobody_with_it() {
        store.close();
        store = TestStore.onSqlite("?max_page_count=120");
        store.sessions().add(Samples.session(session));
        Media.Medium much = new Media.Medium("big", "image/png", new byte[1_000_000]);
        List<CompletableFuture<Integer>> turns = together(
                () -> ask("One?"),
                () -> {
                    ask("Two?");
                    return store.shelf().put(session, "big", much).length();
                },
                () -> ask("Three?"));
        assertThat(turns.get(0).join()).isEqualTo(1);
        assertThat(failure(turns.get(1))).isInstanceOf(StoreProblem.class).hasMessageContaining("no room left");
        assertThat(turns.get(2).join()).isEqualTo(2);
        assertThat(questions()).containsExactly("One?", "Three?");
    }

    @Test
    void an_assertion_that_fails_in_a_turn_reaches_its_owner() {
        List<CompletableFuture<Integer>> turns = together(() -> ask("One?"), () -> {
            throw new AssertionError("a bug");
        });
        assertThat(failure(turns.get(1))).isInstanceOf(AssertionError.class);
        assertThat(questions()).containsExactly("One?");
    }

    @Test
    void those_who_come_while_somebody_writes_wait_for_the_disk_together() {
        AtomicInteger ran = new AtomicInteger();
        List<Supplier<Integer>> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(() -> {
                ran.incrementAndGet();
                return ask("Again?");
            });
        }
        List<CompletableFuture<Integer>> turns = together(many);
        assertThat(turns)
                .extracting(CompletableFuture::join)
                .doesNotHaveDuplicates()
                .hasSize(100);
        assertThat(ran).hasValue(100);
        assertThat(questions()).hasSize(100);
    }

    @SafeVarargs
    private List<CompletableFuture<Integer>> together(Supplier<Integer>... turns) {
        return together(List.of(turns));
    }

    /** All of them come, in this order, while another turn is under way. */
    private List<CompletableFuture<Integer>> together(List<Supplier<Integer>> turns) {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                    () -> store.transactions().inOne(() -> {
                        writing.countDown();
                        await(all);
                        return 0;
                    }),
                    people);
            await(writing);
            List<CompletableFuture<Integer>> results = new ArrayList<>();
            for (Supplier<Integer> turn : turns) {
                results.add(
                        CompletableFuture.supplyAsync(() -> store.transactions().inOne(turn), people));
                while (store.bean(JdbcTransactions.class).waiting() < results.size()) {
                    Thread.onSpinWait();
                }
            }
            all.countDown();
            first.join();
            results.forEach(r -> r.handle((result, failure) -> result).join());
            return results;
        }
    }

    private int ask(String text) {
        return store.harvests()
                .add(Samples.question(session, BEN, text, Optional.empty()))
                .number();
    }

    private List<String> questions() {
        return store.harvests().questions(session).stream().map(Question::text).toList();
    }

    private static Throwable failure(CompletableFuture<Integer> turn) {
        try {
            throw new AssertionError("it did not fail: " + turn.join());
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
