package org.tafelronde.outbox;

/** Who wants to know how deliveries ended. Called after it is written down; what it misses by a crash it must find by itself. */
public interface Receipts {
    /** It is said: its message can be answered. */
    void sent(Delivery delivery);

    /** It will not be said unless a person acts. */
    void failed(Delivery delivery);
}
