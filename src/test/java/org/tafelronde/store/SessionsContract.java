package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tafelronde.store.Samples.ADA;
import static org.tafelronde.store.Samples.BEN;
import static org.tafelronde.store.Samples.CLEO;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.id;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Media;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Sessions;

abstract class SessionsContract extends StoreContract {
    SessionsContract(TestStore store) {
        super(store);
    }

    @Test
    void a_session_is_read_back_as_it_was() {
        Session running = Samples.running(id());
        store.sessions().add(running);
        assertThat(found(running)).isEqualTo(running);
        assertThat(found(running).roster().people().keySet()).containsExactly(CLEO, BEN, ADA);
    }

    @Test
    void every_stage_is_read_back_as_it_was() {
        List<Stage> stages = List.of(
                new Stage.Gathering(),
                new Stage.Running(1, TWO, Duration.ofMinutes(3)),
                new Stage.Paused(1, Duration.ofSeconds(90), Stage.Running.NOTHING),
                new Stage.Closed(TWO));
        for (Stage stage : stages) {
            Session session = Samples.at(Samples.session(), stage);
            store.sessions().add(session);
            assertThat(found(session)).isEqualTo(session);
        }
        assertThat(stages).hasSize(Stage.class.getPermittedSubclasses().length);
    }

    @Test
    void nobody_knows_a_session_that_is_not_there() {
        assertThat(store.sessions().find("nowhere")).isEmpty();
    }

    @Test
    void saving_counts_the_version() {
        Session session = Samples.session();
        store.sessions().add(session);
        store.sessions().save(Samples.with(session, BEN));
        Session once = found(session);
        assertThat(once.version()).isEqualTo(1);
        assertThat(once.roster().find(BEN)).isPresent();
        store.sessions().save(once.asPublished());
        assertThat(found(session).version()).isEqualTo(2);
        assertThat(found(session).published()).isTrue();
    }

    @Test
    void who_read_before_another_saved_is_told_so_and_changes_nothing() {
        Session session = Samples.session();
        store.sessions().add(session);
        store.sessions().save(Samples.with(session, BEN));
        assertThatThrownBy(() -> store.sessions().save(Samples.with(session, CLEO)))
                .isInstanceOf(Sessions.Stale.class);
        assertThat(found(session).roster().find(CLEO)).isEmpty();
        assertThat(store.sessions().involving(CLEO)).isEmpty();
    }

    @Test
    void a_running_cafe_keeps_its_script_when_the_file_is_edited() {
        Session before = Samples.session(id(), Samples.script("smart.nl", 1), false);
        Session after = Samples.session(id(), Samples.script("smart.nl", 2), false);
        store.sessions().add(before);
        store.sessions().add(after);
        assertThat(found(before).script().version()).isEqualTo(1);
        assertThat(found(after).script().version()).isEqualTo(2);
    }

    @Test
    void a_persons_sessions_are_those_that_they_run_or_take_part_in_the_newest_first() {
        Session run = Samples.session();
        Session joined = Samples.with(Samples.session(), BEN);
        store.sessions().add(run);
        store.sessions().add(joined);
        assertThat(involving(ADA))
                .containsExactly(joined.setting().id(), run.setting().id());
        assertThat(involving(BEN)).containsExactly(joined.setting().id());
        assertThat(involving(CLEO)).isEmpty();
    }

    @Test
    void who_comes_or_goes_or_is_made_deputy_is_found_or_not_any_more() {
        Session session = Samples.with(Samples.session(), BEN);
        store.sessions().add(session);
        Session changed = Samples.with(session.with(session.roster().without(BEN)), CLEO);
        store.sessions().save(changed);
        assertThat(involving(BEN)).isEmpty();
        assertThat(involving(CLEO)).hasSize(1);
        Session deputised = Samples.running(session.setting().id()).saved(1);
        store.sessions().save(deputised);
        assertThat(involving(BEN)).hasSize(1);
    }

