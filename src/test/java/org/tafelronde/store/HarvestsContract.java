package org.tafelronde.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.store.Samples.BEN;
import static org.tafelronde.store.Samples.CLEO;
import static org.tafelronde.store.Samples.TWO;
import static org.tafelronde.store.Samples.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Overruling.Ruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.harvest.Vote;
import org.tafelronde.domain.session.Session;

abstract class HarvestsContract extends StoreContract {
    HarvestsContract(TestStore store) {
        super(store);
    }

    static Prompt prompt(String session, Instant due) {
        return new Prompt(
                id(),
                session,
                Prompt.Kind.ROUND,
                "round-1",
                OptionalInt.of(1),
                Optional.of("privacy-1"),
                Optional.of("privacy"),
                due);
    }

    @Test
    void prompts_are_read_back_in_the_order_in_which_they_were_due() {
        String session = kept();
        Prompt late = prompt(session, TWO.plusSeconds(9));
        Prompt bare = new Prompt(
                id(), session, Prompt.Kind.DEBRIEF, "0", OptionalInt.empty(), Optional.empty(), Optional.empty(), TWO);
        store.harvests().add(late);
        store.harvests().add(bare);
        assertThat(store.harvests().prompts(session)).containsExactly(bare, late);
        assertThat(store.harvests().prompt(late.id())).contains(late);
        assertThat(store.harvests().prompt("none")).isEmpty();
    }

    @Test
    void questions_are_numbered_within_their_session() {
        String one = kept();
        String other = kept();
        assertThat(store.harvests().add(Samples.question(one, BEN, "Why?")).number())
                .isEqualTo(1);
        assertThat(store.harvests().add(Samples.question(one, BEN, "How?")).number())
                .isEqualTo(2);
        assertThat(store.harvests().add(Samples.question(other, BEN, "Who?")).number())
                .isEqualTo(1);
    }

