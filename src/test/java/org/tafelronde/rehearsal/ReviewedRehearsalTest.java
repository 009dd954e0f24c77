package org.tafelronde.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.Server;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Stores;
import org.tafelronde.testing.TestScripts;
import org.tafelronde.webchat.WebChat;

/** With {@code reviewHours} in the script a rehearsal shows what comes of it: two people object, and somebody decides (F55). */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReviewedRehearsalTest {
    /** The day plan lasts two hours: 7 seconds. */
    private static final double SPEED = 1_000;

    private static final Script REVIEWED =
            TestScripts.ending(new Ending(Optional.of(Duration.ofHours(24)), true), TestScripts.whole());

    @TempDir
    Path folder;

    private Server server;
    private Stores stores;

    @BeforeEach
    void starts() {
        server = Server.withoutWeb(Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db")));
        stores = server.bean(Stores.class);
    }

    @AfterEach
    void ends() {
        server.close();
    }

    private Session rehearsed(Optional<Person> facilitator) throws Exception {
        Rehearsals.Running running = server.bean(Rehearsals.class)
                .begin(new Wanted(REVIEWED, 12, SPEED, OptionalLong.of(7), facilitator), Watcher.NOBODY);
        String id = running.end().get(1, TimeUnit.MINUTES).session();
        return stores.sessions().find(id).orElseThrow();
    }

    private List<Objection> objections(Session session) {
        return stores.harvests().objections(session.setting().id());
    }

    /** On the café's clock. */
    private Duration fromTheEndToTheDigest(Session session) {
        Instant closed = ((Stage.Closed) session.stage()).at();
        return stores.deliveries().ofSession(session.setting().id()).stream()
                .filter(d -> d.about().equals("notice/digest"))
                .map(d -> Duration.between(closed, session.setting().tempo().cafe(d.promised())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_people_object_the_virtual_facilitator_decides_and_the_digest_goes_soon() throws Exception {
        Session session = rehearsed(Optional.empty());

        assertThat(objections(session))
                .hasSize(2)
                .allSatisfy(o -> assertThat(o.reason()).isNotBlank());
        assertThat(objections(session))
                .extracting(o -> o.verdict().orElseThrow())
                .containsExactly(Objection.Verdict.LEFT_OUT, Objection.Verdict.KEPT);
        assertThat(session.published()).isTrue();
        assertThat(fromTheEndToTheDigest(session))
                .as("before the hour is over")
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(59));
    }

    @Test
    void whoever_watches_has_an_hour_of_the_cafe_to_decide_and_what_they_leave_is_left_out() throws Exception {
        Person ada = server.bean(WebChat.class).register("Ada", "en", true);
        Session session = rehearsed(Optional.of(ada));

        assertThat(objections(session))
                .hasSize(2)
                .extracting(o -> o.verdict().orElseThrow())
                .containsOnly(Objection.Verdict.LEFT_OUT);
        assertThat(session.published()).isTrue();
        assertThat(fromTheEndToTheDigest(session)).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
}
