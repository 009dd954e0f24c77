package org.tafelronde.desk;

import org.jspecify.annotations.Nullable;
import org.tafelronde.domain.session.Session;
import org.tafelronde.flow.HarvestReader;
import org.tafelronde.flow.HarvestSoFar;
import org.tafelronde.flow.Stores;

/** What the questions of one session come to: looked at once for all its desks, and again only when something changed. */
final class Findings {
    private final Stores stores;
    private final HarvestReader reader;

    @Nullable
    private HarvestSoFar known;

    Findings(Stores stores) {
        this.stores = stores;
        this.reader = new HarvestReader(stores);
    }

    /**
     * @param session always the same one, as it is now
     */
    synchronized HarvestSoFar of(Session session) {
        String id = session.setting().id();
        String stamp = HarvestSoFar.stamp(
                session, stores.harvests().questions(id), stores.harvests().overrulings(id));
        HarvestSoFar before = known;
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        HarvestSoFar now = reader.look(session);
        known = now;
        return now;
    }
}