    @Test
    void open_sessions_are_those_that_are_not_closed_rehearsals_too() {
        Session real = Samples.session();
        Session rehearsal = Samples.session(id(), Samples.script(), true);
        Session closed = Samples.at(Samples.session(), new Stage.Closed(TWO));
        List.of(real, rehearsal, closed).forEach(store.sessions()::add);
        assertThat(ids(store.sessions().open()))
                .containsExactlyInAnyOrder(
                        real.setting().id(), rehearsal.setting().id());
        assertThat(ids(store.sessions().all()))
                .containsExactly(
                        closed.setting().id(),
                        rehearsal.setting().id(),
                        real.setting().id());
        store.sessions().save(Samples.at(real, new Stage.Closed(TWO)));
        assertThat(ids(store.sessions().open()))
                .containsExactly(rehearsal.setting().id());
    }

    @Test
    void a_deleted_session_leaves_nothing_behind_and_takes_nothing_else() {
        Session gone = fill(Samples.with(Samples.session(), BEN));
        Session stays = fill(Samples.with(Samples.session(), BEN));
        store.sessions().delete(gone.setting().id());
        assertThat(store.sessions().find(gone.setting().id())).isEmpty();
        assertThat(involving(BEN)).containsExactly(stays.setting().id());
        assertThat(contents(gone)).isEqualTo(new Contents(0, 0, 0, 0, 0, 0, false, false, false));
        assertThat(contents(stays)).isEqualTo(new Contents(1, 1, 1, 1, 1, 1, true, true, true));
    }

    @Test
    void deleting_the_last_session_of_a_script_takes_the_copy_of_the_script() {
        Session first = Samples.session();
        Session second = Samples.session();
        store.sessions().add(first);
        store.sessions().add(second);
        store.sessions().delete(first.setting().id());
        assertThat(found(second).script()).isEqualTo(Samples.script());
        store.sessions().delete(second.setting().id());
        store.sessions().add(second);
        assertThat(found(second).script()).isEqualTo(Samples.script());
    }

    private record Contents(
            int prompts,
            int questions,
            int votes,
            int answers,
            int cards,
            int deliveries,
            boolean timer,
            boolean place,
            boolean medium) {}

    private Session fill(Session session) {
        String id = session.setting().id();
        store.sessions().add(session);
        store.harvests().add(HarvestsContract.prompt(id, TWO));
        Question question = store.harvests().add(Samples.question(id, BEN, "Why?"));
        store.harvests().vote(id, "privacy", BEN, Set.of(question.id()));
        store.harvests().add(new DebriefAnswer(id(), id, 0, BEN, "All of it.", TWO));
        store.harvests().save(new HandoverCard(id, 1, "privacy-1", List.of("a"), List.of(), true));
        store.deliveries().add(List.of(Samples.post(id, id + "/plenary", "Hello.")));
        store.timers().set(id, Optional.of(TWO));
        store.addresses().opened(id + "/plenary", Samples.place("C" + id));
        store.shelf().put(id, "digest.md", new Media.Medium("digest.md", "text/markdown", new byte[] {1}));
        return session;
    }

    private Contents contents(Session session) {
        String id = session.setting().id();
        Harvest harvest = store.harvests().of(session);
        return new Contents(
                harvest.prompts().size(),
                harvest.questions().size(),
                harvest.votes().size(),
                harvest.answers().size(),
                harvest.cards().size(),
                store.deliveries().ofSession(id).size(),
                store.timers().due(TWO, 10).contains(id),
                store.addresses().key(Samples.place("C" + id)).isPresent(),
                store.shelf().find(id + "/digest.md").isPresent());
    }

    private Session found(Session session) {
        return store.sessions().find(session.setting().id()).orElseThrow();
    }

    private List<String> involving(String person) {
        return ids(store.sessions().involving(person));
    }

    private static List<String> ids(List<Session> sessions) {
        return sessions.stream().map(s -> s.setting().id()).toList();
    }
}
