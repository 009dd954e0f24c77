package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafelronde.chat.Content.Part;
import org.tafelronde.chat.Outgoing;
import org.tafelronde.chat.Place;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.outbox.Delivery;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.TestPlatform;
import org.tafelronde.testing.TestScripts;

/** Whoever looks at the pinned post of a round reads how long it still lasts (F24, F63). */
class RoundPostTest {
    private final CafeTester cafe = CafeTester.with(TestScripts.threeRounds());

    private String line(String table, int round) {
        return line(cafe.prompt(table, round));
    }

    private static String line(TestPlatform.Message post) {
        return post.text().lines().toList().getLast();
    }

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");
    private static final Predicate<Outgoing> EDITS = what -> what instanceof Outgoing.Edit;

    @Test
    void its_last_line_goes_along_with_the_time() {
        cafe.begins("14:00", 16);
        String host = cafe.host("trust", 1).called();
        assertThat(line("trust", 1)).isEqualTo("Until 14:20. Table host: " + host + ".");
        cafe.at("14:10");
        assertThat(line("trust", 1)).isEqualTo("10 minutes left, until 14:20. Table host: " + host + ".");
        cafe.at("14:15");
        assertThat(line("trust", 1)).isEqualTo("5 minutes left, until 14:20. Table host: " + host + ".");
        cafe.at("14:19");
        assertThat(line("trust", 1)).isEqualTo("1 minute left, until 14:20. Table host: " + host + ".");
        cafe.at("14:20");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        cafe.at("14:25");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        assertThat(line("trust", 2)).startsWith("Until 14:45.");
        cafe.nothingWasSaidTwice();
        cafe.nothingWaits();
    }

    @Test
    void the_rest_of_it_stays_and_it_stays_pinned_and_where_it_was() {
        cafe.begins("14:00", 16);
        TestPlatform.Message before = cafe.prompt("trust", 1);
        cafe.at("14:10");
        TestPlatform.Message after = cafe.prompt("trust", 1);
        assertThat(after.pinned()).isTrue();
        assertThat(after.ref()).isEqualTo(before.ref());
        assertThat(after.at()).isEqualTo(before.at());
        assertThat(after.content().parts().subList(0, 4))
                .isEqualTo(before.content().parts().subList(0, 4));
        assertThat(after.content().parts()).hasSameSizeAs(before.content().parts());
    }

    @Test
    void it_is_no_post_and_its_prompt_was_said_when_the_post_was() {
        cafe.begins("14:00", 16).at("14:14");
        cafe.everyTable().each(t -> assertThat(t.messages()).hasSize(1));
        assertThat(cafe.deliveries().stream().filter(d -> d.prompt().isPresent()))
                .hasSize(4)
                .allSatisfy(d -> {
                    assertThat(d.what()).isInstanceOf(Outgoing.Post.class);
                    assertThat(d.sentAt()).contains(at("14:00"));
                });
        assertThat(cafe.deliveries().stream().filter(d -> EDITS.test(d.what())))
                .hasSize(4)
                .allSatisfy(d -> assertThat(d.urgency()).isEqualTo(Delivery.Urgency.NICETY));
    }

    @Test
    void answers_under_it_are_still_answers_to_the_prompt() {
        cafe.begins("14:00", 16).at("14:11");
        cafe.replies(cafe.traveller("trust", 1), cafe.prompt("trust", 1), "Who lies?");
        assertThat(cafe.harvest().of("trust", 1)).hasSize(1);
    }

    @Test
    void in_dutch() {
        CafeTester dutch = CafeTester.with(TestScripts.in(Language.NL, TestScripts.threeRounds()));
        dutch.begins("14:00", 16).at("14:10");
        TestPlatform.Message post = dutch.table("trust").message("Ronde 1 ·");
        assertThat(line(post)).startsWith("Nog 10 minuten, tot 14:20. Voorzitter: ");
        dutch.says(ADA, "/cafe pauze");
        assertThat(line(dutch.table("trust").message("Ronde 1 ·")))
                .startsWith("Gepauzeerd, met nog 10 minuten te gaan. Voorzitter: ");
        dutch.says(ADA, "/cafe volgende");
        dutch.says(ADA, "/cafe verder");
        dutch.at("14:20");
        assertThat(line(dutch.table("trust").message("Ronde 1 ·"))).isEqualTo("Deze ronde is voorbij.");
    }

