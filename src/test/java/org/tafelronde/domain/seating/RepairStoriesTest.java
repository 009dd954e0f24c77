package org.tafelronde.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hosts who drop out and people whom the facilitator moves, by the dozen: what is past stays, and few hear of another seat. */
class RepairStoriesTest {
    private static final int MOST_CHANGES = 12;

    private final Random chance = new Random(8);
    private final List<String> wrong = new ArrayList<>();

    @Test
    void sixty_hosts_drop_out_before_a_round() {
        for (int i = 0; i < 60; i++) {
            Story story = new Story();
            TableSeating hosted = any(story.old.round(story.frozen + 1).tables());
            SeatingProblem fewer = story.frozen == 0
                    ? Crowd.without(story.cafe, hosted.host())
                    : Crowd.changing(story.cafe, hosted.host(), p -> Crowd.until(p, story.frozen));
            Rotation repaired = Repair.repair(fewer, story.old, story.frozen).rotation();
            Rules.broken(fewer, repaired, story.frozen + 1).forEach(story::wrong);
            story.compare(repaired);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sixty_people_are_not_there_for_a_round() {
        for (int i = 0; i < 60; i++) {
            Story story = new Story();
            String away = any(story.cafe.people()).id();
            SeatingProblem fewer = Crowd.changing(story.cafe, away, p -> Crowd.missing(p, story.frozen + 1));
            Rotation repaired = Repair.repair(fewer, story.old, story.frozen).rotation();
            Rules.broken(fewer, repaired, story.frozen + 1).forEach(story::wrong);
            story.compare(repaired);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_hundred_and_twenty_people_are_moved_by_the_facilitator() {
        for (int i = 0; i < 120; i++) {
            Story story = new Story();
            String who = any(story.cafe.people()).id();
            String table = any(story.cafe.tables()).id();
            Rotation moved = Repair.move(story.cafe, story.old, story.frozen + 1, who, table);
            // What the move itself breaks is the facilitator's wish. Whoever comes back in exchange, or hosts in their
            // place, may be the only
            // one who can.
            List<String> others = Rules.broken(story.cafe, moved, story.frozen + 1).stream()
                    .filter(what -> !what.contains(who))
                    .toList();
            boolean now = others.stream()
                    .allMatch(what -> what.startsWith("H6 round " + (story.frozen + 1)) || what.startsWith("H7 1 "));
            if (others.size() > 1 || !now) {
                others.forEach(story::wrong);
            }
            if (!moved.round(story.frozen + 1)
                    .tableOf(who)
                    .orElseThrow()
                    .table()
                    .equals(table)) {
                story.wrong(who + " is not at " + table);
            }
            if (changed(story.old, moved, story.frozen + 1) > 2) {
                story.wrong("more than two change their tables in the round under way");
            }
            story.compare(moved);
        }
        assertThat(wrong).isEmpty();
    }

    /** A café with a plan, some rounds of which are past. */
    private final class Story {
        private final SeatingProblem cafe;
        private final Rotation old;
        private final int frozen;

        Story() {
            int themes = 3 + chance.nextInt(3);
            int rounds = 2 + chance.nextInt(3);
            cafe = Crowd.cafe(3 * themes + 4 + chance.nextInt(30), themes, rounds);
            old = Planner.plan(cafe, 3_000).rotation();
            frozen = chance.nextInt(rounds);
        }

        void wrong(String what) {
            wrong.add(cafe.people().size() + " people, " + frozen + " of " + cafe.rounds() + " frozen: " + what);
        }

        void compare(Rotation repaired) {
            int changes = 0;
            for (int r = 1; r <= cafe.rounds(); r++) {
                if (r <= frozen && !old.round(r).equals(repaired.round(r))) {
                    wrong("round " + r + " was frozen");
                }
                changes += changed(old, repaired, r);
            }
            if (changes > MOST_CHANGES) {
                wrong(changes + " changed seats");
            }
        }
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private static int changed(Rotation old, Rotation repaired, int round) {
        int changed = 0;
        for (TableSeating t : repaired.round(round).tables()) {
            for (String m : t.members()) {
                changed += old.round(round)
                                .tableOf(m)
                                .filter(before -> !before.table().equals(t.table()))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return changed;
    }
}
