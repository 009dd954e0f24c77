/** Everything that came up: prompts, questions, votes, answers, and the digest made from them. */
@NullMarked
package org.tafelronde.domain.harvest;

import org.jspecify.annotations.NullMarked;