    // The time changes

    @Test
    void more_time_before_half_time_is_read_at_once_and_moves_it() {
        cafe.begins("14:00", 16).at("14:08").says(ADA, "/cafe extend 10");
        assertThat(line("trust", 1)).startsWith("Until 14:30.");
        cafe.at("14:10");
        assertThat(line("trust", 1)).startsWith("Until 14:30.");
        cafe.at("14:15");
        assertThat(line("trust", 1)).startsWith("15 minutes left, until 14:30.");
    }

    @Test
    void more_time_after_half_time_brings_no_second_one() {
        cafe.begins("14:00", 16).at("14:11").says(ADA, "/cafe extend 10");
        cafe.at("14:16");
        assertThat(line("trust", 1)).startsWith("Until 14:30.");
        cafe.at("14:25");
        assertThat(line("trust", 1)).startsWith("5 minutes left, until 14:30.");
    }

    @Test
    void less_time_is_read_at_once_and_a_half_time_that_is_past_by_then_is_not_said() {
        CafeTester longer = CafeTester.with(TestScripts.of("long", TestScripts.round(1, "Long", 60, 5)));
        longer.begins("14:00", 16).at("14:20").says(ADA, "/cafe extend -30");
        assertThat(line(longer.prompt("trust", 1))).startsWith("Until 14:30.");
        longer.at("14:24");
        assertThat(line(longer.prompt("trust", 1))).startsWith("Until 14:30.");
    }

    @Test
    void a_pause_over_half_time_says_what_is_left_and_half_time_comes_after_it() {
        cafe.begins("14:00", 16).at("14:08").says(ADA, "/cafe pause");
        assertThat(line("trust", 1)).startsWith("Paused, with 12 minutes to go. Table host: ");
        cafe.at("14:30");
        assertThat(line("trust", 1)).startsWith("Paused");
        cafe.says(ADA, "/cafe resume");
        assertThat(line("trust", 1)).startsWith("Until 14:42.");
        cafe.at("14:32");
        assertThat(line("trust", 1)).startsWith("10 minutes left, until 14:42.");
    }

    @Test
    void a_pause_while_people_change_tables_says_nothing_of_a_round_that_is_over() {
        cafe.begins("14:00", 16).at("14:22").says(ADA, "/cafe pause");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        cafe.at("14:30").says(ADA, "/cafe resume");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        cafe.at("14:33");
        assertThat(line("trust", 2)).startsWith("Until 14:53.");
    }

    @Test
    void a_skipped_round_is_over() {
        cafe.begins("14:00", 16).at("14:07").says(ADA, "/cafe skip");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        cafe.at("14:12");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
    }

    @Test
    void a_table_that_talks_on_reads_its_own_end_also_when_the_change_is_skipped() {
        cafe.begins("14:00", 16).at("14:18").says(ADA, "/cafe extend 3 privacy");
        assertThat(line("privacy", 1)).startsWith("5 minutes left, until 14:23.");
        assertThat(line("trust", 1)).startsWith("5 minutes left, until 14:20.");
        cafe.at("14:20");
        assertThat(line("privacy", 1)).contains("until 14:23.");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        cafe.at("14:21").says(ADA, "/cafe skip");
        assertThat(line("privacy", 1)).isEqualTo("This round is over.");
        assertThat(line("privacy", 2)).startsWith("Until 14:41.");
    }

    @Test
    void a_cafe_that_is_closed_in_a_round_says_so_there_too() {
        cafe.begins("14:00", 16).at("14:07").says(ADA, "/cafe close").presses("Close it now");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
    }

    @Test
    void a_table_with_joined_themes_has_two_posts_that_go_along() {
        cafe.begins("14:00", 8).at("14:10");
        cafe.everyTable()
                .each(t -> assertThat(t.messages())
                        .hasSize(2)
                        .allSatisfy(m -> assertThat(line(m)).startsWith("10 minutes left, until 14:20.")));
        cafe.at("14:20");
        cafe.everyTable().heardTimes(2, "This round is over.");
    }

