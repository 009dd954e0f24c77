package org.tafelronde.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tafelronde.Server;
import org.tafelronde.testing.Needs;

/** The whole program with a database of its own, and a real browser that people open it with. */
final class House implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Server server;

    private House(Playwright playwright, Browser browser, Server server) {
        this.playwright = playwright;
        this.browser = browser;
        this.server = server;
    }

    static House open(Path folder) {
        Path executable = Needs.browser();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
        Server server = Server.start(
                Map.of("tafelronde.db", "jdbc:sqlite:" + folder.resolve("cafe.db"), "micronaut.server.port", "-1"));
        return new House(playwright, browser, server);
    }

    Browser browser() {
        return browser;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    String address() {
        return server.address();
    }

    /** Whoever still has a page open is kept as a picture: it shows where a story broke off. */
    @Override
    public void close() {
        browser.contexts()
                .forEach(c -> c.pages()
                        .getFirst()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "screenshots", "last-" + c.hashCode() + ".png"))));
        server.close();
        playwright.close();
    }
}
