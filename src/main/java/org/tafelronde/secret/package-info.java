/** The server's one secret: it signs what others carry for us, and locks what nobody else is to read. */
@NullMarked
package org.tafelronde.secret;

import org.jspecify.annotations.NullMarked;
