package org.tafelronde.flow;

import java.util.List;
import java.util.Map;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Overruling;
import org.tafelronde.domain.harvest.Placing;
import org.tafelronde.domain.harvest.Question;
import org.tafelronde.domain.session.Participant;
import org.tafelronde.domain.session.Session;

/**
 * What the questions come to at a moment, for who runs the session: the same as the digest would say (F46, F53).
 *
 * @param placed the questions that stand, by their ids, in the order in which they were asked
 * @param alike those that say nearly the same, a list for each group
 * @param coverage of each theme and round; empty where the script has no card
 */
public record HarvestSoFar(
        Harvest harvest, Map<String, Placing> placed, List<List<Question>> alike, List<Coverage> coverage) {
    public HarvestSoFar {
        alike = alike.stream().map(List::copyOf).toList();
        coverage = List.copyOf(coverage);
    }

    public String stamp() {
        return stamp(harvest.session(), harvest.questions(), harvest.overrulings());
    }

    /**
     * Changes whenever another look would find something else. It is cheap beside the look.
     *
     * @param questions all of the session
     * @param decisions all of the session
     */
    public static String stamp(Session session, List<Question> questions, List<Overruling> decisions) {
        // No digest names anybody, so a name that is new changes words.
        List<String> names =
                session.roster().all().stream().map(Participant::name).toList();
        return Integer.toHexString(questions.hashCode())
                + Integer.toHexString(decisions.hashCode())
                + Integer.toHexString(names.hashCode());
    }
}
