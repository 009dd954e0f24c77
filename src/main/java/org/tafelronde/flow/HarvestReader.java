package org.tafelronde.flow;

import java.util.Map;
import java.util.Optional;
import org.tafelronde.domain.harvest.CardMatching;
import org.tafelronde.domain.harvest.Coverage;
import org.tafelronde.domain.harvest.Harvest;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.domain.harvest.Placing;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Session;

/**
 * Looks at what one session's questions come to, again and again. Reading the card and every question word by word is what takes long, so
 * words that were read once are not read again. It is for one thread at a time.
 */
public final class HarvestReader {
    private final Stores stores;
    private final Linguist linguist;
    private Optional<CardMatching> matching = Optional.empty();

    public HarvestReader(Stores stores) {
        this.stores = stores;
        this.linguist = stores.linguist().remembering();
    }

    /**
     * @param session always the same one, as it is now
     */
    public HarvestSoFar look(Session session) {
        Harvest harvest = stores.harvests().of(session);
        Script script = session.script();
        CardMatching card = matching.orElseGet(() -> new CardMatching(script.card(), linguist, script.language()));
        matching = Optional.of(card);
        Map<String, Placing> placed = Placing.all(harvest, card);
        return new HarvestSoFar(harvest, placed, harvest.alike(linguist), Coverage.of(harvest, placed));
    }
}
