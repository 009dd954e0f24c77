package org.tafelronde.domain.harvest;

import java.util.List;
import java.util.Map;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Theme;

/**
 * What the reference card holds for a theme and round, and what of it was asked (F53).
 *
 * @param notOnCard questions of this cell that are about no topic of the card
 */
public record Coverage(Theme theme, int round, List<Covered> card, List<String> notOnCard) {
    /** So many questions touch a topic; fewer touch it thinly. */
    static final int ENOUGH = 2;

    /**
     * For each theme and round, in the order of the script; nothing where the script has no card.
     *
     * @param placed all questions that stand, by their ids
     */
    public static List<Coverage> of(Harvest harvest, Map<String, Placing> placed) {
        return new Covering(harvest, placed, ChathamHouse.of(harvest.session())).all();
    }

    public Coverage {
        card = List.copyOf(card);
        notOnCard = List.copyOf(notOnCard);
    }

    public enum State {
        TOUCHED,
        THIN,
        UNTOUCHED
    }

    /** A topic and the questions that are about it, wherever they were asked. */
    public record Covered(ReferenceCard.Topic topic, List<Because> questions) {
        public Covered {
            questions = List.copyOf(questions);
        }

        public State state() {
            if (questions.isEmpty()) {
                return State.UNTOUCHED;
            }
            return questions.size() < ENOUGH ? State.THIN : State.TOUCHED;
        }
    }

    /**
     * @param id the question's
     * @param on the words by which the question was recognised
     * @param overruled whether it is here because the facilitator said so
     */
    public record Because(String id, String question, List<String> on, boolean overruled) {
        public Because {
            on = List.copyOf(on);
        }
    }
}