    @Test
    void two_hundred_people_who_ask_at_once_get_two_hundred_numbers() {
        String session = kept();
        List<Thread> people = IntStream.range(0, 200)
                .mapToObj(i -> Thread.startVirtualThread(
                        () -> store.harvests().add(Samples.question(session, BEN, "Question " + i + "?"))))
                .toList();
        people.forEach(HarvestsContract::join);
        assertThat(store.harvests().questions(session))
                .extracting(Question::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void a_number_of_a_turn_that_failed_is_given_again() {
        String session = kept();
        try {
            store.transactions().inOne(() -> {
                store.harvests().add(Samples.question(session, BEN, "Why?"));
                throw new IllegalStateException("the turn fails");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the turn fails");
        }
        assertThat(store.harvests().questions(session)).isEmpty();
        assertThat(store.harvests().add(Samples.question(session, BEN, "Why?")).number())
                .isEqualTo(1);
    }

    @Test
    void a_question_is_found_by_its_number_and_by_the_message_that_it_came_in() {
        String session = kept();
        Question asked = store.harvests().add(Samples.question(session, BEN, "Why?", Optional.of("webchat|p|m1")));
        assertThat(store.harvests().question(session, 1)).contains(asked);
        assertThat(store.harvests().question(session, 2)).isEmpty();
        assertThat(store.harvests().fromSource("webchat|p|m1")).contains(asked);
        assertThat(store.harvests().fromSource("webchat|p|m2")).isEmpty();
    }

    @Test
    void other_words_and_a_withdrawal_are_kept() {
        String session = kept();
        Question asked = store.harvests().add(Samples.question(session, BEN, "Why?"));
        Question reworded = asked.saying("Why on earth? ☕");
        store.harvests().update(reworded);
        assertThat(store.harvests().question(session, 1)).contains(reworded);
        store.harvests().update(reworded.withdrawn(TWO));
        assertThat(store.harvests().questions(session)).containsExactly(reworded.withdrawn(TWO));
    }

    @Test
    void questions_are_found_by_table_and_round_and_those_that_stand_by_theme() {
        String session = kept();
        Question first = store.harvests().add(Samples.question(session, BEN, "Why?"));
        Question second = store.harvests().add(Samples.question(session, BEN, "How?"));
        store.harvests().add(Samples.question(kept(), BEN, "Who?"));
        Question gone = second.withdrawn(TWO);
        store.harvests().update(gone);
        assertThat(store.harvests().questions(session, 1, "privacy-1")).containsExactly(first, gone);
        assertThat(store.harvests().questions(session, 2, "privacy-1")).isEmpty();
        assertThat(store.harvests().questions(session, 1, "privacy-2")).isEmpty();
        assertThat(store.harvests().standing(session, "privacy")).containsExactly(first);
        assertThat(store.harvests().standing(session, "quality")).isEmpty();
    }

    @Test
    void a_question_outside_table_and_round_is_read_back_as_it_was() {
        String session = kept();
        Question asked = store.harvests()
                .add(new Question(
                        id(),
                        session,
                        0,
                        "Why?",
                        BEN,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        TWO,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(store.harvests().question(session, 1)).contains(asked);
    }

    @Test
    void who_votes_again_for_a_theme_takes_the_earlier_votes_back() {
        String session = kept();
        store.harvests().vote(session, "privacy", BEN, Set.of("q1", "q2"));
        store.harvests().vote(session, "quality", BEN, Set.of("q9"));
        store.harvests().vote(session, "privacy", CLEO, Set.of("q1"));
        store.harvests().vote(session, "privacy", BEN, Set.of("q3"));
        assertThat(harvest(session).votes())
                .containsExactlyInAnyOrder(
                        new Vote("privacy", BEN, "q3"),
                        new Vote("privacy", CLEO, "q1"),
                        new Vote("quality", BEN, "q9"));
        store.harvests().vote(session, "privacy", BEN, Set.of());
        assertThat(harvest(session).votes()).hasSize(2);
    }

    @Test
    void answers_are_read_back_in_the_order_in_which_they_were_written() {
        String session = kept();
        DebriefAnswer first = new DebriefAnswer(id(), session, 0, BEN, "All of it.", TWO);
        DebriefAnswer second = new DebriefAnswer(id(), session, 1, CLEO, "None.", TWO);
        store.harvests().add(first);
        store.harvests().add(second);
        assertThat(store.harvests().answers(session)).containsExactly(first, second);
    }

    @Test
    void a_handover_card_takes_the_place_of_an_earlier_one_of_its_round_and_table() {
        String session = kept();
        HandoverCard draft = new HandoverCard(session, 1, "privacy-1", List.of(), List.of("Why?"), false);
        HandoverCard card = new HandoverCard(session, 1, "privacy-1", List.of("Trust"), List.of("Why?"), true);
        store.harvests().save(draft);
        store.harvests().save(card);
        assertThat(store.harvests().card(session, 1, "privacy-1")).contains(card);
        assertThat(store.harvests().card(session, 2, "privacy-1")).isEmpty();
        assertThat(harvest(session).cards()).containsExactly(card);
    }

    @Test
    void the_harvest_is_all_of_it() {
        String session = kept();
        Prompt prompt = prompt(session, TWO);
        store.harvests().add(prompt);
        Question question = store.harvests().add(Samples.question(session, BEN, "Why?"));
        Harvest harvest = harvest(session);
        assertThat(harvest.prompts()).containsExactly(prompt);
        assertThat(harvest.questions()).containsExactly(question);
        assertThat(harvest.session().setting().id()).isEqualTo(session);
    }

    @Test
    void who_is_forgotten_leaves_words_and_votes_and_no_name() {
        String session = kept();
        String elsewhere = kept();
        Question question = store.harvests().add(Samples.question(session, BEN, "Why?", Optional.of("webchat|p|m1")));
        Question other = store.harvests().add(Samples.question(session, CLEO, "How?"));
        Question kept = store.harvests().add(Samples.question(elsewhere, BEN, "Who?"));
        store.harvests().vote(session, "privacy", BEN, Set.of(question.id(), other.id()));
        store.harvests().vote(session, "privacy", CLEO, Set.of(question.id()));
        store.harvests().add(new DebriefAnswer(id(), session, 0, BEN, "All of it.", TWO));
        store.harvests().forget(session, BEN);
        store.harvests().forget(session, CLEO);
        Harvest harvest = harvest(session);
        assertThat(harvest.questions()).extracting(Question::by).containsExactly("forgotten", "forgotten");
        assertThat(harvest.questions()).extracting(Question::text).containsExactly("Why?", "How?");
        assertThat(store.harvests().fromSource("webchat|p|m1")).isEmpty();
        assertThat(harvest.answers()).extracting(DebriefAnswer::by).containsExactly("forgotten");
        assertThat(harvest.votes().toString()).doesNotContain("ben", "cleo");
        assertThat(harvest.tally().votesFor(question)).isEqualTo(2);
        assertThat(store.harvests().questions(elsewhere)).containsExactly(kept);
    }

    private Harvest harvest(String id) {
        Session session = store.sessions().find(id).orElseThrow();
        return store.harvests().of(session);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void actions_are_numbered_told_and_struck_out_each_in_its_own_session() {
        String session = kept();
        String other = kept();
        ActionPoint call = new ActionPoint(
                session, 0, "Call", Optional.of("team lead"), Optional.of(LocalDate.of(2026, 12, 31)), BEN, TWO);
        ActionPoint write = new ActionPoint(session, 0, "Write", Optional.empty(), Optional.empty(), CLEO, TWO);

        assertThat(store.harvests().add(call).number()).isEqualTo(1);
        assertThat(store.harvests().add(write).number()).isEqualTo(2);
        assertThat(store.harvests()
                        .add(new ActionPoint(other, 0, "Sit", Optional.empty(), Optional.empty(), BEN, TWO))
                        .number())
                .isEqualTo(1);

        assertThat(store.harvests().actions(session)).containsExactly(call.numbered(1), write.numbered(2));
        assertThat(harvest(session).actions()).hasSize(2);
        store.harvests().forget(session, BEN);
        assertThat(store.harvests().actions(session).getFirst().by()).isEqualTo("forgotten");
        assertThat(store.harvests().actions(other).getFirst().by()).isEqualTo(BEN);
        ActionPoint done = write.numbered(2)
                .became(new ActionPoint.Outcome(ActionPoint.Outcome.State.DONE, LocalDate.of(2026, 6, 11)));
        store.harvests().update(done);
        assertThat(store.harvests().actions(session).getLast()).isEqualTo(done);
        assertThat(store.harvests().actions(other).getFirst().outcome()).isEmpty();
        store.harvests().update(write.numbered(2));
        store.harvests().removeAction(session, 1);
        assertThat(store.harvests().actions(session)).containsExactly(write.numbered(2));
    }

    @Test
    void what_was_overruled_is_numbered_and_taken_back_and_stays_a_line_of_the_log() {
        String session = kept();
        String other = kept();
        Overruling apart = new Overruling(
                session, 0, new Ruling.Apart(List.of("q2"), List.of(List.of("q1", "q2"))), TWO, Optional.empty());
        Overruling about = new Overruling(
                session, 0, new Ruling.About("q1", Optional.of("retention"), Optional.empty()), TWO, Optional.empty());
        Overruling together =
                new Overruling(other, 0, new Ruling.Together(List.of("q1", "q2"), List.of()), TWO, Optional.empty());

        assertThat(store.harvests().add(apart)).isEqualTo(apart.numbered(1));
        assertThat(store.harvests().add(about).number()).isEqualTo(2);
        assertThat(store.harvests().add(together).number()).isEqualTo(1);
        store.harvests().update(apart.numbered(1).undone(TWO.plusSeconds(5)));

        assertThat(store.harvests().overrulings(session))
                .containsExactly(apart.numbered(1).undone(TWO.plusSeconds(5)), about.numbered(2));
        assertThat(harvest(session).overrulings()).hasSize(2);
        store.sessions().delete(session);
        assertThat(store.harvests().overrulings(session)).isEmpty();
        assertThat(store.harvests().overrulings(other)).containsExactly(together.numbered(1));
    }

    @Test
    void objections_are_numbered_and_decided_and_whoever_objects_is_forgotten() {
        String session = kept();
        String other = kept();
        Objection first = new Objection(session, "q1", BEN, "Too clear.", TWO);
        Objection second = new Objection(session, "q2", CLEO, "", TWO).reworded("Who?");

        assertThat(store.harvests().add(first)).isEqualTo(first.numbered(1));
        assertThat(store.harvests().add(second).number()).isEqualTo(2);
        store.harvests().update(second.numbered(2).decided(Objection.Verdict.LEFT_OUT));
        store.harvests().forget(session, BEN);

        assertThat(store.harvests().objections(session))
                .containsExactly(
                        first.numbered(1).by("forgotten"), second.numbered(2).decided(Objection.Verdict.LEFT_OUT));
        assertThat(harvest(session).objections()).hasSize(2);
        assertThat(store.harvests().objections(other)).isEmpty();
        store.sessions().delete(session);
        assertThat(store.harvests().objections(session)).isEmpty();
    }
}
