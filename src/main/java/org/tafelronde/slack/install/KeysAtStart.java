package org.tafelronde.slack.install;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Looks at the keys when the server starts; where nothing is set for Slack, nothing is looked at and no database is opened for it. */
@Singleton
@Requires(condition = SlackIsWanted.class)
final class KeysAtStart implements ApplicationEventListener<ServerStartupEvent> {
    private final Keyring keyring;

    KeysAtStart(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        keyring.tellWhatIsLocked();
    }
}
