package org.tafelronde.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.Map;
import org.tafelronde.Server;
import org.tafelronde.testing.Chromium;

/** The whole program with a database of its own, and a real browser that people open it with. */
final class House implements AutoCloseable {
    private final Chromium chromium;
    private final Server server;

    private House(Chromium chromium, Server server) {
        this.chromium = chromium;
        this.server = server;
    }

    static House open(Path folder) {
        Chromium chromium = Chromium.start();
        Server server = Server.start(
                Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"), "micronaut.server.port", "-1"));
        return new House(chromium, server);
    }

    Browser browser() {
        return chromium.browser();
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
