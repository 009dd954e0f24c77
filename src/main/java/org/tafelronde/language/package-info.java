/** Dutch and English words, by Lucene's analysers: the only room that knows them. */
@NullMarked
package org.tafelronde.language;

import org.jspecify.annotations.NullMarked;
