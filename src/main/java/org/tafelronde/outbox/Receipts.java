package org.tafelronde.outbox;

import java.util.List;

/** Who wants to know how deliveries ended. Called after it is written down; what it misses by a crash it must find by itself. */
public interface Receipts {
    /** It is said: its message can be answered. */
    void sent(Delivery delivery);

    /** They will not be said unless a person acts: what was found out at the same time comes together. */
    void failed(List<Delivery> deliveries);
}
