package org.tafelronde.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafelronde.domain.harvest.ActionPoint;
import org.tafelronde.domain.harvest.DebriefAnswer;
import org.tafelronde.domain.harvest.HandoverCard;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Objection;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Prompt;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Session;

/** Where everything that comes up is kept. Every method joins the caller's transaction. */
public interface Harvests {
    void add(Prompt prompt);

    Optional<Prompt> prompt(String id);

    /** All prompts of a session, in the order in which they were due. */
    List<Prompt> prompts(String session);

    /**
     * Keeps a new question.
     *
     * @param question its number is not counted yet
     * @return the same with its number, the next one of the session
     */
    Question add(Question question);

    /** Keeps other words, or that it was withdrawn. */
    void update(Question question);

    Optional<Question> question(String session, int number);

    /** The question that came in this chat message. */
    Optional<Question> fromSource(String source);

    /** All of a session, withdrawn ones too, in the order in which they were asked. */
    List<Question> questions(String session);

    /** Those asked at a table in a round, withdrawn ones too, in order. */
    List<Question> questions(String session, int round, String table);

    /** Those of a theme that stand, in order. */
    List<Question> standing(String session, String theme);

    /** These are the voter's votes for the theme now; earlier ones are forgotten. */
    void vote(String session, String theme, String voter, Set<String> questions);

    void add(DebriefAnswer answer);

    List<DebriefAnswer> answers(String session);

    /** It gets the next number of its session. */
    ActionPoint add(ActionPoint action);

    /** By number. */
    List<ActionPoint> actions(String session);

    /** Keeps what became of it. */
    void update(ActionPoint action);

    void removeAction(String session, int number);

    /** It gets the next number of its session. */
    Overruling add(Overruling overruling);

    /** Keeps that it was taken back. */
    void update(Overruling overruling);

    /** By number, what was taken back too. */
    List<Overruling> overrulings(String session);

    /** It gets the next number of its session. */
    Objection add(Objection objection);

    /** Keeps what was decided about it. */
    void update(Objection objection);

    /** By number. */
    List<Objection> objections(String session);

    /** Keeps the card, in place of an earlier one of the same round and table. */
    void save(HandoverCard card);

    Optional<HandoverCard> card(String session, int round, String table);

    Harvest of(Session session);

    /** Nothing says any more that this person asked, voted or answered: their words stay, under "forgotten". */
    void forget(String session, String person);
}
