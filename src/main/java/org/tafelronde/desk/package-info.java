/** What the facilitator watches: one live page for each café, in the browser of whoever runs it. It looks, says commands, and keeps nothing. */
@NullMarked
package org.tafelronde.desk;

import org.jspecify.annotations.NullMarked;
