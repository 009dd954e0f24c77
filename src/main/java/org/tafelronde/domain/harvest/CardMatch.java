package org.tafelronde.domain.harvest;

import java.util.List;
import org.tafelronde.domain.script.ReferenceCard;

/**
 * A question is about a topic of the reference card, and why.
 *
 * @param on the question's words by which it was recognised, in its order: "bewaren", "hoe lang"
 */
public record CardMatch(ReferenceCard.Topic topic, List<String> on) {
    public CardMatch {
        on = List.copyOf(on);
    }
}
