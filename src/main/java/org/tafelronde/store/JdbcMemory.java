package org.tafelronde.store;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tafelronde.chat.Answer;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.flow.Memory;
import org.tafelronde.flow.Sessions;

/** What was heard, and replies that came before we knew what they answer. */
@Singleton
final class JdbcMemory implements Memory {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcMemory(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Optional<Answer> answered(String key) {
        return rows.answer(key).map(json -> Json.read(json, Answer.class));
    }

    @Override
    public void remember(String key, Answer answer, Instant at) {
        transactions.inOne(() -> {
            // Two turns heard the same thing at the same time: this one is undone, runs again and finds the other's
            // answer.
            if (rows.remember(key, Json.write(answer, Answer.class), Millis.of(at)) == 0) {
                throw new Sessions.Stale(key, 0);
            }
        });
    }

    @Override
    public void keepEarly(Incoming.Reply reply, Instant at) {
        MessageRef root = reply.root();
        String platform = root.place().platform().name();
        transactions.inOne(() -> rows.keepEarly(
                platform + "/" + reply.key(),
                platform,
                root.place().id(),
                root.id(),
                Json.write(reply, Incoming.Reply.class),
                Millis.of(at)));
    }

    @Override
    public boolean hasEarly() {
        return rows.hasEarly();
    }

    @Override
    public List<Incoming.Reply> takeEarly(MessageRef root) {
        return transactions.inOne(() ->
                taken(rows.early(root.place().platform().name(), root.place().id(), root.id())));
    }

    @Override
    public List<Incoming.Reply> takeKnown() {
        return transactions.inOne(() -> taken(rows.known()));
    }

    private List<Incoming.Reply> taken(List<Early> early) {
        early.forEach(e -> rows.deleteEarly(e.id()));
        return early.stream()
                .map(e -> Json.read(e.reply(), Incoming.Reply.class))
                .toList();
    }

    @Override
    public void forgetBefore(Instant at) {
        transactions.inOne(() -> {
            rows.forgetHeard(Millis.of(at));
            rows.forgetEarly(Millis.of(at));
        });
    }

    @Introspected
    record Early(String id, String reply) {}

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("SELECT answer FROM heard WHERE id = :id")
        Optional<String> answer(String id);

        @Query("INSERT INTO heard (id, answer, at) VALUES (:id, :answer, :at) ON CONFLICT (id) DO NOTHING")
        int remember(String id, String answer, long at);

        @Query("""
                INSERT INTO early (id, platform, place_id, root_id, reply, at)
                VALUES (:id, :platform, :place, :root, :reply, :at) ON CONFLICT (id) DO NOTHING""")
        void keepEarly(String id, String platform, String place, String root, String reply, long at);

        @Query("SELECT EXISTS (SELECT 1 FROM early)")
        boolean hasEarly();

        @Query("""
                SELECT id, reply FROM early WHERE platform = :platform AND place_id = :place AND root_id = :root
                ORDER BY at, id""")
        List<Early> early(String platform, String place, String root);

        @Query("""
                SELECT e.id, e.reply FROM early e WHERE EXISTS (SELECT 1 FROM delivery d
                WHERE d.platform = e.platform AND d.ref_place = e.place_id AND d.ref_id = e.root_id
                AND d.kind IN ('Post', 'Direct'))
                ORDER BY e.at, e.id""")
        List<Early> known();

        @Query("DELETE FROM early WHERE id = :id")
        void deleteEarly(String id);

        @Query("DELETE FROM heard WHERE at < :at")
        void forgetHeard(long at);

        @Query("DELETE FROM early WHERE at < :at")
        void forgetEarly(long at);
    }
}
