/** The command line: a word for each job. */
@NullMarked
package org.tafelronde.cli;

import org.jspecify.annotations.NullMarked;
