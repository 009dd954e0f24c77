package org.tafelronde.outbox;

import java.util.function.Supplier;

/** All or nothing. */
public interface Transactions {
    /**
     * Runs the work in one transaction; inside another it joins that one. Where the database could not keep it the work may be run again,
     * perhaps by another thread: so it changes nothing but what is stored.
     *
     * @throws RuntimeException what the work threw; then nothing of it is kept
     */
    <T> T inOne(Supplier<T> work);
}
