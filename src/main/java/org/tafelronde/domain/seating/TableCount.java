package org.tafelronde.domain.seating;

import java.util.ArrayList;
import java.util.List;

/** How many tables there are, and what each talks about (F17). */
public record TableCount(List<TableSpec> tables) {
    public TableCount {
        tables = List.copyOf(tables);
    }

    public static TableCount recommended(int people, List<String> themes) {
        List<TableSpec> tables = new ArrayList<>();
        themes.forEach(t -> tables.add(new TableSpec(t + "-1", List.of(t))));
        return new TableCount(tables);
    }
}
