package org.tafelronde.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;
import org.tafelronde.outbox.Transactions;

/** The database's own transactions; on SQLite, several turns in one. */
@Singleton
final class JdbcTransactions implements Transactions {
    private final TransactionOperations<Connection> operations;
    private final Convoy convoy;
    private final DatabaseUrl url;

    JdbcTransactions(TransactionOperations<Connection> operations, DatabaseUrl url) {
        this.operations = operations;
        this.convoy = new Convoy(operations);
        this.url = url;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        if (inside()) {
            return work.get();
        }
        try {
            return url.isSqlite() ? convoy.run(work) : operations.executeWrite(status -> work.get());
        } catch (RuntimeException e) {
            throw Trouble.orElse(e, url);
        }
    }

    /** For what gives nothing back. */
    void inOne(Runnable work) {
        inOne(() -> {
            work.run();
            return true;
        });
    }

    /** Several reads that must fit together. They wait for nobody. */
    <T> T reading(Supplier<T> work) {
        return inside() ? work.get() : operations.executeRead(status -> work.get());
    }

    /** How many turns wait to be written. */
    int waiting() {
        return convoy.waiting();
    }

    private boolean inside() {
        return operations.findTransactionStatus().isPresent();
    }
}
