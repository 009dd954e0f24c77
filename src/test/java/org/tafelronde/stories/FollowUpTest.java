package org.tafelronde.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafelronde.testing.Cast.ADA;
import static org.tafelronde.testing.Cast.BRAM;
import static org.tafelronde.testing.Cast.CHRIS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafelronde.domain.script.Ending;
import org.tafelronde.domain.script.Language;
import org.tafelronde.domain.script.Script;
import org.tafelronde.domain.session.Stage;
import org.tafelronde.flow.Retention;
import org.tafelronde.flow.Stores;
import org.tafelronde.outbox.Transactions;
import org.tafelronde.testing.CafeTester;
import org.tafelronde.testing.Cast;
import org.tafelronde.testing.TestScripts;

/** After a month, and after three, the bot asks what became of the actions (F60); and what is past its time goes (F68). */
class FollowUpTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static CafeTester over(Script script) {
        CafeTester cafe = CafeTester.with(script);
        cafe.begins("14:00", 12).at("15:50");
        cafe.says(BRAM, "/cafe action Ask " + CHRIS.called() + " for the logs; team lead; 31-12");
        cafe.says(BRAM, "/cafe action Call the supplier");
        cafe.at("16:04");
        return cafe;
    }

    private static CafeTester published() {
        CafeTester cafe = over(TestScripts.whole());
        cafe.presses(ADA, "Publish");
        return cafe;
    }

    private static int purge(CafeTester cafe, int days) {
        return new Retention(cafe.stores(), Duration.ofDays(days)).purge(cafe.now());
    }

    @Test
    void where_the_digest_went_the_actions_are_asked_after_with_owner_and_day_and_without_names() {
        CafeTester cafe = published();
        cafe.after(DAY.multipliedBy(30).minusMinutes(1)).management().neverHeard("30 days after");

        cafe.after(Duration.ofMinutes(1))
                .management()
                .hears(
                        "30 days after “The harbour”",
                        "What became of each?",
                        "Ask (name) for the logs (Owner: team lead · due December 31, 2026)",
                        "Call the supplier (No owner yet · no date yet)");
        cafe.after(DAY.multipliedBy(60)).management().hears("90 days after “The harbour”");
        cafe.after(DAY.multipliedBy(300));
        cafe.alone(ADA).neverHeard("days after");
        assertThat(cafe.stores().timers().next()).isEmpty();
        cafe.nothingWasSaidTwice();
    }

    @Test
    void in_dutch_too() {
        CafeTester cafe = over(TestScripts.in(Language.NL, TestScripts.whole()));
        cafe.presses(ADA, "Publiceren");

        cafe.after(DAY.multipliedBy(30)).management().hears("30 dagen na “The harbour”", "Wat is er van elke actie");
    }

    @Test
    void the_facilitator_is_asked_when_the_digest_went_nowhere() {
        CafeTester cafe = over(TestScripts.whole());

        cafe.after(DAY.multipliedBy(30))
                .alone(ADA)
                .hears("30 days after “The harbour”", "because the digest was never published");
    }

    @Test
    void the_facilitator_is_asked_when_the_place_of_the_digest_is_closed() {
        CafeTester cafe = published();
        cafe.platform().peopleArchive(cafe.management().message("Digest:").ref().place());

        cafe.after(DAY.multipliedBy(30))
                .alone(ADA)
                .hears("30 days after “The harbour”", "Call the supplier", "the place where the digest went is closed");
        cafe.alone(ADA).neverHeard("Could not be said");
        assertThat(cafe.deliveries()).noneMatch(d -> d.state() == org.tafelronde.outbox.Delivery.State.BLOCKED);
    }

    @Test
    void nothing_is_said_without_actions_or_when_the_script_does_not_want_it() {
        CafeTester without = CafeTester.with(TestScripts.whole());
        without.begins("14:00", 12).at("16:04");
        int said = without.deliveries().size();
        without.after(DAY.multipliedBy(100));
        assertThat(without.deliveries()).hasSize(said);

        CafeTester unwanted = over(TestScripts.ending(new Ending(Optional.empty(), false), TestScripts.whole()));
        unwanted.after(DAY.multipliedBy(100)).alone(ADA).neverHeard("days after");
        assertThat(unwanted.stores().timers().next()).isEmpty();
    }

    @Test
    void it_comes_after_a_restart_and_once_when_both_were_missed() {
        CafeTester cafe = published();
        cafe.isKilled().after(DAY.multipliedBy(95)).startsAgain();

        cafe.management().hears("90 days after “The harbour”");
        cafe.management().neverHeard("30 days after");
    }

    @Test
    void a_cafe_that_was_deleted_is_not_asked_after() {
        CafeTester cafe = published();
        cafe.says(ADA, "/cafe delete anyway");
        int rooms = cafe.platform().rooms().size();

        cafe.after(DAY.multipliedBy(100));
        assertThat(cafe.stores().sessions().all()).isEmpty();
        assertThat(cafe.stores().timers().next()).isEmpty();
        assertThat(cafe.platform().rooms()).hasSize(rooms).allMatch(r -> r.removed());
    }

    // Past its time

    @Test
    void a_cafe_is_gone_so_many_days_after_its_end_with_all_that_was_said() {
        CafeTester cafe = CafeTester.with(TestScripts.whole());
        cafe.begins("14:00", 12).at("14:20");
        cafe.says(BRAM, "/cafe ask Who keeps this?");
        cafe.at("16:04");
        String id = cafe.session().setting().id();

        cafe.after(DAY.multipliedBy(30).minusSeconds(1));
        assertThat(purge(cafe, 30)).isZero();
        cafe.after(Duration.ofSeconds(1));
        assertThat(purge(cafe, 30)).isEqualTo(1);

        assertThat(cafe.stores().sessions().all()).isEmpty();
        assertThat(cafe.stores().harvests().questions(id)).isEmpty();
        assertThat(cafe.stores().deliveries().ofSession(id)).isEmpty();
        cafe.after(DAY.multipliedBy(70));
        assertThat(cafe.stores().timers().next()).isEmpty();
        cafe.saysAlone(ADA, "/cafe status").hearsOneLine("You are not in a café yet");
    }

    /** The usual thirty days, and a note after thirty days: first the note, then the end. */
    @Test
    void a_note_that_falls_on_the_last_day_is_said_before_the_cafe_goes() {
        CafeTester cafe = published();
        Instant end = cafe.now();

        cafe.after(DAY.multipliedBy(30));
        assertThat(purge(cafe, 30)).isZero();
        cafe.management().hears("30 days after “The harbour”");
        cafe.after(DAY.minusSeconds(1));
        assertThat(purge(cafe, 30)).isZero();
        cafe.after(Duration.ofSeconds(1));
        assertThat(cafe.now()).isEqualTo(end.plus(DAY.multipliedBy(31)));
        assertThat(purge(cafe, 30)).isEqualTo(1);
        int said = cafe.platform().rooms().stream()
                .mapToInt(r -> r.messages().size())
                .sum();

        cafe.after(DAY.multipliedBy(60));
        assertThat(cafe.platform().rooms().stream()
                        .mapToInt(r -> r.messages().size())
                        .sum())
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 91})
    void what_never_ended_counts_from_when_it_was_made_and_what_runs_is_left_alone(int days) {
        CafeTester cafe = CafeTester.with(TestScripts.whole());
        cafe.opens();
        cafe.after(DAY.multipliedBy(days).minusSeconds(1));
        assertThat(purge(cafe, days)).isZero();
        cafe.after(Duration.ofSeconds(1));
        assertThat(purge(cafe, days)).isEqualTo(1);

        CafeTester running = CafeTester.with(TestScripts.whole());
        running.begins("14:00", 12).at("14:20");
        assertThat(new Retention(running.stores(), Duration.ofDays(days))
                        .purge(running.now().plus(DAY.multipliedBy(400))))
                .isZero();
        running.says(ADA, "/cafe pause");
        assertThat(new Retention(running.stores(), Duration.ofDays(days))
                        .purge(running.now().plus(DAY.multipliedBy(400))))
                .isEqualTo(1);
    }

    /** The clean-up reads all cafés first and deletes them one by one; much can happen in between. */
    @Test
    void a_cafe_that_begins_after_all_while_the_old_ones_are_cleared_away_stays() {
        CafeTester cafe = CafeTester.with(TestScripts.whole());
        cafe.opens().checksIn(Cast.guests(12));
        cafe.after(DAY.multipliedBy(30));
        AtomicBoolean begun = new AtomicBoolean();
        Stores stores = beforeEachTransaction(cafe.stores(), () -> {
            if (begun.compareAndSet(false, true)) {
                cafe.says(ADA, "/cafe start");
            }
        });

        assertThat(new Retention(stores, DAY.multipliedBy(30)).purge(cafe.now()))
                .isZero();
        assertThat(begun).isTrue();
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Running.class);
        cafe.after(Duration.ofHours(3));
        assertThat(cafe.session().stage()).isInstanceOf(Stage.Closed.class);
    }

    private static Stores beforeEachTransaction(Stores s, Runnable first) {
        Transactions transactions = new Transactions() {
            @Override
            public <T> T inOne(Supplier<T> work) {
                first.run();
                return s.transactions().inOne(work);
            }
        };
        return new Stores(
                s.sessions(),
                s.timers(),
                s.harvests(),
                s.memory(),
                s.scripts(),
                s.shelf(),
                s.deliveries(),
                s.addresses(),
                transactions,
                s.digests(),
                s.lists(),
                s.ids(),
                s.clock(),
                s.preflights(),
                s.desks(),
                s.linguist());
    }

    @Test
    void only_what_is_kept_for_long_enough_can_be_asked_after() {
        CafeTester cafe = CafeTester.with(TestScripts.whole());
        assertThat(new Retention(cafe.stores(), DAY.multipliedBy(30)).allows(DAY.multipliedBy(30)))
                .isTrue();
        assertThat(new Retention(cafe.stores(), DAY.multipliedBy(30)).allows(DAY.multipliedBy(90)))
                .isFalse();
    }
}
