package org.tafelronde.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafelronde.chat.Person;
import org.tafelronde.domain.session.Session;
import org.tafelronde.testing.RunningCafe;
import org.tafelronde.webchat.WebChat;

/** Facilitator and deputy look at what was asked, each at a desk of their own, and decide about groups and topics; then about the digest. */
class DeskQuestionsTest {
    private static final List<String> NAMES =
            List.of("Bram", "Chris", "Daan", "Emma", "Fatima", "Gijs", "Hanna", "Iris");

    @TempDir
    Path folder;

    private House house;
    private Person ada;
    private final List<Person> people = new ArrayList<>();
    private RunningCafe cafe;

    @BeforeEach
    void the_first_round_of_a_cafe() {
        house = House.open(folder);
        ada = house.bean(WebChat.class).register("Ada", "nl", true);
        cafe = RunningCafe.opened(house::bean, "smart-from-the-start.nl", ada, "Ada");
        for (String name : NAMES) {
            people.add(house.bean(WebChat.class).register(name, "nl", false));
            cafe.says(people.getLast(), name, "join");
        }
        cafe.says(ada, "Ada", "deputy Bram");
        cafe.says(ada, "Ada", "start");
        for (int step = 0; step < 3; step++) {
            cafe.says(ada, "Ada", "skip anyway");
        }
    }

    @AfterEach
    void closes() {
        if (house != null) {
            house.close();
        }
    }

    private void asks(int who, String text) {
        cafe.says(people.get(who), NAMES.get(who), "ask " + text);
    }

    private Guest desk(Person who, String name) {
        Guest desk = Guest.withLaptop(name, house.browser());
        desk.opens(link(who));
        desk.at("do-pause").waitFor();
        return desk;
    }

    private String link(Person who) {
        return cafe.desk(who);
    }

