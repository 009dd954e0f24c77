package org.tafelronde.domain.harvest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafelronde.domain.script.Theme;
import org.tafelronde.domain.session.Session;

/**
 * Everything that came up in a session.
 *
 * @param overrulings what the facilitator decided otherwise than the program, what was taken back too, in order
 * @param questions all of them, withdrawn ones too, in the order in which they were asked
 */
public record Harvest(
        Session session,
        List<Prompt> prompts,
        List<Question> questions,
        List<Vote> votes,
        List<DebriefAnswer> answers,
        List<HandoverCard> cards,
        List<ActionPoint> actions,
        List<Overruling> overrulings,
        List<Objection> objections) {
    /** Without actions, and nothing was overruled. */
    public Harvest(
            Session session,
            List<Prompt> prompts,
            List<Question> questions,
            List<Vote> votes,
            List<DebriefAnswer> answers,
            List<HandoverCard> cards) {
        this(session, prompts, questions, votes, answers, cards, List.of(), List.of(), List.of());
    }

    public Harvest {
        prompts = List.copyOf(prompts);
        questions = List.copyOf(questions);
        votes = List.copyOf(votes);
        answers = List.copyOf(answers);
        cards = List.copyOf(cards);
        actions = List.copyOf(actions);
        overrulings = List.copyOf(overrulings);
        objections = List.copyOf(objections);
    }

    public Tally tally() {
        return Tally.of(votes);
    }

    public Optional<Prompt> prompt(String id) {
        return prompts.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Questions that were not withdrawn. */
    public List<Question> standing() {
        return questions.stream().filter(Question::stands).toList();
    }

    public List<Question> of(String theme) {
        return standing().stream()
                .filter(q -> q.theme().filter(theme::equals).isPresent())
                .toList();
    }

    public List<Question> of(String theme, int round) {
        return of(theme).stream()
                .filter(q -> q.round().isPresent() && q.round().getAsInt() == round)
                .toList();
    }

    /** Questions that say nearly the same, a list for each group: as the program suggests, and the facilitator wants it (F46). */
    public List<List<Question>> alike(Linguist linguist) {
        return regrouped(suggestedAlike(linguist)).groups();
    }

    Regrouping regrouped(List<List<Question>> suggested) {
        Regrouping regrouped = new Regrouping(standing(), suggested);
        overrulings.stream().filter(Overruling::stands).map(Overruling::ruling).forEach(regrouped::rule);
        return regrouped;
    }

    List<List<Question>> suggestedAlike(Linguist linguist) {
        return new Grouping(linguist, session.script().language()).of(standing());
    }

    /** Ids of the questions that their themes put on top. */
    public Set<String> picked() {
        Tally tally = tally();
        return session.script().themes().stream()
                .map(Theme::id)
                .flatMap(theme -> tally.top(theme, questions).stream())
                .map(Question::id)
                .collect(Collectors.toSet());
    }
}
