package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tafelronde.chat.Incoming;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.Heard;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** Somebody archives a table's channel while people talk there: they get another, and the café goes on. */
class ReopeningTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.whole());
    private String table;
    private Place former;

    @BeforeEach
    void a_round_is_under_way() {
        cafe.begins("14:00", 12).at("14:20");
        table = "privacy";
        former = cafe.tablePlace(table);
    }

    private void somebodyArchives(Place place) {
        cafe.platform().peopleArchive(place);
        cafe.hear(BRAM, new Incoming.Vanished(cafe.key(), BRAM.speaker(), place));
    }

    private TestPlatform.Room now() {
        return cafe.platform().room(cafe.tablePlace(table)).orElseThrow();
    }

    @Test
    void the_facilitator_hears_it_and_one_button_gives_the_table_another_channel_with_all_that_was_there() {
        Set<String> sat = Set.copyOf(cafe.seating(table, 1).members());
        somebodyArchives(former);
        cafe.alone(ADA).hears("was archived or deleted by Bram", "Give them a new channel");

        cafe.presses(ADA, "New channel for Privacy").hears("I make a new channel");

        assertThat(cafe.tablePlace(table)).isNotEqualTo(former);
        assertThat(now().name()).endsWith("-b");
        assertThat(now().kind()).isEqualTo(Outgoing.Kind.TABLE);
        assertThat(now().members().stream().map(p -> p.key()).collect(Collectors.toSet()))
                .containsAll(sat)
                .contains(ADA.key());
        assertThat(now().messages()).hasSize(1);
        assertThat(now().messages().getFirst().text()).contains("Round 1");
        assertThat(now().messages().getFirst().pinned()).isTrue();
        cafe.plenary().hears("has a new channel");
    }

    @Test
    void a_question_in_the_new_channel_is_one_of_the_round_that_is_under_way() {
        somebodyArchives(former);
        cafe.presses(ADA, "New channel for Privacy");
        Cast guest = cafe.travellers(table, 1).getFirst();

        cafe.replies(guest, now().messages().getFirst(), "Who opens the door at night?");

        assertThat(cafe.harvest().questions()).singleElement().satisfies(q -> {
            assertThat(q.text()).isEqualTo("Who opens the door at night?");
            assertThat(q.round()).hasValue(1);
            assertThat(q.table()).contains("privacy-1");
        });
    }

    @Test
    void what_could_not_be_said_meanwhile_is_said_there_once() {
        cafe.platform().peopleArchive(former);
        cafe.says(ADA, "/cafe broadcast The tea is ready.");
        cafe.alone(ADA).hears("The place is archived: make another with /cafe reopen TABLE.");

        cafe.says(ADA, "/cafe reopen " + table).hears("makes a second channel").presses("New channel for Privacy");

        assertThat(now().messages())
                .extracting(TestPlatform.Message::text)
                .anyMatch(t -> t.contains("The tea is ready."));
        assertThat(cafe.deliveries()).noneMatch(d -> d.state() == Delivery.State.BLOCKED);
        cafe.says(ADA, "/cafe status").hears("0");
    }

    @Test
    void a_second_time_it_gets_a_third_name() {
        somebodyArchives(former);
        cafe.presses(ADA, "New channel for Privacy");
        somebodyArchives(cafe.tablePlace(table));
        cafe.presses(ADA, "New channel for Privacy");

        assertThat(now().name()).endsWith("-c");
    }

    @Test
    void the_next_round_is_held_in_the_new_channel() {
        somebodyArchives(former);
        cafe.presses(ADA, "New channel for Privacy");
        cafe.at("14:42");

        assertThat(now().messages()).extracting(TestPlatform.Message::text).anyMatch(t -> t.contains("Round 2"));
    }

    @Test
    void the_plenary_too_gets_another_channel_with_everybody_in_it() {
        somebodyArchives(cafe.plenaryPlace());
        cafe.presses(ADA, "New channel for the plenary");

        assertThat(cafe.plenaryRoom().name()).endsWith("-b");
        assertThat(cafe.plenaryRoom().members()).hasSize(13);
        cafe.plenary().hears("This is the new plenary");
    }

    @Test
    void only_who_runs_it_may_and_a_table_must_be_named() {
        Heard refused = cafe.says(BRAM, "/cafe reopen " + table);
        refused.hears("Only the facilitator");
        cafe.says(ADA, "/cafe reopen").hears("Name the table");
        cafe.says(ADA, "/cafe reopen kitchen").hears("Name the table");
        assertThat(cafe.tablePlace(table)).isEqualTo(former);
    }

    @Test
    void after_the_end_nobody_is_troubled_by_channels_that_go() {
        cafe.says(ADA, "/cafe close anyway");
        List<TestPlatform.Message> before = List.copyOf(cafe.platform().directs(ADA.person()));

        somebodyArchives(former);

        assertThat(cafe.platform().directs(ADA.person())).isEqualTo(before);
        cafe.says(ADA, "/cafe reopen " + table + " anyway").hears("over");
    }
}