    @Test
    void where_a_table_got_another_channel_the_post_that_stands_there_goes_along() {
        cafe.begins("14:00", 16).at("14:07").says(ADA, "/cafe extend 6");
        Place former = cafe.tablePlace("trust");
        cafe.says(ADA, "/cafe reopen trust anyway");
        assertThat(cafe.tablePlace("trust")).isNotEqualTo(former);
        assertThat(line("trust", 1)).startsWith("Until 14:26.");
        cafe.at("14:13");
        assertThat(line("trust", 1)).startsWith("13 minutes left, until 14:26.");
        assertThat(cafe.platform().room(former).orElseThrow().messages())
                .first()
                .satisfies(m -> assertThat(line(m)).startsWith("Until 14:26."));
    }

    @Test
    void another_channel_in_a_pause_says_so() {
        cafe.begins("14:00", 16).at("14:08").says(ADA, "/cafe pause");
        cafe.says(ADA, "/cafe reopen trust anyway");
        assertThat(line("trust", 1)).startsWith("Paused, with 12 minutes to go.");
        cafe.says(ADA, "/cafe resume");
        assertThat(line("trust", 1)).startsWith("Until 14:20.");
    }

    // Trouble

    @Test
    void down_over_half_time_it_is_not_said_late() {
        cafe.begins("14:00", 16).at("14:09").isKilled().at("14:12").startsAgain();
        assertThat(line("trust", 1)).startsWith("Until 14:20.");
        cafe.at("14:15");
        assertThat(line("trust", 1)).startsWith("5 minutes left");
    }

    @Test
    void down_over_the_end_of_a_round_its_post_says_that_it_is_over() {
        cafe.begins("14:00", 16).at("14:18").isKilled().at("14:33").startsAgain();
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
        assertThat(line("trust", 2)).startsWith("Until 14:45.");
        cafe.nothingWasSaidTwice();
    }

    @Test
    void killed_just_after_the_words_changed_they_change_once() {
        cafe.platform().meets(EDITS, TestPlatform.Trouble.KILLED_AFTER);
        cafe.begins("14:00", 16).at("14:10");
        assertThat(cafe.isAlive()).isFalse();
        cafe.at("14:10").startsAgain();
        cafe.everyTable().each(t -> assertThat(line(t.messages().getFirst())).startsWith("10 minutes left"));
        cafe.nothingWasSaidTwice();
    }