    /** The theme of the table at which somebody sits, as the page calls its fold. */
    private String foldOf(int who) {
        Session now = cafe.now();
        String table = now.floor()
                .orElseThrow()
                .seatOf(people.get(who).key(), 1)
                .orElseThrow()
                .table();
        return now.floor().orElseThrow().tables().stream()
                .filter(t -> t.id().equals(table))
                .map(t -> "fold-questions-" + t.themes().getFirst())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void two_desks_decide_about_the_same_questions_and_see_it_of_each_other() {
        asks(1, "Hoe lang bewaren we deze gesprekken?");
        asks(1, "Hoe lang worden deze gesprekken bewaard?");
        asks(1, "Wie heeft er toegang tot de dossiers?");
        asks(1, "Hoe laat is de lunch?");
        Guest hers = desk(ada, "Ada's desk");
        Guest his = desk(people.getFirst(), "Bram's desk");
        for (Guest desk : List.of(hers, his)) {
            desk.at("legend").waitFor();
            assertThat(desk.page().locator(".question, .group").count())
                    .as("nothing of it is there before somebody opens it")
                    .isZero();
            desk.clicks("fold-groups");
            desk.clicks(foldOf(1));
            desk.at("question-4").waitFor();
            desk.at("group-1").waitFor();
        }
        assertThat(hers.barriers()).isEmpty();
        assertThat(hers.weight()).isBetween(1_000, Guest.MOST_BYTES);

        aGroupIsTakenApart(hers, his);
        anotherTopicIsChosen(hers, his);
        twoArePutTogether(his, hers);
        aDecisionIsTakenBack(hers, his);
        whatWasNotTouchedIsTold(hers);
        inTheDarkAndOnThePhone(hers);
        assertThat(hers.complaints()).isEmpty();
        assertThat(his.complaints()).isEmpty();
    }

    private static void aGroupIsTakenApart(Guest hers, Guest his) {
        hers.clicks("apart-group-1");
        hers.sees("Vraag 1 en 2 staan daarna elk alleen.");
        assertThat(his.at("group-1").count()).as("nothing has changed yet").isEqualTo(1);
        assertThat(hers.barriers()).isEmpty();
        hers.keepsPicture("desk-20-apart-asked");
        // Twice, as impatient people do.
        hers.page().locator("[data-test=apart] [data-test=confirm]").dblclick();
        for (Guest desk : List.of(hers, his)) {
            desk.seesNoMore("[data-test=group-1]");
            desk.page().getByText("1 besluit").waitFor();
        }
    }

    private static void anotherTopicIsChosen(Guest hers, Guest his) {
        assertThat(about(hers, 4)).isEqualTo("Niet op de kaart");
        hers.clicks("topic-4");
        hers.at("which-topic").selectOption("where-and-how-long");
        hers.sees("Vraag 4 telt dan voor “Waar en hoelang bewaard?”: dat is dan geraakt, door 3 vragen.");
        assertThat(hers.barriers()).isEmpty();
        hers.keepsPicture("desk-21-topic-asked");
        assertThat(about(his, 4)).as("nothing has changed yet").isEqualTo("Niet op de kaart");
        hers.clicks("confirm");
        for (Guest desk : List.of(hers, his)) {
            desk.page().waitForCondition(() -> about(desk, 4).equals("Waar en hoelang bewaard?"));
        }
        his.sees("door jou gekozen; voorgesteld was: niet op de kaart");
        hers.page()
                .waitForCondition(() -> "topic-4".equals(hers.page().evaluate("document.activeElement.dataset.test")));
    }

    private static String about(Guest desk, int question) {
        return desk.at("topic-" + question).innerText();
    }

    private static void twoArePutTogether(Guest his, Guest hers) {
        his.clicks("together-3");
        his.fills("find", "lunch");
        his.page().locator("[data-test=other-4]").check();
        his.sees("Dan staan bij elkaar: 3 en 4.");
        assertThat(his.barriers()).isEmpty();
        his.keepsPicture("desk-22-together-asked");
        his.clicks("confirm");
        for (Guest desk : List.of(his, hers)) {
            desk.at("group-3").waitFor();
            desk.sees("samen met 4");
        }
    }

    private static void aDecisionIsTakenBack(Guest hers, Guest his) {
        hers.clicks("fold-decisions");
        hers.at("undo-2").waitFor();
        hers.keepsWholePicture("desk-23-questions");
        assertThat(hers.barriers()).isEmpty();
        hers.clicks("undo-2");
        hers.sees("“Vraag 4: van “Niet op de kaart” naar “Waar en hoelang bewaard?”” geldt dan niet meer.");
        hers.clicks("confirm");
        for (Guest desk : List.of(hers, his)) {
            desk.page().waitForCondition(() -> about(desk, 4).equals("Niet op de kaart"));
        }
        hers.seesNoMore("[data-test=undo-2]");
        hers.sees("teruggenomen om");
    }

    private static void whatWasNotTouchedIsTold(Guest hers) {
        assertThat(hers.at("marks").count()).isEqualTo(12);
        assertThat(hers.at("marks").first().getAttribute("aria-label"))
                .contains("ronde 1", "onderwerpen geraakt", "nog niet");
        hers.clicks("card-which");
        hers.at("card-untouched").waitFor();
        hers.sees("Mensen informeren");
        assertThat(hers.barriers()).isEmpty();
        hers.keepsPicture("desk-24-untouched");
        hers.clicks("dialog-close");
        hers.at("marks").first().click();
        hers.at("card-cell").waitFor();
        hers.clicks("dialog-close");
    }

    private void inTheDarkAndOnThePhone(Guest hers) {
        hers.page()
                .emulateMedia(new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.DARK)
                        .setReducedMotion(ReducedMotion.REDUCE));
        hers.keepsWholePicture("desk-25-dark");
        assertThat(hers.barriers()).isEmpty();
        Guest phone = Guest.withPhone("Ada's phone", house.browser());
        phone.opens(link(ada));
        phone.at("legend").waitFor();
        phone.clicks("fold-groups");
        phone.clicks(foldOf(1));
        phone.at("question-4").waitFor();
        phone.keepsWholePicture("desk-26-phone");
        assertThat(phone.barriers()).isEmpty();
        assertThat((Boolean) phone.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing sticks out beside the page")
                .isTrue();
        phone.clicks("topic-4");
        phone.at("which-topic").waitFor();
        assertThat(phone.barriers()).isEmpty();
        assertThat(phone.complaints()).isEmpty();
        phone.close();
    }

    @Test
    void four_hundred_questions_leave_the_page_light() {
        for (int n = 1; n <= 400; n++) {
            asks(n % NAMES.size(), "Wat betekent vraag " + n + " voor de mensen van wijk " + n * 7 + "?");
        }
        Guest desk = desk(ada, "Ada's desk");
        desk.at("legend").waitFor();
        assertThat(elements(desk)).isLessThan(900);
        assertThat(desk.weight()).isLessThan(Guest.MOST_BYTES);
        desk.clicks(foldOf(1));
        desk.at("more").waitFor();
        assertThat(desk.page().locator(".question").count()).isEqualTo(40);
        desk.clicks("more");
        desk.page().waitForCondition(() -> desk.page().locator(".question").count() > 40);
        assertThat(desk.weight()).isLessThan(Guest.MOST_BYTES);
        assertThat(desk.complaints()).isEmpty();
    }

    private static int elements(Guest desk) {
        return ((Number) desk.page().evaluate("document.querySelectorAll('#page *').length")).intValue();
    }

    @Test
    void after_the_end_the_desk_opens_the_digest_hears_objections_and_publishes() {
        asks(1, "Hoe lang bewaren we deze gesprekken?");
        asks(1, "Mag de familie Jansen dit weten?");
        Guest desk = desk(ada, "Ada's desk");
        cafe.says(ada, "Ada", "close anyway");
        desk.sees("Het verslag is een concept.");
        String digest = desk.at("file-html").getAttribute("href");
        assertThat(desk.page().request().get(house.address() + digest).text()).contains("Smart from the start");
        desk.keepsPicture("desk-27-over");
        assertThat(desk.barriers()).isEmpty();

        desk.clicks("do-review");
        desk.at("review-long").selectOption("48h");
        desk.clicks("confirm");
        desk.at("over-review").waitFor();
        cafe.says(people.get(2), NAMES.get(2), "object 2 Dat gaat over een cliënt.");
        desk.at("objection-1").waitFor();
        desk.sees("“Dat gaat over een cliënt.”");
        desk.keepsPicture("desk-28-objection");
        assertThat(desk.barriers()).isEmpty();
        desk.clicks("reword-1");
        desk.fills("words", "Mag een familie dit weten?");
        desk.clicks("confirm");
        desk.seesNoMore("[data-test=objection-1]");

        desk.clicks("do-publish");
        desk.sees("Dit kun je niet terugnemen.");
        desk.keepsPicture("desk-29-publish-asked");
        assertThat(desk.at("do-publish-anew").count())
                .as("nothing has changed yet")
                .isZero();
        desk.clicks("confirm");
        desk.sees("Het verslag is gepubliceerd.");
        desk.at("do-publish-anew").waitFor();
        String published = desk.at("file-md").getAttribute("href");
        assertThat(published).contains("/published/");
        assertThat(desk.page().request().get(house.address() + published).text())
                .contains("Mag een familie dit weten?")
                .doesNotContain("Jansen");
        assertThat(desk.barriers()).isEmpty();
        assertThat(desk.complaints()).isEmpty();
    }
}
