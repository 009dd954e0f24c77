package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final SeatingProblem problem = new SeatingProblem(
            Crowd.inOrganisations(23, 5),
            TableCount.of(5, Crowd.themes(3)).tables(),
            4,
            2,
            Map.of("p004", "privacy-1"),
            List.of(Set.of("p001", "p002"), Set.of("p001", "p002", "p003")),
            1);

    @Test
    void after_any_exchanges_the_running_cost_is_what_counting_anew_says() {
        Board board = new Board(problem, 0, Optional.empty());
        Filling.fill(board, new Dice(1));
        exchange(board, 2_000);
        int running = board.cost();
        board.recount();
        assertThat(board.cost()).isEqualTo(running);
        Rotation rotation = board.rotation(Optional.empty());
        Costs costs = Costs.of(problem, rotation);
        int rules = (int) Rules.broken(problem, rotation).stream()
                .mapToLong(what -> what.startsWith("H6") ? 1 : what.startsWith("H5") ? 2 : 0)
                .sum();
        assertThat(running).isEqualTo(Samples.weighted(costs) + rules * Weights.RULE);
    }

    @Test
    void an_exchange_done_twice_is_undone() {
        Board board = new Board(problem, 0, Optional.empty());
        Filling.fill(board, new Dice(1));
        int cost = board.cost();
        Rotation before = board.rotation(Optional.empty());
        for (int a = 0; a < board.people; a++) {
            for (int b = a + 1; b < board.chairs; b++) {
                if (board.exchangeable(a, b, 1, 3)) {
                    board.exchange(a, b, 1, 3);
                    board.exchange(a, b, 1, 3);
                }
            }
        }
        assertThat(board.cost()).isEqualTo(cost);
        assertThat(board.rotation(Optional.empty())).isEqualTo(before);
    }

    private static void exchange(Board board, int times) {
        Random chance = new Random(2);
        while (times > 0) {
            int a = chance.nextInt(board.people);
            int b = a + 1 + chance.nextInt(board.chairs - a - 1);
            int from = chance.nextInt(board.rounds);
            int until = from + chance.nextInt(board.rounds - from);
            if (board.exchangeable(a, b, from, until)) {
                board.exchange(a, b, from, until);
                times--;
            }
        }
    }
}
