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
        setCurrentTransactionMode(readOnly ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    }

    /** Where the disk is full SQLite has taken everything back by itself, and says that there is nothing to take back. */
    @Override
    public void rollback() throws SQLException {
        try {
            super.rollback();
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
            // As the driver does after a rollback: the next transaction begins.
            getDatabase().exec(transactionPrefix(), getAutoCommit());
            setFirstStatementExecuted(false);
            setCurrentTransactionMode(getConnectionConfig().getTransactionMode());
        }
    }
}
