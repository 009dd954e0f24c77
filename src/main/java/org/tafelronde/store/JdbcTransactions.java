package org.tafelronde.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tafelronde.outbox.Transactions;

/**
 * The database's own transactions. SQLite has one writer at a time; who asks first writes first, instead of everybody trying again and
 * again for as long as luck has it.
 */
@Singleton
final class JdbcTransactions implements Transactions {
    private final TransactionOperations<Connection> operations;
    private final DatabaseUrl url;
    private final ReentrantLock turn = new ReentrantLock(true);

    JdbcTransactions(TransactionOperations<Connection> operations, DatabaseUrl url) {
        this.operations = operations;
        this.url = url;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        if (inside()) {
            return work.get();
        }
        boolean oneWriter = url.isSqlite();
        if (oneWriter) {
            turn.lock();
        }
        try {
            return operations.executeWrite(status -> work.get());
        } catch (RuntimeException e) {
            throw Trouble.orElse(e, url);
        } finally {
            if (oneWriter) {
                turn.unlock();
            }
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

    private boolean inside() {
        return operations.findTransactionStatus().isPresent();
    }
}
