package org.tafelronde.flow;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.tafelronde.chat.Preflight;
import org.tafelronde.domain.harvest.Linguist;
import org.tafelronde.outbox.Addresses;
import org.tafelronde.outbox.Deliveries;
import org.tafelronde.outbox.Transactions;
import org.tafelronde.outbox.Translation;
import org.tafelronde.time.Ids;

/** Everything that the flows read from and write to, together. */
public record Stores(
        Sessions sessions,
        Timers timers,
        Harvests harvests,
        Memory memory,
        Scripts scripts,
        Shelf shelf,
        Deliveries deliveries,
        Addresses addresses,
        Transactions transactions,
        Digests digests,
        Lists lists,
        Ids ids,
        InstantSource clock,
        Supplier<List<Preflight>> preflights,
        Desks desks,
        Linguist linguist) {

    /** Puts the platforms' own ids into what is answered at once, as the Courier does with what waits. */
    Translation translation() {
        return new Translation(addresses, deliveries);
    }
}
