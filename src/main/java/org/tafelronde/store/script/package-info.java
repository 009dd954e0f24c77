/** Scripts are YAML files: their form, what is wrong in them, and the folder that they are in. */
@NullMarked
package org.tafelronde.store.script;

import org.jspecify.annotations.NullMarked;
