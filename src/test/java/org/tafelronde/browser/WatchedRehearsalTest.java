package org.tafelronde.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who never saw the program presses one button, watches a café to its end, and clears it away. */
class WatchedRehearsalTest {

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
    void one_click_begins_a_rehearsal_that_can_be_watched_to_its_digest_and_cleared_away() {
        Guest ada = Guest.withLaptop("Ada", house.browser());
        ada.opens(house.address());
        ada.clicks("rehearsal-options");
        ada.at("speed").selectOption("600");
        ada.clicks("start-rehearsal");

        ada.goesTo("TABLE");
        ada.sees("Ronde 1");
        ada.sees("Er gebeurt iets");
        ada.keepsPicture("rehearsal-0-table");
        ada.goesTo("PLENARY");
        ada.sees("Het café is afgelopen", 40_000);
        ada.at("run-publish").waitFor();
        ada.keepsPicture("rehearsal-1-over");
        assertThat(ada.at("run-start").count()).isZero();

        ada.clicks("run-publish");
        ada.goesTo("MANAGEMENT");
        ada.at("file").first().waitFor();
        ada.keepsPicture("rehearsal-2-digest");

        ada.goesTo("PLENARY");
        ada.clicks("run-delete");
        ada.clicks("confirm");
        ada.sees("Alleen jij en de bot");
        ada.keepsPicture("rehearsal-3-gone");
        ada.seesNoMore("[data-kind=PLENARY], [data-kind=TABLE], [data-kind=MANAGEMENT]");
        assertThat(ada.complaints()).isEmpty();
        ada.close();
    }

    @Test
    void whoever_wants_to_know_reads_what_is_kept_of_people() {
        Guest ada = Guest.withPhone("Ada", house.browser());
        ada.opens(house.address() + "/terms");
        ada.sees("Afspraken bij Tafelronde");
        ada.keepsWholePicture("terms");
        assertThat(ada.barriers()).isEmpty();
        ada.page().getByText("Wat Tafelronde bewaart").click();
        ada.sees("Je naam verdwijnt uit alle cafés hier");
        ada.sees("Your name goes from all cafés here");
        ada.keepsWholePicture("privacy");
        assertThat(ada.barriers()).isEmpty();
        assertThat(ada.complaints()).isEmpty();
    }
}
