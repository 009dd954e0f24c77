/** One running of a script: who is there, where it stands, what happens next. It is handed the time and never asks for it. */
@NullMarked
package org.tafelronde.domain.session;

import org.jspecify.annotations.NullMarked;
