/** Virtual people and a fast clock: a whole café without anybody, through the same doors as real people. */
@NullMarked
package org.tafelronde.rehearsal;

import org.jspecify.annotations.NullMarked;
