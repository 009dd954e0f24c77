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
}
