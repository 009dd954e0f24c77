package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A checker that finds nothing proves nothing: every rule is broken once. */
class RulesTest {
    private final SeatingProblem problem = Crowd.cafe(16, 4, 3);
    private final Rotation rotation = Planner.plan(problem).rotation();

    @Test
    void a_good_plan_breaks_no_rule() {
        assertThat(Rules.broken(problem, rotation)).isEmpty();
    }

    @Test
    void a_missing_table_is_seen() {
        assertThat(broken(2, tables -> tables.subList(1, 4))).anyMatch(w -> w.startsWith("H1"));
    }

    @Test
    void somebody_who_sits_twice_or_nowhere_is_seen() {
        assertThat(broken(1, tables -> {
                    List<String> members = new ArrayList<>(tables.get(0).members());
                    members.add(stranger(tables.get(1)));
                    return replaced(tables, 0, members, tables.get(0).host());
                }))
                .anyMatch(w -> w.startsWith("H2"));
        assertThat(broken(1, tables -> {
                    List<String> members = new ArrayList<>(tables.get(0).members());
                    members.remove(stranger(tables.get(0)));
                    return replaced(tables, 0, members, tables.get(0).host());
                }))
                .anyMatch(w -> w.startsWith("H2"));
    }

    @Test
    void tables_that_differ_by_two_are_seen() {
        assertThat(broken(3, tables -> {
                    List<String> from = new ArrayList<>(tables.get(0).members());
                    List<String> to = new ArrayList<>(tables.get(1).members());
                    String mover = stranger(tables.get(0));
                    from.remove(mover);
                    to.add(mover);
                    return replaced(
                            replaced(tables, 0, from, tables.get(0).host()),
                            1,
                            to,
                            tables.get(1).host());
                }))
                .anyMatch(w -> w.startsWith("H3"));
    }

    @Test
    void a_host_who_hosts_on_is_seen() {
        String host = rotation.round(1).tables().getFirst().host();
        assertThat(broken(2, tables -> replaced(tables, 0, tables.get(0).members(), host)))
                .anyMatch(w -> w.startsWith("H5"))
                .anyMatch(w -> w.startsWith("H7"));
    }

    @Test
    void a_host_who_runs_away_and_a_traveller_who_stays_are_seen() {
        List<Seating> rounds = new ArrayList<>(rotation.rounds());
        rounds.set(1, rounds.get(0));
        assertThat(Rules.broken(problem, new Rotation(rounds))).anyMatch(w -> w.startsWith("H6"));
        rounds.set(1, rotation.round(3));
        assertThat(Rules.broken(problem, new Rotation(rounds))).anyMatch(w -> w.startsWith("H5") && w.contains("left"));
    }

    private List<String> broken(int round, UnaryOperator<List<TableSeating>> change) {
        List<Seating> rounds = new ArrayList<>(rotation.rounds());
        rounds.set(round - 1, new Seating(change.apply(rotation.round(round).tables())));
        return Rules.broken(problem, new Rotation(rounds));
    }

    private static List<TableSeating> replaced(
            List<TableSeating> tables, int index, List<String> members, String host) {
        List<TableSeating> all = new ArrayList<>(tables);
        TableSeating old = tables.get(index);
        all.set(index, new TableSeating(old.table(), old.theme(), host, members));
        return all;
    }

    private static String stranger(TableSeating table) {
        return table.members().stream()
                .filter(m -> !m.equals(table.host()))
                .findFirst()
                .orElseThrow();
    }
}
