package org.tafelronde.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facilitator runs a rehearsal from the desk: a laptop beside the chat, and a phone. */
class DeskTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void opens() {
        house = House.open(folder);
    }

    @AfterEach
    void closes() {
        if (house != null) {
            house.close();
        }
    }

    /** In the plan, counted from zero. */
    private static final int FIRST_ROUND = 3;

    @Test
    void a_rehearsal_is_watched_and_run_from_the_desk() {
        Guest ada = Guest.withLaptop("Ada", house.browser());
        String link = rehearses(ada, "20");
        // A browser without a pass: the link is all that it needs, and all that it has.
        Guest desk = Guest.withLaptop("The desk", house.browser());
        desk.opens(link);

        desk.at("do-skip").waitFor();
        desk.keepsPicture("desk-0-welcome");
        assertThat(desk.weight()).isBetween(1_000, Guest.MOST_BYTES);
        theFirstRoundBegins(desk);
        desk.page().locator("[data-test=cell][data-state=has]").first().waitFor();
        desk.keepsPicture("desk-1-round");
        assertThat(desk.barriers()).isEmpty();

        aPauseIsUndone(desk);
        moreTimeIsShownBeforeItIsGiven(desk);
        whatDidNotArriveIsTriedAgain(desk);
        anEmptyCellIsSeenInTime(desk);
        inTheDarkAndOnPaper(desk);
        onThePhone(link);
        somethingHappensAndSomebodyMoves(desk);
        theRestIsSkippedToTheEnd(desk);
        assertThat(desk.complaints()).isEmpty();
        desk.close();
        ada.close();
    }

    private String rehearses(Guest ada, String speed) {
        ada.opens(house.address());
        ada.clicks("rehearsal-options");
        ada.at("speed").selectOption(speed);
        ada.clicks("start-rehearsal");
        ada.goesTo("DIRECT");
        ada.at("link").waitFor();
        return ada.at("link").first().getAttribute("href");
    }

    private static void theFirstRoundBegins(Guest desk) {
        for (int step = 0; step < FIRST_ROUND; step++) {
            desk.page()
                    .locator("[data-test=step-" + step + "][aria-current=step]")
                    .waitFor();
            desk.clicks("do-skip");
            desk.sees(Pattern.compile("zou tot \\d\\d:\\d\\d duren"));
            desk.clicks("confirm");
        }
        desk.sees("Ronde 1 van 3");
    }

    private static void aPauseIsUndone(Guest desk) {
        desk.clicks("do-pause");
        desk.sees("De klok staat stil tot je verdergaat.");
        desk.keepsPicture("desk-2-pause-asked");
        desk.clicks("confirm");
        desk.at("do-resume").waitFor();
        desk.sees(Pattern.compile("de klok staat stil"));
        desk.keepsPicture("desk-3-paused");
        assertThat(desk.barriers()).isEmpty();
    }

    private static void moreTimeIsShownBeforeItIsGiven(Guest desk) {
        desk.clicks("undo");
        desk.at("do-extend").waitFor();
        String before = talkEnds(desk);
        desk.clicks("do-extend");
        desk.sees(Pattern.compile("zou tot \\d\\d:\\d\\d duren, en het café zou om \\d\\d:\\d\\d eindigen"));
        assertThat(talkEnds(desk)).as("nothing has changed yet").isEqualTo(before);
        desk.keepsPicture("desk-4-extend-asked");
        assertThat(desk.barriers()).isEmpty();
        // Twice, as impatient people do.
        desk.page().locator("[data-test=preview] [data-test=confirm]").dblclick();
        desk.page().waitForCondition(() -> minutes(talkEnds(desk)) == minutes(before) + 5);
        desk.at("undo").waitFor();
        desk.keepsPicture("desk-5-extended");
        desk.clicks("undo");
        desk.page().waitForCondition(() -> minutes(talkEnds(desk)) == minutes(before));
    }

    /** "tot 10:49", in the plan. */
    private static String talkEnds(Guest desk) {
        return desk.page().locator(".plan-step.is-now .plan-to").innerText().replaceFirst("^tot ", "");
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3, 5));
    }

    /** A table's place is closed by somebody: what is said to it does not arrive, until it is open again. */
    private void whatDidNotArriveIsTriedAgain(Guest desk) {
        sql("update web_place set archived = 1 where kind = 'TABLE' and title = 'Privacy'");
        desk.clicks("do-broadcast");
        desk.fills("words", "Over tien minuten is er koffie.");
        desk.keepsPicture("desk-6-broadcast");
        desk.clicks("confirm");
        desk.at("blocked").first().waitFor();
        desk.sees("De ruimte is gearchiveerd: maak een nieuwe met /cafe heropen TAFEL. (Privacy)");
        desk.keepsPicture("desk-7-blocked");
        assertThat(desk.barriers()).isEmpty();
        sql("update web_place set archived = 0 where kind = 'TABLE'");
        desk.clicks("retry");
        desk.seesNoMore("[data-test=blocked]");
    }

    private void anEmptyCellIsSeenInTime(Guest desk) {
        // Past the middle of a round's talk, and well before its end.
        desk.page()
                .waitForCondition(
                        () -> fill(desk) > 33 && fill(desk) < 48,
                        new Page.WaitForConditionOptions().setTimeout(150_000));
        desk.clicks("do-pause");
        desk.clicks("confirm");
        desk.at("do-resume").waitFor();
        // Virtual people go on asking while the clock stands still.
        runs("create trigger nobody_asks after insert on question when new.theme = 'privacy'"
                + " begin delete from question where id = new.id; end");
        sql("delete from question where theme = 'privacy'");
        desk.page().locator("[data-test=cell][data-state=soon]").first().waitFor();
        desk.sees(Pattern.compile("leeg, nog \\d+ min"));
        desk.sees("dreigt leeg te blijven");
        // What the questions come to is there a little later.
        desk.page().locator("[data-test=fold-questions-privacy].is-empty").waitFor();
        desk.page().evaluate("document.querySelector('.toast')?.remove()");
        desk.keepsWholePicture("desk-8-empty-cell");
        assertThat(desk.barriers()).isEmpty();
    }

    /** How much of the round under way is over, in hundredths of it and of the time to change tables. */
    private static double fill(Guest desk) {
        return ((Number) desk.page().evaluate("""
                parseFloat(document.querySelector('.piece.is-now.is-round .fill')?.style.width ?? '0')
                """)).doubleValue();
    }

    private static void inTheDarkAndOnPaper(Guest desk) {
        desk.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE));
        desk.keepsWholePicture("desk-8-dark");
        assertThat(desk.barriers()).isEmpty();
        desk.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setMedia(Media.PRINT));
        desk.keepsWholePicture("desk-8-paper");
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void somethingHappensAndSomebodyMoves(Guest desk) {
        desk.clicks("do-intervene");
        desk.at("where").selectOption(new SelectOption().setIndex(1));
        desk.keepsPicture("desk-11-intervene");
        desk.clicks("confirm");
        desk.at("toast").waitFor();

        desk.clicks("do-move");
        String somebody = desk.at("who").locator("option").first().innerText();
        String where = desk.page()
                .locator("[data-test^=table-]:not(:has-text('" + somebody + "'))")
                .last()
                .getAttribute("data-test")
                .replaceFirst("^table-", "");
        desk.at("where").selectOption(where);
        desk.keepsPicture("desk-12-move");
        desk.clicks("confirm");
        desk.page()
                .locator("[data-test=table-" + where + "]:has-text('" + somebody + "')")
                .waitFor();
    }

    /** A round is skipped twice: its talk, and the time to change tables. */
    private static void theRestIsSkippedToTheEnd(Guest desk) {
        int steps = desk.page().locator("[data-test^=step-]").count();
        for (int step = FIRST_ROUND; step < steps; step++) {
            Locator over = desk.page()
                    .locator("[data-test=step-" + step + "].is-done")
                    .or(desk.page().getByText("Het café is afgelopen"));
            for (int more = 20; over.count() == 0; more--) {
                assertThat(more).as("step %d ends", step).isPositive();
                presses(desk, "[data-test=confirm]:visible:not([aria-disabled]), [data-test=do-skip]:visible");
            }
        }
        desk.sees("Het café is afgelopen");
        desk.keepsWholePicture("desk-13-over");
        assertThat(desk.barriers()).isEmpty();
    }

    /** The last of these, which lies on top. */
    private static void presses(Guest desk, String which) {
        try {
            desk.page().locator(which).last().click(new Locator.ClickOptions().setTimeout(1_000));
        } catch (PlaywrightException e) {
            // Whatever it asked has been answered meanwhile.
            desk.page().waitForTimeout(100);
        }
    }

    private void onThePhone(String link) {
        Guest phone = Guest.withPhone("Ada's phone", house.browser());
        phone.opens(link);
        phone.at("do-resume").waitFor();
        phone.keepsPicture("desk-9-phone");
        phone.keepsWholePicture("desk-9-phone-whole");
        assertThat(phone.barriers()).isEmpty();
        assertThat((Boolean) phone.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing sticks out beside the page")
                .isTrue();
        phone.clicks("do-resume");
        phone.at("preview").waitFor();
        phone.keepsPicture("desk-10-phone-resume");
        phone.clicks("confirm");
        phone.at("do-pause").waitFor();
        assertThat(phone.complaints()).isEmpty();
        phone.close();
    }

    private void sql(String statement) {
        assertThat(runs(statement)).isPositive();
    }

    /** @return how many rows it changed */
    private int runs(String statement) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cafe.db") + "?busy_timeout=5000");
                Statement s = connection.createStatement()) {
            return s.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
