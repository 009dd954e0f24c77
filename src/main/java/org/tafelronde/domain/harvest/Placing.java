package org.tafelronde.domain.harvest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafelronde.domain.script.ReferenceCard;
import org.tafelronde.domain.script.Script;

/**
 * Which topic of the reference card a question is about (F53).
 *
 * @param text the question's words, naming nobody
 * @param suggested what the program found, and by which words; empty: nothing on the card
 * @param is what counts: what was suggested, or what the facilitator said instead
 */
public record Placing(Question question, String text, Optional<CardMatch> suggested, Optional<ReferenceCard.Topic> is) {

    /** Whether the facilitator said otherwise than the program. */
    public boolean isOverruled() {
        return !suggested.map(CardMatch::topic).equals(is);
    }

    /** All questions that stand, by their ids, in the order in which they were asked. */
    public static Map<String, Placing> all(Harvest harvest, Linguist linguist) {
        Script script = harvest.session().script();
        return all(harvest, new CardMatching(script.card(), linguist, script.language()));
    }

    /**
     * The same, for who looks again and again.
     *
     * @param matching for the card of the harvest's script
     */
    public static Map<String, Placing> all(Harvest harvest, CardMatching matching) {
        return all(harvest, matching, ChathamHouse.of(harvest.session()));
    }

    static Map<String, Placing> all(Harvest harvest, CardMatching matching, ChathamHouse chathamHouse) {
        Script script = harvest.session().script();
        Map<String, Optional<String>> ruled = ruled(harvest.overrulings());
        Map<String, Placing> all = new LinkedHashMap<>();
        for (Question q : harvest.standing()) {
            String text = chathamHouse.words(q.text());
            // What was asked at no table or in no round was asked nowhere.
            boolean somewhere = q.theme().isPresent() && q.round().isPresent();
            Optional<CardMatch> suggested = matching.of(
                    chathamHouse.unmarked(text),
                    somewhere ? q.theme() : Optional.empty(),
                    somewhere ? q.round() : OptionalInt.empty());
            Optional<ReferenceCard.Topic> is = ruled.containsKey(q.id())
                    ? Objects.requireNonNull(ruled.get(q.id())).flatMap(script.card()::topic)
                    : suggested.map(CardMatch::topic);
            all.put(q.id(), new Placing(q, text, suggested, is));
        }
        return all;
    }

    /** By a question's id: what was said about it last, and stands. */
    private static Map<String, Optional<String>> ruled(List<Overruling> overrulings) {
        Map<String, Optional<String>> ruled = new LinkedHashMap<>();
        overrulings.stream()
                .filter(Overruling::stands)
                .map(Overruling::ruling)
                .filter(Overruling.Ruling.About.class::isInstance)
                .map(Overruling.Ruling.About.class::cast)
                .forEach(about -> ruled.put(about.question(), about.is()));
        return ruled;
    }
}
