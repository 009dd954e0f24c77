package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    @Test
    void sixteen_people_meet_four_times_again_and_fewer_is_impossible() {
        Plan plan = Planner.plan(Crowd.cafe(16, 4, 3));
        assertThat(plan.costs()).isEqualTo(new Costs(0, 0, 0, 4, 0));
        assertThat(plan.provenBest()).isTrue();
    }

    @Test
    void two_hundred_people_never_meet_again() {
        Plan plan = Planner.plan(Crowd.cafe(200, 4, 3));
        assertThat(plan.costs()).isEqualTo(new Costs(0, 0, 0, 0, 0));
        assertThat(plan.provenBest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void cafes_of_every_size_keep_the_rules(int themes) {
        List<String> broken = new ArrayList<>();
        for (int rounds = 1; rounds <= 5; rounds++) {
            for (int people = 1; people <= 200; people++) {
                SeatingProblem problem = Crowd.cafe(people, themes, rounds);
                Rotation rotation = Planner.plan(problem, 3_000).rotation();
                for (String what : Rules.broken(problem, rotation)) {
                    broken.add(people + " people, " + rounds + " rounds: " + what);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_thousand_people_are_seated_like_ten() {
        SeatingProblem problem = Crowd.problem(
                Crowd.inOrganisations(1_000, 25),
                TableCount.recommended(1_000, Crowd.themes(4)).tables(),
                5);
        Plan plan = Planner.plan(problem);
        assertThat(Rules.broken(problem, plan.rotation())).isEmpty();
    }

    @Test
    void a_hundred_themes_are_told_apart() {
        SeatingProblem problem = Crowd.problem(
                Crowd.people(400), TableCount.of(100, Crowd.numberedThemes(100)).tables(), 4);
        assertThat(Planner.plan(problem).costs()).isEqualTo(new Costs(0, 0, 0, 0, 0));
    }

    @Test
    void two_large_tables_change_places_in_every_round() {
        SeatingProblem problem = Crowd.problem(
                Crowd.people(300), TableCount.of(2, Crowd.themes(2)).tables(), 8);
        assertThat(Rules.broken(problem, Planner.plan(problem).rotation())).isEmpty();
    }

    @Test
    void themes_may_have_different_numbers_of_tables() {
        Random chance = new Random(5);
        for (int i = 0; i < 25; i++) {
            int themes = 3 + chance.nextInt(4);
            int tables = themes + 2 + chance.nextInt(themes);
            int people = tables * (4 + chance.nextInt(2)) + chance.nextInt(tables);
            SeatingProblem problem = Crowd.problem(
                    Crowd.inOrganisations(people, 6),
                    TableCount.of(tables, Crowd.themes(themes)).tables(),
                    2 + chance.nextInt(2));
            assertThat(Rules.broken(problem, Planner.plan(problem, 30_000).rotation()))
                    .as("%s people, %s tables, %s themes", people, tables, themes)
                    .isEmpty();
        }
    }

    @Test
    void everybody_has_a_seat_when_they_are_there_and_only_then() {
        Random chance = new Random(11);
        for (int i = 0; i < 60; i++) {
            SeatingProblem problem = Crowd.cafe(18 + chance.nextInt(40), 3 + chance.nextInt(3), 3);
            for (Seater p : problem.people()) {
                int round = 1 + chance.nextInt(3);
                problem = switch (chance.nextInt(20)) {
                    case 0 -> Crowd.changing(problem, p.id(), s -> Crowd.from(s, round));
                    case 1 -> Crowd.changing(problem, p.id(), s -> Crowd.until(s, round));
                    case 2 -> Crowd.changing(problem, p.id(), s -> Crowd.missing(s, round));
                    default -> problem;
                };
            }
            assertThat(Rules.broken(problem, Planner.plan(problem).rotation())).isEmpty();
        }
    }

    @Test
    void who_is_fixed_at_a_table_stays_and_never_hosts() {
        SeatingProblem cafe = Crowd.cafe(23, 4, 3);
        SeatingProblem problem = new SeatingProblem(
                cafe.people(), cafe.tables(), 3, 2, Map.of("p001", "joy-1", "p002", "quality-1"), List.of(), 7);
        assertThat(Rules.broken(problem, Planner.plan(problem).rotation())).isEmpty();
    }

    @Test
    void who_is_to_be_kept_apart_does_not_meet() {
        SeatingProblem cafe = Crowd.cafe(20, 4, 3);
        List<Set<String>> apart = List.of(Set.of("p001", "p002", "p003"), Set.of("p004", "p005"));
        SeatingProblem problem = new SeatingProblem(cafe.people(), cafe.tables(), 3, 2, Map.of(), apart, 7);
        Plan plan = Planner.plan(problem);
        for (Seating seating : plan.rotation().rounds()) {
            for (TableSeating table : seating.tables()) {
                for (Set<String> set : apart) {
                    assertThat(table.members().stream().filter(set::contains).count())
                            .isLessThanOrEqualTo(1);
                }
            }
        }
        assertThat(plan.costs().apart()).isZero();
    }

    @Test
    void colleagues_are_spread_over_the_tables() {
        SeatingProblem cafe = Crowd.cafe(16, 4, 3);
        Plan plan = Planner.plan(Crowd.with(cafe, Crowd.inOrganisations(16, 4)));
        assertThat(plan.costs().sameOrganisation()).isZero();
        assertThat(plan.costs().repeats()).isEqualTo(4);
    }

    @Test
    void people_of_one_role_are_spread_over_the_tables() {
        List<Seater> people = Crowd.people(20).stream()
                .map(p -> Crowd.inRole(p, Integer.parseInt(p.id().substring(1)) <= 4 ? "nurse" : p.id()))
                .toList();
        SeatingProblem problem = Crowd.with(Crowd.cafe(20, 4, 3), people);
        for (Seating seating : Planner.plan(problem).rotation().rounds()) {
            for (TableSeating table : seating.tables()) {
                assertThat(table.members()).containsAnyOf("p001", "p002", "p003", "p004");
            }
        }
    }

    @Test
    void a_meeting_room_has_one_seat_and_no_other_room_at_its_table() {
        List<Seater> people = Crowd.people(20).stream()
                .map(p -> Integer.parseInt(p.id().substring(1)) <= 4 ? Crowd.room(p, 8) : p)
                .toList();
        SeatingProblem problem = Crowd.with(Crowd.cafe(20, 4, 3), people);
        Plan plan = Planner.plan(problem);
        for (Seating seating : plan.rotation().rounds()) {
            for (TableSeating table : seating.tables()) {
                assertThat(table.members()).hasSize(5).containsAnyOf("p001", "p002", "p003", "p004");
            }
        }
        assertThat(plan.costs().repeats()).isEqualTo(12);
    }

    @Test
    void the_same_seed_gives_the_same_plan_and_another_another() {
        SeatingProblem problem = Samples.instance("p023_org5").problem();
        assertThat(Planner.plan(problem)).isEqualTo(Planner.plan(problem));
        Instance other = Samples.instance("p023_org5").seeded(99);
        assertThat(Planner.plan(other.problem()).rotation())
                .isNotEqualTo(Planner.plan(problem).rotation());
    }

    @Test
    void another_machine_makes_the_same_plan() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlanPrinter.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        assertThat(printed.strip()).isEqualTo(PlanPrinter.print());
    }
}
