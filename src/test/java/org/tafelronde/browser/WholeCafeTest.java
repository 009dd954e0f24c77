package org.tafelronde.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A facilitator and three people, each in a browser of their own, one of them on a phone, from checking in to the digest. */
class WholeCafeTest {
    private static final int ROUNDS = 3;

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

    @Test
    void a_facilitator_and_three_people_go_from_checking_in_to_the_digest() {
        Guest ada = Guest.withLaptop("Ada", house.browser());
        List<Guest> people = List.of(
                Guest.withLaptop("Bram", house.browser()),
                Guest.withPhone("Chris", house.browser()),
                Guest.withLaptop("Dina", house.browser()));
        String invitation = begins(ada);
        people.forEach(guest -> comesIn(guest, invitation));
        ada.keepsPicture("2-people-come-in");

        ada.clicks("run-start");
        ada.sees("Smart from the start");
        ada.types("/cafe volgende");
        people.forEach(guest -> guest.goesTo("PLENARY"));
        people.getFirst().keepsPicture("3-plenary");
        ada.types("/cafe volgende");
        ada.types("/cafe volgende");
        for (int round = 1; round <= ROUNDS; round++) {
            talks(people, round);
            if (round == 1) {
                theTimeStandsInThePrompts(ada, people);
            }
            ada.types("/cafe volgende");
            ada.types("/cafe volgende");
        }

        chooses(people);
        ada.types("/cafe volgende toch");
        ada.sees("de belangrijkste vragen");
        ada.keepsPicture("6-feedback");
        ada.types("/cafe volgende toch");
        ada.types("/cafe volgende");
        looksBack(people);
        ada.types("/cafe volgende toch");
        publishes(ada);

        assertThat(ada.complaints()).isEmpty();
        people.forEach(guest -> assertThat(guest.complaints()).as(guest.name()).isEmpty());
        people.forEach(Guest::close);
        ada.close();
    }

    /** From the first page to a plenary with an invitation. */
    private String begins(Guest ada) {
        ada.opens(house.address());
        ada.at("start-cafe").waitFor();
        ada.keepsPicture("1-start");
        canReadWhatIsKept(ada);
        assertThat(ada.barriers()).isEmpty();
        assertThat(ada.weight()).isBetween(1_000, Guest.MOST_BYTES);
        if (ada.at("name").count() > 0) {
            ada.fills("name", "Ada");
        }
        ada.clicks("start-cafe");
        ada.at("form").waitFor();
        ada.clicks("form-submit");
        ada.clicks("goto");
        ada.sees("Ik ben er");
        return house.address() + ada.page().evaluate("""
                async () => (await (await fetch('/web/me')).json()).places.find((p) => p.kind === 'PLENARY').invite
                """);
    }

    private static void comesIn(Guest guest, String invitation) {
        guest.opens(invitation);
        guest.at("enter").waitFor();
        guest.keepsPicture("1-invited");
        canReadWhatIsKept(guest);
        guest.fills("name", guest.name());
        guest.clicks("enter");
        guest.presses(" join");
        guest.sees("Fijn dat je er bent");
        assertThat(guest.weight()).as("the chat").isBetween(1_000, Guest.MOST_BYTES);
    }

    /** Before anybody gives a name. */
    private static void canReadWhatIsKept(Guest guest) {
        for (String page : List.of("privacy", "terms")) {
            String address = guest.at(page).getAttribute("href");
            assertThat(address).startsWith("/" + page);
            assertThat(guest.page().evaluate("async (a) => (await fetch(a)).status", address))
                    .isEqualTo(200);
        }
    }

    /** Everybody asks at the table; the phone shows that it was heard. */
    private static void talks(List<Guest> people, int round) {
        for (Guest guest : people) {
            guest.goesTo("TABLE");
            // Few people, one table, four themes joined: each has its prompt, and this is the last of them.
            guest.sees(Pattern.compile("Ronde " + round + " .*Kwaliteit"));
            guest.answers("Vraag " + people.indexOf(guest) + " van ronde " + round + ": wie beslist?");
            guest.sees("genoteerd");
            guest.keepsPicture("4-round-" + round + "-" + guest.name());
        }
        assertThat(people.get(1).barriers()).as("on the phone").isEmpty();
    }

