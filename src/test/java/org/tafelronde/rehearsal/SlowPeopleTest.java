package org.tafelronde.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.TestScripts;
import org.tafelronde.time.Patience;

/** On a slow machine a rehearsal takes longer, and comes to the same. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SlowPeopleTest {
    /** A round of this script is over in less than half a second. */
    private static final double SPEED = Wanted.FASTEST;

    private static final Duration LONGER_THAN_A_ROUND = Duration.ofMillis(700);

    @TempDir
    Path folder;

    @Test
    void the_clock_stands_still_until_the_slowest_has_done_what_was_planned_for_then() throws Exception {
        List<String> quick = asked("quick", Watcher.NOBODY);
        List<String> slow = asked("slow", SlowPeopleTest::thinks);

        assertThat(quick).hasSizeGreaterThan(50);
        assertThat(slow).containsExactlyInAnyOrderElementsOf(quick);
    }

    /** Called in the midst of a virtual person's act. */
    private static void thinks(String question) {
        if (question.hashCode() % 4 == 0) {
            var unused = new Patience(LONGER_THAN_A_ROUND).until(Optional::empty);
        }
    }

    private static String inItsRound(Question question) {
        return question.round() + " " + question.text();
    }

    private List<String> asked(String name, Watcher watcher) throws Exception {
        try (Server server =
                Server.withoutWeb(Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve(name + ".db")))) {
            Wanted wanted = new Wanted(TestScripts.whole(), 12, SPEED, OptionalLong.of(7), Optional.empty());
            String id = server.bean(Rehearsals.class)
                    .begin(wanted, watcher)
                    .end()
                    .get(1, TimeUnit.MINUTES)
                    .session();
            return server.bean(Stores.class).harvests().questions(id).stream()
                    .map(SlowPeopleTest::inItsRound)
                    .toList();
        }
    }
}
