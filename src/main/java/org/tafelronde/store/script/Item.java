package org.tafelronde.store.script;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the file says at one place, as far as it has the right form: what has not is left out, so that the rest can
 * still be looked at.
 *
 * @param value String, Integer, Boolean, LocalTime, {@code List<Item>} or {@code Map<String, Item>} by {@link Shape}
 * @param where as in {@link org.tafelronde.domain.script.ScriptProblem}
 */
record Item(Object value, int line, String where) {
    String text() {
        return (String) value;
    }

    int number() {
        return (Integer) value;
    }

    @SuppressWarnings("unchecked")
    List<Item> items() {
        return (List<Item>) value;
    }

    @SuppressWarnings("unchecked")
    Map<String, Item> entries() {
        return (Map<String, Item>) value;
    }

    Optional<Item> get(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The items of a list that may be absent. */
    List<Item> all(String key) {
        return get(key).map(Item::items).orElse(List.of());
    }

    /** The entries of a mapping that may be absent. */
    Map<String, Item> under(String key) {
        return get(key).map(Item::entries).orElse(Map.of());
    }

    Optional<String> text(String key) {
        return get(key).map(Item::text);
    }

    Optional<Duration> minutes(String key) {
        return get(key).map(i -> Duration.ofMinutes(i.number()));
    }

    Optional<LocalTime> time(String key) {
        return get(key).map(i -> (LocalTime) i.value());
    }

    boolean flag(String key) {
        return get(key).map(i -> (Boolean) i.value()).orElse(false);
    }

    /** A step's kind. */
    boolean is(String kind) {
        return text("kind").filter(kind::equals).isPresent();
    }

    /** For what is known to be there, because a file without it was refused. */
    Item the(String key) {
        return get(key).orElseThrow(() -> new IllegalStateException(where + " has no " + key));
    }
}
