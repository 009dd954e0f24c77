package org.tafelronde.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: a laptop, or a phone. */
final class Guest implements AutoCloseable {
    /** On a phone somewhere on the road nobody waits for more. */
    static final int MOST_BYTES = 150_000;

    private static final int TIMEOUT_MS = 15_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final String name;
    private final boolean phone;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Guest(String name, boolean phone, BrowserContext context) {
        this.name = name;
        this.phone = phone;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(TIMEOUT_MS);
        page.onPageError(complaints::add);
    }

    static Guest withLaptop(String name, Browser browser) {
        return new Guest(name, false, browser.newContext(options(1280, 800)));
    }

    static Guest withPhone(String name, Browser browser) {
        return new Guest(
                name,
                true,
                browser.newContext(options(390, 844).setIsMobile(true).setHasTouch(true)));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("nl-NL");
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    /** What went wrong in the page's own code. */
    List<String> complaints() {
        return complaints;
    }

    void opens(String url) {
        page.navigate(url);
    }

    Locator at(String hook) {
        return page.locator("[data-test=" + hook + "]:visible");
    }

    void clicks(String hook) {
        at(hook).first().click();
    }

    void fills(String hook, String text) {
        at(hook).first().fill(text);
    }

    /** Presses a button of the bot's, by the command behind it; the newest one, when there are several. */
    void presses(String command) {
        page.locator("[data-test=press][data-action*='" + command + "']:visible")
                .last()
                .click();
    }

    /** Goes to the first place of a kind: from the list beside, on a phone from the list behind the bar. */
    void goesTo(String kind) {
        if (phone) {
            // While somebody types, the keyboard stands where the bar is.
            page.evaluate("document.activeElement.blur()");
            clicks("bar-places");
        }
        page.locator("[data-kind=" + kind + "]:visible").first().click();
        at("place-title").first().waitFor();
    }

    /** A command, typed where everybody writes. */
    void types(String command) {
        fills("write-box", command);
        clicks("send");
    }

    /**
     * Answers the prompt of now: where there is room its thread stands open beside it, on a phone the box is under it. While prompts come
     * in, the box may go elsewhere under somebody's hands; then they write again.
     */
    void answers(String text) {
        for (int more = 5; more >= 0; more--) {
            try {
                answersOnce(text);
                return;
            } catch (PlaywrightException e) {
                if (more == 0 || page.isClosed()) {
                    throw e;
                }
            }
        }
    }

    private void answersOnce(String text) {
        Locator boxes = page.locator("[data-test=reply-box]:visible, [data-test=answer-box]:visible");
        boxes.or(at("answer-here")).first().waitFor();
        if (boxes.count() == 0) {
            at("answer-here").last().click();
        }
        // This very box and its own button: meanwhile another prompt may come and have a box too.
        ElementHandle box = boxes.first().elementHandle();
        box.fill(text, new ElementHandle.FillOptions().setTimeout(1_000));
        box.evaluateHandle("box => box.form.querySelector('[data-test$=send]')")
                .asElement()
                .click(new ElementHandle.ClickOptions().setTimeout(1_000));
    }

    void sees(String text) {
        sees(text, TIMEOUT_MS);
    }

    void sees(Pattern text) {
        page.getByText(text).locator("visible=true").first().waitFor();
    }

    void sees(String text, int patienceMs) {
        page.getByText(text)
                .locator("visible=true")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(patienceMs));
    }

    /** All that is found so has gone. */
    void seesNoMore(String selector) {
        page.waitForCondition(() -> page.locator(selector).count() == 0);
    }

    /** Kept as build output, to be looked at; what just appears is wholly there. */
    void keepsPicture(String moment) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve(moment + ".png")));
    }

    /** The same, from top to bottom. */
    void keepsWholePicture(String moment) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(moment + ".png")));
    }

    /** What keeps people with a disability out, found by axe, when what just appears is wholly there. */
    List<String> barriers() {
        page.waitForFunction("""
                () => document.getAnimations().every((a) =>
                    a.playState !== 'running' || a.effect.getTiming().iterations === Infinity || a.animationName !== 'appear')
                """);
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Guest::told).toList();
    }

    /** What this page and its files weigh on their way here, without pictures, in bytes. */
    int weight() {
        return ((Number) page.evaluate("""
                performance.getEntries()
                    .filter((e) => ['navigation', 'resource'].includes(e.entryType) && !/\\.(png|jpe?g|gif|webp)$/.test(e.name))
                    .reduce((sum, e) => sum + e.transferSize, 0)
                """)).intValue();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(n -> n.getHtml()).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
