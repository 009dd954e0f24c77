package org.tafelronde.slack;

import org.tafelronde.testing.Needs;

/** The same café in a Slack that we did not write. */
class EmulateCafeTest extends CafeInSlack {
    @Override
    World world() {
        return new EmulateWorld(Needs.emulate(), 9);
    }
}
