package org.tafelronde.domain.harvest;

import java.util.List;

/**
 * The host's summary for the next people at the table (F36).
 *
 * @param byHost false when it was filled in from the thread and no host has looked at it
 */
public record HandoverCard(
        String session, int round, String table, List<String> essences, List<String> questions, boolean byHost) {
    public static final int ESSENCES = 3;
    public static final int QUESTIONS = 5;

    public HandoverCard {
        essences = essences.stream().filter(e -> !e.isBlank()).limit(ESSENCES).toList();
        questions =
                questions.stream().filter(q -> !q.isBlank()).limit(QUESTIONS).toList();
    }

    /** Filled in beforehand: the last questions of the thread, so that the newcomers go on where the talk was. */
    public static HandoverCard from(String session, int round, String table, List<Question> asked) {
        List<String> last = asked.reversed().stream()
                .filter(Question::stands)
                .limit(QUESTIONS)
                .map(Question::text)
                .toList();
        return new HandoverCard(session, round, table, List.of(), last.reversed(), false);
    }
}
