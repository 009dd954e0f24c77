package org.tafelronde.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.Harvests;

/** Everything that comes up. */
@Singleton
final class JdbcHarvests implements Harvests {
    /** In place of somebody who wants to be forgotten. */
    private static final String FORGOTTEN = "forgotten";

    private final PromptRows prompts;
    private final QuestionRows questions;
    private final SpokenRows spoken;
    private final JdbcTransactions transactions;

    JdbcHarvests(PromptRows prompts, QuestionRows questions, SpokenRows spoken, JdbcTransactions transactions) {
        this.prompts = prompts;
        this.questions = questions;
        this.spoken = spoken;
        this.transactions = transactions;
    }

    @Override
    public void add(Prompt prompt) {
        transactions.inOne(() -> prompts.save(PromptRow.of(prompt)));
    }

    @Override
    public Optional<Prompt> prompt(String id) {
        return prompts.findById(id).map(PromptRow::prompt);
    }

    @Override
    public List<Prompt> prompts(String session) {
        return prompts.ofSession(session).stream().map(PromptRow::prompt).toList();
    }

    @Override
    public Question add(Question question) {
        return transactions.inOne(() -> {
            QuestionRow row = QuestionRow.of(question, questions.nextNumber(question.session()));
            questions.save(row);
            return row.question();
        });
    }

    @Override
    public void update(Question question) {
        transactions.inOne(() -> questions.reword(question.id(), question.text(), Millis.of(question.withdrawnAt())));
    }

    @Override
    public Optional<Question> question(String session, int number) {
        return questions.numbered(session, number).map(QuestionRow::question);
    }

    @Override
    public Optional<Question> fromSource(String source) {
        return questions.fromSource(source).map(QuestionRow::question);
    }

    @Override
    public List<Question> questions(String session) {
        return questions.ofSession(session).stream().map(QuestionRow::question).toList();
    }

    @Override
    public List<Question> questions(String session, int round, String table) {
        return questions.askedAt(session, round, table).stream()
                .map(QuestionRow::question)
                .toList();
    }

    @Override
    public List<Question> standing(String session, String theme) {
        return questions.standing(session, theme).stream()
                .map(QuestionRow::question)
                .toList();
    }

    @Override
    public void vote(String session, String theme, String voter, Set<String> chosen) {
        transactions.inOne(() -> {
            spoken.deleteVotes(session, theme, voter);
            chosen.forEach(question -> spoken.insertVote(session, theme, voter, question));
        });
    }

    @Override
    public void add(DebriefAnswer answer) {
        transactions.inOne(() -> spoken.save(AnswerRow.of(answer)));
    }

    @Override
    public List<DebriefAnswer> answers(String session) {
        return spoken.answers(session).stream().map(AnswerRow::answer).toList();
    }

    @Override
    public ActionPoint add(ActionPoint action) {
        return transactions.inOne(() -> {
            ActionPoint kept = action.numbered(spoken.nextAction(action.session()));
            put(kept);
            return kept;
        });
    }

    private void put(ActionPoint action) {
        spoken.putAction(action.session(), action.number(), Json.write(action, ActionPoint.class));
    }

    @Override
    public void update(ActionPoint action) {
        transactions.inOne(() -> put(action));
    }

    @Override
    public List<ActionPoint> actions(String session) {
        return spoken.actions(session).stream()
                .map(json -> Json.read(json, ActionPoint.class))
                .toList();
    }

    @Override
    public void removeAction(String session, int number) {
        transactions.inOne(() -> spoken.deleteAction(session, number));
    }

    @Override
    public Overruling add(Overruling overruling) {
        return transactions.inOne(() -> {
            Overruling kept = overruling.numbered(spoken.nextOverruling(overruling.session()));
            update(kept);
            return kept;
        });
    }

    @Override
    public void update(Overruling overruling) {
        transactions.inOne(() -> spoken.putOverruling(
                overruling.session(), overruling.number(), Json.write(overruling, Overruling.class)));
    }

    @Override
    public List<Overruling> overrulings(String session) {
        return spoken.overrulings(session).stream()
                .map(json -> Json.read(json, Overruling.class))
                .toList();
    }

    @Override
    public Objection add(Objection objection) {
        return transactions.inOne(() -> {
            Objection kept = objection.numbered(spoken.nextObjection(objection.session()));
            update(kept);
            return kept;
        });
    }

    @Override
    public void update(Objection objection) {
        transactions.inOne(() ->
                spoken.putObjection(objection.session(), objection.number(), Json.write(objection, Objection.class)));
    }

    @Override
    public List<Objection> objections(String session) {
        return spoken.objections(session).stream()
                .map(json -> Json.read(json, Objection.class))
                .toList();
    }

    @Override
    public void save(HandoverCard card) {
        transactions.inOne(
                () -> spoken.putCard(card.session(), card.round(), card.table(), Json.write(card, HandoverCard.class)));
    }

    @Override
    public Optional<HandoverCard> card(String session, int round, String table) {
        return spoken.card(session, round, table).map(json -> Json.read(json, HandoverCard.class));
    }

    @Override
    public Harvest of(Session session) {
        String id = session.setting().id();
        return transactions.reading(() -> new Harvest(
                session,
                prompts(id),
                questions(id),
                spoken.votes(id).stream().map(VoteRow::vote).toList(),
                answers(id),
                spoken.cards(id).stream()
                        .map(json -> Json.read(json, HandoverCard.class))
                        .toList(),
                actions(id),
                overrulings(id),
                objections(id)));
    }

    @Override
    public void forget(String session, String person) {
        transactions.inOne(() -> {
            questions.forget(session, person, FORGOTTEN);
            spoken.forgetAnswers(session, person, FORGOTTEN);
            actions(session).stream().filter(a -> a.by().equals(person)).forEach(a -> put(a.by(FORGOTTEN)));
            objections(session).stream().filter(o -> o.by().equals(person)).forEach(o -> update(o.by(FORGOTTEN)));
            // Each forgotten voter is another one, or two equal votes would become one.
            spoken.forgetVoter(session, person, FORGOTTEN + "-" + UUID.randomUUID());
        });
    }
}
