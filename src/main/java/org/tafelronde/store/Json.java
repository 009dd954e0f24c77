package org.tafelronde.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.tafelronde.chat.Button;
import org.tafelronde.chat.Content;
import org.tafelronde.chat.Form;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.script.Step;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Stage;

/**
 * Records as JSON: exactly their components, under the components' names; of a sealed type also which one it is. So these names are in
 * databases: a record that gets another form needs a migration.
 */
final class Json {
    /** A sealed type says which one it is, by the record's short name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static final List<Class<?>> SEALED = List.of(
            Stage.class,
            Participant.Presence.class,
            Step.class,
            Outgoing.class,
            Button.class,
            Content.Part.class,
            Form.Field.class,
            Overruling.Ruling.class);

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // Questions about a record (isPresent, isRunBy) are no components of it.
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY);
        for (Class<?> sealed : SEALED) {
            builder.addMixIn(sealed, Named.class);
            for (Class<?> one : sealed.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        }
        return builder.build();
    }

    /** A mapper of the same kind, to be changed. */
    static ObjectMapper copy() {
        return MAPPER.copy();
    }

    /**
     * @param type under which it will be read: a sealed type writes which one it is
     */
    static <T> String write(T value, Class<T> type) {
        try {
            return MAPPER.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a " + type.getSimpleName() + " of another form", e);
        }
    }
}
