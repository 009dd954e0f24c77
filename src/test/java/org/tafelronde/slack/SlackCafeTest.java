package org.tafelronde.slack;

class SlackCafeTest extends CafeInSlack {
    @Override
    World world() {
        return new FakeWorld();
    }
}
