package org.tafelronde.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tafelronde.chat.Person;

/**
 * What stands in a channel and one person alone sees: a "targeted message". Documents disagree about who has them, so they are switched on by
 * a setting, and a team that refuses one is asked for none again as long as this program runs.
 */
final class Targeted {
    private static final Logger LOG = LoggerFactory.getLogger(Targeted.class);
    private static final Set<Integer> NO_SUCH_THING = Set.of(400, 403, 404, 405, 501);

    private final Connector connector;
    private final Known known;
    private final boolean wanted;
    private final Set<String> without = ConcurrentHashMap.newKeySet();

    /** Where in a team somebody wrote or pressed: a thread, by the connector's name for it. */
    record Spot(TeamsId place, String conversation) {}

    Targeted(Connector connector, Known known, TeamsSettings settings) {
        this.connector = connector;
        this.known = known;
        this.wanted = settings.targeted();
    }

    /**
     * @return whether it was said; else it is to be said where they and the bot are alone
     */
    boolean say(Person who, Spot there, ObjectNode message) {
        Optional<String> account = known.account(who.id());
        String team = there.place().team();
        if (!wanted || there.place().isAlone() || account.isEmpty() || without.contains(team)) {
            return false;
        }
        try {
            connector.sayTo(account.get(), there.place(), there.conversation(), message);
            return true;
        } catch (TeamsSaysNo e) {
            if (NO_SUCH_THING.contains(e.status()) && without.add(team)) {
                LOG.info(
                        "a team takes no targeted messages (HTTP {}): what one person should see is said alone",
                        e.status());
            }
            return false;
        } catch (TeamsAsksPatience e) {
            return false;
        }
    }
}
