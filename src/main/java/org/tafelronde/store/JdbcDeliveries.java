package org.tafelronde.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafelronde.chat.MessageRef;
import org.tafelronde.chat.Platform;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Delivery;

/** The outbox. */
@Singleton
final class JdbcDeliveries implements Deliveries {
    private final DeliveryRows rows;
    private final DatabaseUrl url;
    private final JdbcTransactions transactions;

    JdbcDeliveries(DeliveryRows rows, DatabaseUrl url, JdbcTransactions transactions) {
        this.rows = rows;
        this.url = url;
        this.transactions = transactions;
    }

    @Override
    public void add(Collection<Delivery> deliveries) {
        if (!deliveries.isEmpty()) {
            transactions.inOne(
                    () -> rows.saveAll(deliveries.stream().map(DeliveryRow::of).toList()));
        }
    }

    @Override
    public List<Delivery> update(Collection<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        List<Delivery> all = List.copyOf(deliveries);
        boolean[] kept = transactions.inOne(
                () -> rows.update(all.stream().map(DeliveryRow::of).toList()));
        return IntStream.range(0, all.size())
                .filter(i -> kept[i])
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public List<Delivery> ready(Platform platform, Instant now, int most) {
        return rows.ready(platform.name(), Millis.of(now), most).stream()
                .map(DeliveryRow::delivery)
                .toList();
    }

    @Override
    public Optional<Instant> nextAttempt(Platform platform) {
        return Millis.optional(rows.nextAttempt(platform.name()));
    }

    /** On PostgreSQL another server may be saying it: there the lease tells who died. */
    @Override
    public void orphaned(Platform platform) {
        if (url.isSqlite()) {
            transactions.inOne(() -> rows.orphaned(platform.name()));
        }
    }

    @Override
    public Optional<Delivery> find(String id) {
        return rows.findById(id).map(DeliveryRow::delivery);
    }

    @Override
    public Optional<Delivery> that(MessageRef made) {
        return rows.that(made.place().platform().name(), made.place().id(), made.id())
                .map(DeliveryRow::delivery);
    }

    @Override
    public List<Delivery> ofSession(String session) {
        return rows.ofSession(session).stream().map(DeliveryRow::delivery).toList();
    }

    @Override
    public List<Delivery> unsaid(String session) {
        return rows.unsaid(session).stream().map(DeliveryRow::delivery).toList();
    }

    @Override
    public List<Delivery> about(String session, String beginning) {
        return rows.about(session, beginning.length(), beginning).stream()
                .map(DeliveryRow::delivery)
                .toList();
    }

    @Override
    public List<Delivery> saying(String session, Collection<String> prompts) {
        return prompts.isEmpty()
                ? List.of()
                : rows.saying(session, prompts).stream()
                        .map(DeliveryRow::delivery)
                        .toList();
    }

    @Override
    public void supersede(String id) {
        transactions.inOne(() -> rows.supersede(id));
    }

    @Override
    public void retry(String id, Instant now) {
        transactions.inOne(() -> rows.retry(id, Millis.notBefore(now)));
    }
}
