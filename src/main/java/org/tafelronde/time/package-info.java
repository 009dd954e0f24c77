/** When. The only room that asks what time it is, or waits. */
@NullMarked
package org.tafelronde.time;

import org.jspecify.annotations.NullMarked;
