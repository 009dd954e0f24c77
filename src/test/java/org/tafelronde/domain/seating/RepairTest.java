package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepairTest {
    private final SeatingProblem cafe = Crowd.cafe(16, 4, 3);
    private final Rotation planned = Planner.plan(cafe).rotation();

    @Test
    void nothing_changes_when_nobody_comes_or_goes() {
        assertThat(Repair.repair(cafe, planned, 1).rotation()).isEqualTo(planned);
    }

    @Test
    void a_traveller_who_leaves_takes_nobody_with_them() {
        String leaver = traveller(planned, 2, 3);
        SeatingProblem fewer = Crowd.changing(cafe, leaver, p -> Crowd.until(p, 1));
        Rotation repaired = Repair.repair(fewer, planned, 1).rotation();
        assertThat(Rules.broken(fewer, repaired)).isEmpty();
        assertThat(changedSeats(planned, repaired)).isZero();
    }

    @Test
    void somebody_late_is_told_of_their_seats_and_nobody_else_is() {
        SeatingProblem more = Crowd.and(cafe, Crowd.from(Seater.of("late"), 2));
        Rotation repaired = Repair.repair(more, planned, 1).rotation();
        assertThat(Rules.broken(more, repaired)).isEmpty();
        assertThat(changedSeats(planned, repaired)).isZero();
        assertThat(repaired.round(1)).isEqualTo(planned.round(1));
        assertThat(repaired.round(2).tableOf("late")).isPresent();
    }

    @Test
    void a_host_who_leaves_is_replaced_at_the_same_table() {
        TableSeating hosted = planned.round(2).tables().getFirst();
        SeatingProblem fewer = Crowd.changing(cafe, hosted.host(), p -> Crowd.until(p, 1));
        Rotation repaired = Repair.repair(fewer, planned, 1).rotation();
        assertThat(Rules.broken(fewer, repaired)).isEmpty();
        String successor = table(repaired, 2, hosted.table()).host();
        assertThat(hosted.members()).contains(successor);
        assertThat(changedSeats(planned, repaired)).isLessThanOrEqualTo(3);
    }

    @Test
    void two_hundred_stories_of_coming_and_going() {
        Random chance = new Random(3);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int themes = 3 + chance.nextInt(3);
            int people = 3 * themes + 4 + chance.nextInt(i % 20 == 0 ? 120 : 40);
            int rounds = 2 + chance.nextInt(3);
            SeatingProblem problem = Crowd.cafe(people, themes, rounds);
            Rotation old = Planner.plan(problem, 5_000).rotation();
            int frozen = chance.nextInt(rounds);
            SeatingProblem changed = Crowd.changed(problem, frozen, chance);
            Rotation repaired = Repair.repair(changed, old, frozen).rotation();
            String story = people + " people, " + themes + " themes, " + frozen + " of " + rounds + " frozen: ";
            Rules.broken(changed, repaired, frozen + 1).forEach(what -> wrong.add(story + what));
            for (int r = 1; r <= frozen; r++) {
                if (!old.round(r).equals(repaired.round(r))) {
                    wrong.add(story + "round " + r + " was frozen");
                }
            }
            int told = changedSeats(old, repaired);
            if (told > 16) {
                wrong.add(story + told + " changed seats");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void one_repair_after_another_stays_a_good_plan() {
        SeatingProblem now = Crowd.cafe(40, 4, 4);
        Rotation rotation = Planner.plan(now).rotation();
        for (int i = 1; i <= 10; i++) {
            now = Crowd.changing(now, Crowd.name(i), p -> Crowd.until(p, 1));
            now = Crowd.and(now, Crowd.from(Seater.of("late" + i), 2));
            rotation = Repair.repair(now, rotation, 1).rotation();
            assertThat(Rules.broken(now, rotation)).isEmpty();
        }
    }

    @Test
    void when_nearly_all_have_left_tables_close() {
        SeatingProblem left = cafe;
        for (int i = 4; i <= 16; i++) {
            left = Crowd.changing(left, Crowd.name(i), p -> Crowd.until(p, 1));
        }
        Rotation repaired = Repair.repair(left, planned, 1).rotation();
        assertThat(repaired.round(1)).isEqualTo(planned.round(1));
        assertThat(repaired.round(2).tables())
                .hasSize(3)
                .allMatch(t -> t.members().size() == 1);
    }

    @Test
    void when_all_have_left_nobody_is_seated() {
        Rotation repaired =
                Repair.repair(Crowd.with(cafe, List.of()), planned, 1).rotation();
        assertThat(repaired.round(1)).isEqualTo(planned.round(1));
        assertThat(repaired.round(2).tables()).isEmpty();
    }

    @Test
    void somebody_who_moves_is_exchanged_with_one_traveller_from_there() {
        String who = traveller(planned, 2, 0);
        String from = planned.round(2).tableOf(who).orElseThrow().table();
        String to = from.equals("joy-1") ? "privacy-1" : "joy-1";
        Rotation moved = Repair.move(cafe, planned, 2, who, to);
        assertThat(moved.round(1)).isEqualTo(planned.round(1));
        assertThat(moved.round(2).tableOf(who).orElseThrow().table()).isEqualTo(to);
        assertThat(table(moved, 2, to).host()).isEqualTo(table(planned, 2, to).host());
        assertThat(Rules.broken(cafe, moved).stream().filter(what -> !what.contains("H6")))
                .isEmpty();
        assertThat(changedIn(planned, moved, 2)).isEqualTo(2);
    }

    @Test
    void where_there_is_an_empty_chair_nobody_has_to_make_room() {
        SeatingProblem problem = Crowd.cafe(18, 4, 3);
        Rotation old = Planner.plan(problem).rotation();
        TableSeating large = old.round(1).tables().stream()
                .filter(t -> t.members().size() == 5)
                .findFirst()
                .orElseThrow();
        TableSeating small = old.round(1).tables().stream()
                .filter(t -> t.members().size() == 4)
                .findFirst()
                .orElseThrow();
        String who = large.members().stream()
                .filter(m -> !m.equals(large.host()))
                .findFirst()
                .orElseThrow();
        Rotation moved = Repair.move(problem, old, 1, who, small.table());
        assertThat(changedIn(old, moved, 1)).isEqualTo(1);
        assertThat(Rules.broken(problem, moved).stream().filter(what -> !what.contains("H6")))
                .isEmpty();
    }

    @Test
    void a_move_that_has_no_meaning_is_refused_in_a_line() {
        assertThatThrownBy(() -> Repair.move(cafe, planned, 2, "nobody", "joy-1"))
                .hasMessage("nobody is unknown");
        assertThatThrownBy(() -> Repair.move(cafe, planned, 2, "p001", "sun-1")).hasMessage("no table sun-1");
        assertThatThrownBy(() -> Repair.move(cafe, planned, 4, "p001", "joy-1")).hasMessage("there is no round 4");
        SeatingProblem gone = Crowd.changing(cafe, "p001", p -> Crowd.until(p, 1));
        assertThatThrownBy(() -> Repair.move(gone, planned, 2, "p001", "joy-1"))
                .hasMessage("p001 has no seat in round 2");
    }

    /** Somebody who neither hosts from this round on nor hands over in it. */
    private String traveller(Rotation rotation, int round, int nth) {
        return cafe.people().stream()
                .map(Seater::id)
                .filter(id -> rotation.rounds().stream()
                        .skip(Math.max(0, round - 2))
                        .flatMap(s -> s.tables().stream())
                        .noneMatch(t -> t.host().equals(id)))
                .skip(nth)
                .findFirst()
                .orElseThrow();
    }

    private static TableSeating table(Rotation rotation, int round, String id) {
        return rotation.round(round).tables().stream()
                .filter(t -> t.table().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int changedSeats(Rotation old, Rotation repaired) {
        int changed = 0;
        for (int r = 1; r <= old.rounds().size(); r++) {
            changed += changedIn(old, repaired, r);
        }
        return changed;
    }

    private static int changedIn(Rotation old, Rotation repaired, int round) {
        int changed = 0;
        for (TableSeating t : repaired.round(round).tables()) {
            for (String m : t.members()) {
                Optional<TableSeating> before = old.round(round).tableOf(m);
                changed += before.isPresent() && !before.get().table().equals(t.table()) ? 1 : 0;
            }
        }
        return changed;
    }
}