    /** Words that change where they stand: on the phone, which keeps looking, and without a mark that says so. */
    private static void theTimeStandsInThePrompts(Guest ada, List<Guest> people) {
        Guest chris = people.get(1);
        chris.sees(Pattern.compile("^Tot \\d\\d:\\d\\d\\. Voorzitter: "));
        int before = chris.at("message").count();
        ada.types("/cafe pauze");
        chris.sees(Pattern.compile("^Gepauzeerd, met nog \\d+ minuten te gaan\\. Voorzitter: "));
        chris.seesNoMore("[data-test=message].card .content > :last-child:text-matches('^Tot ')");
        // The post about the pause, and nothing else, is new.
        assertThat(chris.at("message").count()).isEqualTo(before + 1);
        assertThat(chris.page().getByText("bewerkt").count()).isZero();
        chris.keepsPicture("4-round-1-paused");
        ada.types("/cafe verder");
        chris.sees(Pattern.compile("^Tot \\d\\d:\\d\\d\\. Voorzitter: "));
        chris.seesNoMore("text=/^Gepauzeerd/");
    }

    private static void chooses(List<Guest> people) {
        for (Guest guest : people) {
            guest.goesTo("TABLE");
            guest.presses(" ballot ");
            guest.at("form").waitFor();
            guest.page()
                    .locator("[data-test=form] input[type=checkbox]")
                    .first()
                    .check();
            guest.keepsPicture("5-ballot-" + guest.name());
            assertThat(guest.barriers()).as("the ballot").isEmpty();
            guest.clicks("form-submit");
            guest.sees("Jouw keuze");
        }
    }

    private static void looksBack(List<Guest> people) {
        for (Guest guest : people) {
            guest.goesTo("PLENARY");
            guest.presses(" debrief 0");
            guest.at("form").waitFor();
            guest.fills("field-words", "Ik hoorde nieuwe vragen, zegt iemand.");
            guest.clicks("form-submit");
            guest.sees("zonder je naam");
        }
        people.get(1).keepsPicture("7-debrief-phone");
    }

    /** The draft comes to the facilitator alone; published, it is a place with files. */
    private static void publishes(Guest ada) {
        ada.at("run-publish").waitFor();
        assertThat(ada.at("run-start").isVisible()).isFalse();
        ada.keepsPicture("8-over");
        ada.goesTo("DIRECT");
        ada.sees("Het verslag is klaar");
        ada.keepsPicture("8-draft");
        assertThat(ada.barriers()).as("the draft").isEmpty();
        ada.presses(" publish");
        ada.goesTo("MANAGEMENT");
        // Where themes share a table, an answer counts for the prompt that was there when it was written.
        ada.sees(Pattern.compile("Vraag \\d van ronde \\d: wie beslist\\?"));
        ada.keepsPicture("9-digest");
        assertThat(ada.barriers()).as("where management reads").isEmpty();
        String address = ada.at("file").first().getAttribute("href");
        ada.opens(ada.page().url().replaceFirst("(https?://[^/]*)/.*", "$1") + address);
        assertThat(ada.page().content())
                .contains("Vraag 1 van ronde 2: wie beslist?")
                .contains("Ik hoorde nieuwe vragen")
                .doesNotContain("Bram", "Chris", "Dina");
        ada.keepsPicture("10-digest-file");
        // As somebody has it who saved it: the server lets no script run in it, and axe is one.
        String saved = ada.page().content();
        ada.opens("about:blank");
        ada.page().setContent(saved);
        assertThat(ada.barriers()).as("the digest as a page").isEmpty();
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.keepsPicture("11-digest-dark");
        assertThat(ada.barriers()).as("the digest in the dark").isEmpty();
    }
}
