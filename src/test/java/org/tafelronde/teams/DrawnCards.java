package org.tafelronde.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tafelronde.testing.Needs;

/** Cards in a browser, drawn by the renderer that Microsoft publishes, in about the looks of Teams. */
final class DrawnCards implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final int LAPTOP = 620;
    private static final int PHONE = 360;

    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><style>
            body { margin: 12px; background: #f5f5f5; font: 14px "Segoe UI", "DejaVu Sans", sans-serif; }
            #card { background: #fff; border: 1px solid #e0e0e0; border-radius: 6px; }
            button { min-height: 32px; padding: 4px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; }
            button.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
            button.style-destructive { color: #c4314b; border-color: #c4314b; }
            textarea, input[type=text] { box-sizing: border-box; width: 100%; min-height: 32px; border: 1px solid #d1d1d1;
              border-radius: 4px; padding: 6px; font: inherit; }
            </style><div id="card"></div>""";

    /** Draws it, and gives back all that the renderer complains of. */
    private static final String DRAW = """
            json => {
              const card = new AdaptiveCards.AdaptiveCard();
              card.hostConfig = new AdaptiveCards.HostConfig({
                fontFamily: '"Segoe UI", "DejaVu Sans", sans-serif',
                spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 14 },
                fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
                containerStyles: { emphasis: { backgroundColor: '#f0f0f7', foregroundColors: {
                  default: { default: '#242424', subtle: '#616161' } } } },
                actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 6,
                  spacing: 'default' } });
              const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
              card.parse(JSON.parse(json), context);
              const complaints = [];
              for (let i = 0; i < context.eventCount; i++) complaints.push(context.getEventAt(i).message);
              card.validateProperties().validationEvents.forEach(e => complaints.push(e.message));
              document.getElementById('card').replaceChildren(card.render());
              return complaints;
            }""";

    private final Playwright playwright;
    private final Page page;

    private DrawnCards(Playwright playwright, Page page) {
        this.playwright = playwright;
        this.page = page;
    }

    /**
     * @param picture what every picture shows
     */
    static DrawnCards open(Path picture) {
        Path script = Needs.adaptiveCards();
        Path executable = Needs.browser();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
        Page page = browser.newPage();
        Route.FulfillOptions shown =
                new Route.FulfillOptions().setContentType("image/png").setBodyBytes(bytes(picture));
        page.route(url -> url.startsWith("https://"), route -> route.fulfill(shown));
        page.setContent(PAGE);
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(script));
        return new DrawnCards(playwright, page);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return what is wrong with it
     */
    @SuppressWarnings("unchecked")
    List<String> draw(JsonNode card) {
        return (List<String>) page.evaluate(DRAW, new String(Json.bytes(card), StandardCharsets.UTF_8));
    }

    /** On a laptop and on a phone. */
    void keep(String name, JsonNode card) {
        for (int width : List.of(LAPTOP, PHONE)) {
            page.setViewportSize(width, 400);
            draw(card);
            page.waitForFunction(
                    "n => document.images.length === n && [...document.images].every(i => i.naturalWidth > 0)",
                    (int) card.findValuesAsText("type").stream()
                            .filter("Image"::equals)
                            .count());
            String file = "teams-" + name + (width == PHONE ? "-phone" : "") + ".png";
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(file)));
        }
    }

    /** How far the widest thing reaches beyond its card. */
    int sticksOut() {
        return ((Number) page.evaluate(
                        "() => { const c = document.getElementById('card'); return c.scrollWidth - c.clientWidth; }"))
                .intValue();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
