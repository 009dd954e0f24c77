package org.tafelronde.domain.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.seating.Rotation;
import org.tafelronde.domain.seating.Seating;
import org.tafelronde.domain.seating.TableSeating;
import org.tafelronde.domain.seating.TableSpec;

/**
 * The tables and who sits there when.
 *
 * @param repeats how many meetings of two people are repeated ones, in the plan as it was made
 * @param provenBest whether fewer is impossible with this many tables
 * @param extra time that a table has beyond the others, in the round under way
 * @param fired spare interventions so far
 */
public record Floor(
        List<TableSpec> tables,
        Rotation rotation,
        int repeats,
        boolean provenBest,
        Map<String, Duration> extra,
        List<Fired> fired) {

    /** A spare intervention that was dropped in. */
    public record Fired(int round, String intervention, Set<String> tables) {
        public Fired {
            tables = Set.copyOf(tables);
        }
    }

    public Floor {
        tables = List.copyOf(tables);
        extra = Map.copyOf(extra);
        fired = List.copyOf(fired);
    }

    public Set<String> tableIds() {
        return tables.stream().map(TableSpec::id).collect(Collectors.toUnmodifiableSet());
    }

    public TableSpec table(String id) {
        return tables.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }

    /** What somebody typed, as a table: its id, or the beginning of one. */
    public Optional<TableSpec> tableNamed(String typed) {
        String asked = typed.strip().toLowerCase(java.util.Locale.ROOT);
        Optional<TableSpec> exact =
                tables.stream().filter(t -> t.id().equals(asked)).findFirst();
        List<TableSpec> alike =
                tables.stream().filter(t -> t.id().startsWith(asked)).toList();
        return exact.or(() -> alike.isEmpty() || asked.isEmpty() ? Optional.empty() : Optional.of(alike.getFirst()));
    }

    /**
     * @param number from 1
     */
    public Seating round(int number) {
        return rotation.round(number);
    }

    public Optional<TableSeating> seatOf(String who, int round) {
        return rotation.round(round).tableOf(who);
    }

    /** Who sits at a table; empty when it is closed in that round, because too few people are left. */
    Optional<TableSeating> seatingOf(String table, int round) {
        return round(round).tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst();
    }

    /** With the tables that there are. */
    Refusal noSuchTable(String typed) {
        return new Refusal.NoSuchTable(typed, tables.stream().map(TableSpec::id).toList());
    }

    Floor seatedAs(Rotation other) {
        return new Floor(tables, other, repeats, provenBest, extra, fired);
    }

    Floor givingExtra(String table, Duration more) {
        Map<String, Duration> all = new java.util.HashMap<>(extra);
        all.merge(table, more, Duration::plus);
        return new Floor(tables, rotation, repeats, provenBest, all, fired);
    }

    Floor nextRound() {
        return new Floor(tables, rotation, repeats, provenBest, Map.of(), fired);
    }

    Floor firing(Fired one) {
        List<Fired> all = new ArrayList<>(fired);
        all.add(one);
        return new Floor(tables, rotation, repeats, provenBest, extra, all);
    }

    /** Tables that have this much beyond the others, by that much. */
    Map<Duration, Set<String>> tablesByExtra() {
        return tables.stream()
                .collect(Collectors.groupingBy(
                        t -> extra.getOrDefault(t.id(), Duration.ZERO),
                        java.util.TreeMap::new,
                        Collectors.mapping(TableSpec::id, Collectors.toUnmodifiableSet())));
    }
}
