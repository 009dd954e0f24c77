/** What happens when: each thing that is heard, and each moment that is due, becomes one transaction. */
@NullMarked
package org.tafelronde.flow;

import org.jspecify.annotations.NullMarked;
