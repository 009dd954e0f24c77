/** What management reads: the digest in every format, and the facilitator's session file. One model, so that the numbers are equal. */
@NullMarked
package org.tafelronde.report;

import org.jspecify.annotations.NullMarked;
