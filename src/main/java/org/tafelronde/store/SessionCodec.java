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
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;

/** Sessions as JSON, without their script. */
final class SessionCodec {
    private static final int MOST_IN_MEMORY = 100;

    private static final ObjectWriter WRITER = Json.copy()
            .registerModule(new SimpleModule().addSerializer(Script.class, new Elsewhere()))
            .writerFor(Session.class);
    private static final ObjectReader READER = Json.copy()
            .registerModule(new SimpleModule().addDeserializer(Script.class, new FromElsewhere()))
            .readerFor(Session.class);

    private record Read(String json, Session session) {}

    /** Most that is heard changes no session: the same text is the same session, and need not be taken apart again. */
    private final ConcurrentMap<String, Read> read = new ConcurrentHashMap<>();

    String write(Session session) {
        try {
            return WRITER.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: session " + session.setting().id(), e);
        }
    }

    Session read(SessionRow row, Supplier<Script> script) {
        Read before = read.get(row.id());
        if (before != null && before.json().equals(row.json())) {
            return before.session().saved(row.version());
        }
        try {
            Session session = READER.withAttribute(Script.class, script.get()).readValue(row.json());
            if (read.size() >= MOST_IN_MEMORY) {
                read.clear();
            }
            read.put(row.id(), new Read(row.json(), session));
            return session.saved(row.version());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("session " + row.id() + " is stored in another form", e);
        }
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
