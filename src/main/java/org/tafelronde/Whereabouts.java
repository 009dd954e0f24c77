package org.tafelronde;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The address in the links that the bot gives: what was set, or else this machine's own name for itself while nobody else can come in. */
@Singleton
final class Whereabouts implements ApplicationEventListener<ServerStartupEvent> {
    private final PropertyResolver settings;
    private volatile Optional<Integer> port = Optional.empty();

    Whereabouts(PropertyResolver settings) {
        this.settings = settings;
    }

    /** With port 0 or -1 the machine chooses: which one it became is known from here on. */
    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        port = Optional.of(event.getSource().getPort());
    }

    /** Empty while no page is served, and when people come from elsewhere but nobody said under which address. */
    Optional<String> address() {
        if (port.isEmpty()) {
            return Optional.empty();
        }
        Address set = Address.of(settings);
        return set.baseUrl()
                .or(() -> isLoopback(set.host()) ? port.map(p -> "http://localhost:" + p) : Optional.empty());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
