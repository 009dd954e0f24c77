/** Where it is kept: SQLite by default, PostgreSQL by a setting. */
@NullMarked
package org.tafelronde.store;

import org.jspecify.annotations.NullMarked;
