package org.tafelronde.domain.harvest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafelronde.domain.session.Limits;

/**
 * What the voting came to. The rule for ties is fixed (F47): more votes first; with equal votes the question that was asked first.
 */
public record Tally(Map<String, Integer> votes) {
    private static final Comparator<Question> ASKED_FIRST =
            Comparator.comparing(Question::askedAt).thenComparing(Question::number);

    public Tally {
        votes = Map.copyOf(votes);
    }

    public static Tally of(Collection<Vote> votes) {
        return new Tally(votes.stream()
                .distinct()
                .collect(Collectors.groupingBy(Vote::question, Collectors.summingInt(v -> 1))));
    }

    public int votesFor(Question question) {
        return votes.getOrDefault(question.id(), 0);
    }

    /** The theme's most important questions: at most {@link Limits#TOP}, none without a vote. */
    public List<Question> top(String theme, Collection<Question> questions) {
        Comparator<Question> byVotes = Comparator.comparing((Function<Question, Integer>) this::votesFor)
                .reversed()
                .thenComparing(ASKED_FIRST);
        return questions.stream()
                .filter(Question::stands)
                .filter(q -> q.theme().filter(theme::equals).isPresent())
                .filter(q -> votesFor(q) > 0)
                .sorted(byVotes)
                .limit(Limits.TOP)
                .toList();
    }
}