    @Test
    void what_comes_too_late_is_dropped_and_nobody_is_bothered_with_it() {
        cafe.begins("14:00", 16).at("14:09").cannotSpeak().at("14:13").saysWhatWaits();
        assertThat(line("trust", 1)).startsWith("Until 14:20.");
        assertThat(cafe.deliveries().stream().filter(d -> EDITS.test(d.what())))
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.state()).isEqualTo(Delivery.State.DROPPED));
        cafe.alone(ADA).doesNotHear("not said");
        cafe.alone(ADA).hearsNothing();
    }

    @Test
    void other_words_that_a_platform_refuses_are_no_news_for_the_facilitator() {
        cafe.platform().meets(EDITS, times(4, TestPlatform.Trouble.NO));
        cafe.begins("14:00", 16).at("14:10");
        cafe.alone(ADA).hearsNothing();
        assertThat(line("trust", 1)).startsWith("Until 14:20.");
        cafe.at("14:15");
        assertThat(line("trust", 1)).startsWith("5 minutes left");
    }

    @Test
    void nothing_at_the_table_waits_for_it() {
        cafe.begins("14:00", 16);
        cafe.platform().meets(EDITS, times(600, TestPlatform.Trouble.TOO_MANY));
        cafe.at("14:15").everyTable().hears("5 minutes left, until 14:20.");
        cafe.at("14:20").everyTable().hears("Time is up.");
        assertThat(line("trust", 1)).startsWith("Until 14:20.");
        cafe.at("14:45");
        assertThat(line("trust", 1)).isEqualTo("This round is over.");
    }

    private static TestPlatform.Trouble[] times(int n, TestPlatform.Trouble trouble) {
        return Collections.nCopies(n, trouble).toArray(TestPlatform.Trouble[]::new);
    }

    @Test
    void a_post_that_was_given_up_gets_no_other_words() {
        cafe.platform()
                .meets(
                        what -> what instanceof Outgoing.Post post
                                && post.content().plain().contains("Round 1 · Idea · Trust"),
                        TestPlatform.Trouble.NO);
        cafe.begins("14:00", 16).at("14:20");
        assertThat(cafe.deliveries().stream().filter(d -> EDITS.test(d.what())))
                .hasSize(3 * 4)
                .allSatisfy(d -> assertThat(d.state()).isEqualTo(Delivery.State.SENT));
    }

    // On the reader's own clock

    @Test
    void its_times_can_be_shown_on_the_readers_own_clock() {
        cafe.begins("14:00", 16);
        assertThat(timed("trust", 1).at()).isEqualTo(at("14:20"));
        cafe.at("14:10").says(ADA, "/cafe extend 5");
        assertThat(timed("trust", 1).at()).isEqualTo(at("14:25"));
        assertThat(timed("trust", 1).shown()).isEqualTo("14:25");
    }

    @Test
    void so_can_the_time_at_which_the_cafe_begins() {
        cafe.says(ADA, "/cafe new three-rounds at 14:00");
        TestPlatform.Message welcome = cafe.plenary().message("We begin at 14:00.");
        assertThat(welcome.content().parts())
                .contains(new Part.Timed(new Part.Paragraph("We begin at 14:00."), at("14:00"), "14:00"));
    }

    private Part.Timed timed(String table, int round) {
        return (Part.Timed) cafe.prompt(table, round).content().parts().getLast();
    }

    private Instant at(String time) {
        return cafe.now()
                .atZone(CafeTester.ZONE)
                .toLocalDate()
                .atTime(LocalTime.parse(time))
                .atZone(CafeTester.ZONE)
                .toInstant();
    }

    // Whatever happens

    static List<Long> seeds() {
        return IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf).toList();
    }

    /** Whatever the facilitator does, and whenever somebody looks. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_looks_reads_the_truth(long seed) {
        Random dice = new Random(seed);
        cafe.begins("14:00", 16);
        for (int i = 0; i < 100 && !(cafe.session().stage() instanceof Stage.Closed); i++) {
            switch (dice.nextInt(14)) {
                case 0, 1 -> cafe.says(ADA, "/cafe extend " + (dice.nextInt(20) - 8) + " anyway");
                case 2, 3 -> cafe.says(ADA, "/cafe extend 2 trust");
                case 4, 5 -> cafe.says(ADA, "/cafe pause");
                case 6, 7, 8, 9 -> cafe.says(ADA, "/cafe resume anyway");
                case 10 -> cafe.says(ADA, "/cafe skip");
                case 11 ->
                    cafe.isKilled().after(Duration.ofSeconds(dice.nextInt(400))).startsAgain();
                default -> {}
            }
            // What was cut short at this very moment ends in the next one.
            cafe.after(Duration.ofMillis(2 + dice.nextInt(200_000)));
            cafe.tables().forEach(this::tellsTheTruth);
        }
        cafe.nothingWasSaidTwice();
    }

    private void tellsTheTruth(String table) {
        int round = cafe.session().roundsBegun();
        List<TestPlatform.Message> posts = cafe.table(table).messages().stream()
                .filter(m -> m.text().startsWith("Round " + round + " ·"))
                .toList();
        // It may have come and gone while the program was down.
        posts.forEach(post -> tellsTheTruth(table, post));
    }

    private void tellsTheTruth(String table, TestPlatform.Message post) {
        String line = line(post);
        Optional<Instant> end = cafe.session().endsAt(table).filter(e -> e.isAfter(cafe.now()));
        if (cafe.session().round().isEmpty()) {
            assertThat(line).isEqualTo("This round is over.");
        } else if (cafe.session().stage() instanceof Stage.Paused) {
            assertThat(line).containsPattern("^(Paused, with|This round is over)");
        } else if (end.isEmpty()) {
            assertThat(line).isEqualTo("This round is over.");
        } else {
            assertThat(line)
                    .containsIgnoringCase("until " + HOURS.format(end.get().atZone(CafeTester.ZONE)));
            minutes(line)
                    .ifPresent(told -> assertThat(Duration.between(post.changed(), end.get()))
                            .as(line)
                            .isBetween(told.minusSeconds(90), told.plusSeconds(30)));
        }
    }

    private static Optional<Duration> minutes(String line) {
        return line.contains(" left, ")
                ? Optional.of(Duration.ofMinutes(Long.parseLong(line.substring(0, line.indexOf(' ')))))
                : Optional.empty();
    }
}
