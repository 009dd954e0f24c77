package org.tafelronde.store.script;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the file says at one place, as far as it has the right form: what has not is left out, so that the rest can
 * still be looked at.
 *
 * @param value String, Integer, Boolean, LocalTime, {@code List<Item>} or {@code Map<String, Item>} by {@link Shape}
 * @param where as in {@link org.tafelronde.domain.script.ScriptProblem}
 * @param broken the keys, or the places in a list, that were left out: they are there, and told to be wrong already
 */
record Item(Object value, int line, String where, Set<String> broken) {
    Item(Object value, int line, String where) {
        this(value, line, where, Set.of());
    }

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

    /** Whether its author wrote nothing there at all. */
    boolean lacks(String key) {
        return !entries().containsKey(key) && !broken.contains(key);
    }

    /** Whether a list is there whole, and all of its items have these keys: if not, nothing is sure to be missing in it. */
    boolean knows(String list, String... keys) {
        return get(list)
                .filter(l -> l.broken.isEmpty())
                .filter(l ->
                        l.items().stream().allMatch(i -> i.entries().keySet().containsAll(List.of(keys))))
                .isPresent();
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
