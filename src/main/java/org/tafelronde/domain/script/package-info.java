/** The written plan of a café: themes, steps, texts, times. */
@NullMarked
package org.tafelronde.domain.script;

import org.jspecify.annotations.NullMarked;
