/** Kept until said, in order: outgoing messages from the moment they are promised until a platform has them. */
@NullMarked
package org.tafelronde.outbox;

import org.jspecify.annotations.NullMarked;
