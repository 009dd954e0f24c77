package org.tafelronde.domain.seating;

import java.util.List;
import java.util.Optional;

/** Who sits where in one round. */
public record Seating(List<TableSeating> tables) {
    public Seating {
        tables = List.copyOf(tables);
    }

    public Optional<TableSeating> tableOf(String who) {
        return tables.stream().filter(t -> t.members().contains(who)).findFirst();
    }
}
