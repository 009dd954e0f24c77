package org.tafelronde.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Sessions;

/** Sessions, each as one row of JSON without its script. */
@Singleton
final class JdbcSessions implements Sessions {
    private static final ObjectWriter WRITER = Json.copy()
            .registerModule(new SimpleModule().addSerializer(Script.class, new Elsewhere()))
            .writerFor(Session.class);
    private static final ObjectReader READER = Json.copy()
            .registerModule(new SimpleModule().addDeserializer(Script.class, new FromElsewhere()))
            .readerFor(Session.class);

    private final SessionRows rows;
    private final ScriptCopies scripts;
    private final Belongings belongings;
    private final JdbcTransactions transactions;

    JdbcSessions(SessionRows rows, ScriptCopies scripts, Belongings belongings, JdbcTransactions transactions) {
        this.rows = rows;
        this.scripts = scripts;
        this.belongings = belongings;
        this.transactions = transactions;
    }

    @Override
    public void add(Session session) {
        transactions.inOne(() -> {
            Set<String> people = people(session);
            rows.save(new SessionRow(
                    session.setting().id(),
                    session.version(),
                    scripts.keep(session.script()),
                    session.facilitator(),
                    stage(session),
                    session.setting().rehearsal(),
                    fingerprint(people),
                    json(session)));
            index(session.setting().id(), Set.of(), people);
        });
    }

    @Override
    public Optional<Session> find(String id) {
        return rows.findById(id).map(this::session);
    }

    @Override
    public void save(Session session) {
        transactions.inOne(() -> {
            String id = session.setting().id();
            Set<String> people = people(session);
            String fingerprint = fingerprint(people);
            Optional<String> before = rows.peopleOf(id);
            int updated = rows.updateAt(
                    id, session.version(), session.facilitator(), stage(session), fingerprint, json(session));
            if (updated == 0) {
                throw new Stale(id, session.version());
            }
            if (!before.equals(Optional.of(fingerprint))) {
                index(id, new HashSet<>(rows.participants(id)), people);
            }
        });
    }

    private void index(String session, Set<String> before, Set<String> now) {
        now.stream().filter(p -> !before.contains(p)).forEach(p -> rows.insertParticipant(session, p));
        before.stream().filter(p -> !now.contains(p)).forEach(p -> rows.deleteParticipant(session, p));
    }

    @Override
    public List<Session> involving(String person) {
        return sessions(rows.involving(person));
    }

    @Override
    public List<Session> open() {
        return sessions(rows.open());
    }

    @Override
    public List<Session> all() {
        return sessions(rows.newestFirst());
    }

    @Override
    public void delete(String id) {
        transactions.inOne(() -> {
            belongings.delete(id);
            rows.deleteById(id);
            scripts.dropUnused();
        });
    }

    private List<Session> sessions(List<SessionRow> found) {
        return found.stream().map(this::session).toList();
    }

    private Session session(SessionRow row) {
        try {
            Script script = scripts.find(row.script());
            Session session = READER.withAttribute(Script.class, script).readValue(row.json());
            return session.saved(row.version());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("session " + row.id() + " is stored in another form", e);
        }
    }

    private static String json(Session session) {
        try {
            return WRITER.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: session " + session.setting().id(), e);
        }
    }

    private static String stage(Session session) {
        return session.stage().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Who runs it or takes part in it. */
    private static Set<String> people(Session session) {
        Set<String> people = new TreeSet<>(session.roster().people().keySet());
        people.add(session.facilitator());
        session.deputy().ifPresent(people::add);
        return people;
    }

    private static String fingerprint(Set<String> people) {
        return Fingerprint.of(String.join("\n", people).getBytes(StandardCharsets.UTF_8));
    }

    /** For who looks into the database: its name; it is kept by {@link ScriptCopies}. */
    private static final class Elsewhere extends JsonSerializer<Script> {
        @Override
        public void serialize(Script script, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(script.name());
        }
    }

    private static final class FromElsewhere extends JsonDeserializer<Script> {
        @Override
        public Script deserialize(JsonParser from, DeserializationContext context) {
            return (Script) context.getAttribute(Script.class);
        }
    }
}
