package org.tafelronde.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tafelronde.domain.script.Script;

/**
 * Scripts as they were when a session began. Sessions of one script share one copy; an edited script is another one. A copy never changes, so
 * what was read once is not read again.
 */
@Singleton
final class ScriptCopies {
    private static final int MOST_IN_MEMORY = 100;

    /** Equal scripts give equal texts, in whatever order their maps were filled. */
    private static final ObjectMapper SORTING =
            Json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final Rows rows;
    private final ConcurrentMap<String, Script> read = new ConcurrentHashMap<>();

    ScriptCopies(Rows rows) {
        this.rows = rows;
    }

    /**
     * @return its name in the store
     */
    String keep(Script script) {
        String json;
        try {
            json = SORTING.writeValueAsString(script);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: script " + script.name(), e);
        }
        String id = Fingerprint.of(json.getBytes(StandardCharsets.UTF_8));
        rows.insert(id, script.name(), json);
        return id;
    }

    Script find(String id) {
        if (read.size() > MOST_IN_MEMORY) {
            read.clear();
        }
        return read.computeIfAbsent(id, key -> Json.read(rows.json(key).orElseThrow(), Script.class));
    }

    void dropUnused() {
        rows.deleteUnused();
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Rows extends GenericRepository<SessionRow, String> {
        @Query("INSERT INTO script (id, name, json) VALUES (:id, :name, :json) ON CONFLICT (id) DO NOTHING")
        void insert(String id, String name, String json);

        @Query("SELECT json FROM script WHERE id = :id")
        Optional<String> json(String id);

        @Query("DELETE FROM script WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.script = script.id)")
        void deleteUnused();
    }
}
