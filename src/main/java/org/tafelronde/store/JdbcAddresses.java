package org.tafelronde.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tafelronde.chat.Place;
import org.tafelronde.chat.Platform;
import org.tafelronde.outbox.Addresses;

/** Our keys for places, and what the platforms call them. */
@Singleton
final class JdbcAddresses implements Addresses {
    private final Rows rows;
    private final JdbcTransactions transactions;

    JdbcAddresses(Rows rows, JdbcTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Optional<Place> place(Platform platform, String key) {
        return rows.place(key, platform.name()).map(id -> new Place(platform, id));
    }

    @Override
    public Optional<String> key(Place place) {
        return rows.key(place.platform().name(), place.id());
    }

    @Override
    public void opened(String key, Place place) {
        transactions.inOne(() -> rows.put(key, place.platform().name(), place.id()));
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("SELECT place_id FROM place WHERE place_key = :key AND platform = :platform")
        Optional<String> place(String key, String platform);

        /** Of a place that several cafés use, the newest café's key: keys begin with the session. */
        @Query("""
                SELECT place_key FROM place WHERE platform = :platform AND place_id = :id
                ORDER BY place_key DESC LIMIT 1""")
        Optional<String> key(String platform, String id);

        @Query("""
                INSERT INTO place (place_key, platform, place_id) VALUES (:key, :platform, :id)
                ON CONFLICT (place_key, platform) DO UPDATE SET place_id = excluded.place_id""")
        void put(String key, String platform, String id);
    }
}
