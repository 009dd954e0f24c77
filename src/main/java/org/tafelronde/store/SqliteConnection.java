package org.tafelronde.store;

import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * The driver refuses to change whether a connection only reads once it is open; a transaction says that each time. Here it says whether the
 * transaction asks for the right to write at its beginning, where waiting for it is possible, or never.
 */
final class SqliteConnection extends JDBC4Connection {
    SqliteConnection(String url, String file, Properties settings) throws SQLException {
        super(url, file, settings);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        begins(readOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    }

    /** What the driver goes by when it begins a transaction; its "current mode" is only remembered. */
    private void begins(TransactionMode mode) {
        getConnectionConfig().setTransactionMode(mode);
    }

    @Override
    public void commit() throws SQLException {
        ending(super::commit);
    }

    /** Where the disk is full SQLite has taken everything back by itself, and says that there is nothing to take back. */
    @Override
    public void rollback() throws SQLException {
        ending(() -> {
            try {
                super.rollback();
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw e;
                }
                // As the driver does after a rollback: the next transaction begins.
                getDatabase().exec(transactionPrefix(), getAutoCommit());
                setFirstStatementExecuted(false);
            }
        });
    }

    private interface Ending {
        void end() throws SQLException;
    }

    /**
     * As soon as a transaction ends the driver begins another, which nobody asked for. It must not ask for the right to write: while somebody
     * else has that right, asking fails after all was well, and leaves a connection on which the next turn is not one transaction.
     */
    private void ending(Ending how) throws SQLException {
        TransactionMode mode = getConnectionConfig().getTransactionMode();
        begins(TransactionMode.DEFERRED);
        try {
            how.end();
        } finally {
            begins(mode);
        }
    }
}
