package org.tafelronde.store;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SQLite has one writer at a time, and every commit waits for the disk. So who comes while somebody writes goes along in the next
 * transaction, with everybody else who came: one wait for all of them. Each has a savepoint: one that fails is taken back alone.
 */
final class Convoy {
    /** So that nobody waits long for the work of others. */
    private static final int MOST_TOGETHER = 32;

    private final TransactionOperations<Connection> operations;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Queue<Job<?>> waiting = new ConcurrentLinkedQueue<>();

    Convoy(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** Whoever has the turn does the work of all who wait; most find theirs done when their own turn comes. */
    <T> T run(Supplier<T> work) {
        Job<T> job = new Job<>(work);
        waiting.add(job);
        turn.lock();
        try {
            while (!job.ended) {
                write(next());
            }
        } finally {
            turn.unlock();
        }
        return job.outcome();
    }

    int waiting() {
        return waiting.size();
    }

    private List<Job<?>> next() {
        List<Job<?>> jobs = new ArrayList<>();
        Job<?> job;
        while (jobs.size() < MOST_TOGETHER && (job = waiting.poll()) != null) {
            jobs.add(job);
        }
        return jobs;
    }

    private void write(List<Job<?>> jobs) {
        if (jobs.size() == 1 || !together(jobs)) {
            jobs.forEach(this::alone);
        }
    }

    /**
     * @return false when nothing of it was kept: one of them broke the transaction that all were in
     */
    private boolean together(List<Job<?>> jobs) {
        try {
            operations.executeWrite(status -> {
                jobs.forEach(job -> inSavepoint(job, status));
                if (status.isRollbackOnly()) {
                    throw new IllegalStateException("one of them broke the transaction");
                }
                return jobs;
            });
        } catch (RuntimeException e) {
            return false;
        }
        jobs.forEach(job -> job.ended = true);
        return true;
    }

    private static void inSavepoint(Job<?> job, TransactionStatus<Connection> status) {
        Connection connection = status.getConnection();
        try {
            Savepoint before = connection.setSavepoint();
            job.run();
            if (job.failure == null) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("one of them broke the transaction", e);
        }
    }

    private void alone(Job<?> job) {
        try {
            operations.executeWrite(status -> {
                job.run();
                if (job.failure != null) {
                    throw new TakeBack();
                }
                return job;
            });
        } catch (TakeBack e) {
            // It is the job's own failure that its owner hears of.
        } catch (RuntimeException | Error e) {
            job.failure = e;
        } finally {
            job.ended = true;
        }
    }

    /** One turn's work and what came of it. Guarded by the turn. */
    private static final class Job<T> {
        private final Supplier<T> work;
        private @Nullable T result;
        private @Nullable Throwable failure;
        private boolean ended;

        Job(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            failure = null;
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        @SuppressWarnings("NullAway") // The result is what the work gave.
        T outcome() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            return result;
        }
    }

    private static final class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
