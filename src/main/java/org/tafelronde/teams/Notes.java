package org.tafelronde.teams;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What Teams told once and does not tell again, kept over a restart: addresses, ids, which team a café is in. Never what people wrote. */
public interface Notes {
    Optional<String> find(String name);

    /** What was there under this name is replaced. */
    void keep(String name, String value);

    /** Under which names something is kept. */
    List<String> names();

    void forget(Collection<String> names);
}
