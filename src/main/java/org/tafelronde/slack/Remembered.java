package org.tafelronde.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest of what we know, so that Slack need not be asked again; what falls out of it is asked again. Safe for use by many threads. */
final class Remembered<K, V> {
    private final Map<K, V> kept;

    Remembered(int most) {
        kept = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void put(K key, V value) {
        kept.put(key, value);
    }

    synchronized void forget(K key) {
        kept.remove(key);
    }

    /** Not locked while it is asked: two may ask at the same time, and both are answered alike. */
    V get(K key, Supplier<V> otherwise) {
        return get(key).orElseGet(() -> {
            V value = otherwise.get();
            put(key, value);
            return value;
        });
    }
}
