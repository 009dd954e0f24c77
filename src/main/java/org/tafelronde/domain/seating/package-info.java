/** Who sits where: a rotation that lets people meet as many others as can be. Pure: it knows people and tables, not cafés. */
@NullMarked
package org.tafelronde.domain.seating;

import org.jspecify.annotations.NullMarked;
